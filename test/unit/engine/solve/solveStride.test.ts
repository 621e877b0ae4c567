import assert from 'node:assert/strict';
import { solveStride } from '../../../../src/engine/solve/solveStride';
import { outputSize, whole } from './solveSupport';

describe('solveStride', () => {
  it('finds the strides of known networks', () => {
    // AlexNet's first layer: 227 cells, kernel 11, 55 out, stride 4.
    const alexNet = solveStride({ inputSize: 227, kernelSize: 11, dilation: 1, before: 0, after: 0 }, 55);
    assert.deepEqual(alexNet, { smallest: 4, largest: 4, exact: 4 });
    // The notebook: 5 cells, kernel 3, 2 out, stride 2.
    const notebook = solveStride({ inputSize: 5, kernelSize: 3, dilation: 1, before: 0, after: 0 }, 2);
    assert.deepEqual(notebook, { smallest: 2, largest: 2, exact: 2 });
  });

  it('says why there is none, and has no largest stride for an output of one cell', () => {
    const axis = { inputSize: 9, kernelSize: 3, dilation: 1, before: 0, after: 0 };
    assert.deepEqual(solveStride(axis, 8), { unsolved: 'larger-than-possible', numbers: { wanted: 8, largest: 7 } });
    assert.deepEqual(solveStride(axis, 5), {
      unsolved: 'between',
      numbers: { wanted: 5, below: 1, sizeBelow: 7, above: 2, sizeAbove: 4 },
    });
    assert.deepEqual(solveStride(axis, 1), { smallest: 7, largest: undefined, exact: undefined });
    assert.deepEqual(solveStride({ ...axis, dilation: 5 }, 1), {
      unsolved: 'kernel-larger-than-input',
      numbers: { span: 11, paddedSize: 9 },
    });
    assert.deepEqual(solveStride({ ...axis, kernelSize: 10 }, 1), {
      unsolved: 'kernel-larger-than-input',
      numbers: { span: 10, paddedSize: 9 },
    });
    assert.deepEqual(solveStride({ ...axis, kernelSize: 0 }, 1), {
      unsolved: 'not-positive',
      numbers: { kernelSize: 0 },
    });
    assert.deepEqual(solveStride({ ...axis, after: -1 }, 1), { unsolved: 'negative', numbers: { after: -1 } });
    assert.deepEqual(solveStride({ ...axis, inputSize: 2 ** 53 - 1, before: 1 }, 1), {
      unsolved: 'too-large',
      numbers: { paddedSize: 2 ** 53, span: 3 },
    });
    assert.deepEqual(solveStride({ ...axis, dilation: 2 ** 52 }, 1), {
      unsolved: 'too-large',
      numbers: { paddedSize: 9, span: 2 ** 53 },
    });
  });

  it('gives exactly the strides that lead to the wanted size', () => {
    for (const inputSize of whole(1, 14))
      for (const kernelSize of whole(1, 5))
        for (const dilation of whole(1, 3))
          for (const [before, after] of [
            [0, 0],
            [1, 0],
            [0, 2],
            [2, 2],
          ] as const)
            for (const wanted of whole(1, 19)) {
              const axis = { inputSize, kernelSize, dilation, before, after };
              const found = whole(1, 30).filter((stride) => outputSize({ ...axis, stride }) === wanted);
              const solution = solveStride(axis, wanted);
              if ('unsolved' in solution) {
                assert.deepEqual(found, [], JSON.stringify(axis));
                if (solution.unsolved !== 'between') continue;
                const { below = 0, sizeBelow, above = 0, sizeAbove } = solution.numbers;
                assert.equal(above, below + 1);
                assert.deepEqual(
                  [sizeBelow, sizeAbove],
                  [below, above].map((stride) => outputSize({ ...axis, stride })),
                );
              } else {
                assert.deepEqual(whole(solution.smallest, solution.largest ?? 30), found, JSON.stringify(axis));
                const room = inputSize + before + after - 1 - dilation * (kernelSize - 1);
                assert.equal(
                  solution.exact,
                  found.find((stride) => room === stride * (wanted - 1)),
                );
              }
            }
  });
});
