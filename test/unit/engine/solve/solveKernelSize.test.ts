import assert from 'node:assert/strict';
import { solveKernelSize } from '../../../../src/engine/solve/solveKernelSize';
import { outputSize, whole } from './solveSupport';

describe('solveKernelSize', () => {
  it('finds the kernels of known networks', () => {
    // AlexNet's first layer: 227 cells, stride 4, no padding, 55 out, kernel 11.
    const alexNet = solveKernelSize({ inputSize: 227, stride: 4, dilation: 1, before: 0, after: 0 }, 55);
    assert.deepEqual(alexNet, { smallest: 8, largest: 11, exact: 11 });
    // ResNet's first layer: 224 cells, stride 2, padding 3, 112 out, kernel 7.
    const resNet = solveKernelSize({ inputSize: 224, stride: 2, dilation: 1, before: 3, after: 3 }, 112);
    assert.deepEqual(resNet, { smallest: 7, largest: 8, exact: 8 });
    // The notebook: 28 cells, 26 out.
    const notebook = solveKernelSize({ inputSize: 28, stride: 1, dilation: 1, before: 0, after: 0 }, 26);
    assert.deepEqual(notebook, { smallest: 3, largest: 3, exact: 3 });
  });

  it('says why there is none', () => {
    const axis = { inputSize: 7, stride: 2, dilation: 1, before: 0, after: 0 };
    assert.deepEqual(solveKernelSize(axis, 5), {
      unsolved: 'larger-than-possible',
      numbers: { wanted: 5, largest: 4 },
    });
    // A kernel of one cell: ⌊(8 − 1) / 3⌋ + 1 and ⌊(6 − 1) / 3⌋ + 1 positions.
    for (const [inputSize, largest] of [
      [8, 3],
      [6, 2],
    ] as const)
      assert.deepEqual(solveKernelSize({ ...axis, inputSize, stride: 3 }, largest + 1), {
        unsolved: 'larger-than-possible',
        numbers: { wanted: largest + 1, largest },
      });
    const dilated = solveKernelSize({ ...axis, stride: 1, dilation: 3 }, 6);
    assert.deepEqual(dilated, {
      unsolved: 'between',
      numbers: { wanted: 6, below: 1, sizeBelow: 7, above: 2, sizeAbove: 4 },
    });
    assert.deepEqual(solveKernelSize(axis, 0), { unsolved: 'not-positive', numbers: { wanted: 0 } });
    assert.deepEqual(solveKernelSize(axis, 1.5), { unsolved: 'not-an-integer', numbers: { wanted: 1.5 } });
    assert.deepEqual(solveKernelSize({ ...axis, before: -1 }, 3), { unsolved: 'negative', numbers: { before: -1 } });
    assert.deepEqual(solveKernelSize({ ...axis, inputSize: 2 ** 53 - 1, after: 1 }, 3), {
      unsolved: 'too-large',
      numbers: { paddedSize: 2 ** 53 },
    });
  });

  it('gives exactly the kernel sizes that lead to the wanted size', () => {
    for (const inputSize of whole(1, 12))
      for (const stride of whole(1, 5))
        for (const dilation of whole(1, 4))
          for (const [before, after] of [
            [0, 0],
            [1, 0],
            [0, 2],
            [2, 2],
          ] as const)
            for (const wanted of whole(1, 18)) {
              const axis = { inputSize, stride, dilation, before, after };
              const found = whole(1, 20).filter((kernelSize) => outputSize({ ...axis, kernelSize }) === wanted);
              const solution = solveKernelSize(axis, wanted);
              if ('unsolved' in solution) {
                assert.deepEqual(found, [], JSON.stringify(axis));
                if (solution.unsolved !== 'between') continue;
                const { below = 0, sizeBelow, above = 0, sizeAbove } = solution.numbers;
                assert.deepEqual(
                  [sizeBelow, sizeAbove],
                  [below, above].map((kernelSize) => outputSize({ ...axis, kernelSize })),
                );
              } else {
                assert.deepEqual(whole(solution.smallest, solution.largest), found, JSON.stringify(axis));
                const room = inputSize + before + after - 1;
                const exact = found.find((size) => (room - dilation * (size - 1)) % stride === 0);
                assert.equal(solution.exact, exact);
              }
            }
  });
});
