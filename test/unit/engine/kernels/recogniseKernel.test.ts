import assert from 'node:assert/strict';
import { binomialWeights, gaussianWeights } from '../../../../src/engine/kernels/gaussianWeights';
import { orientations, oriented } from '../../../../src/engine/kernels/orientation';
import { presetById, presets } from '../../../../src/engine/kernels/presets';
import { type RecognisedKernel, recogniseKernel } from '../../../../src/engine/kernels/recogniseKernel';
import { type Matrix, matrixOf } from '../../../../src/engine/tensor';

const plain = { orientation: 'upright', negated: false, scale: 1, deviation: 0 } as const;

function times({ shape, data }: Matrix, factor: number): Matrix {
  return { shape, data: data.map((weight) => weight * factor) };
}

function preset(id: string): Matrix {
  return presetById(id)!.matrix;
}

function outer(column: Iterable<number>, row: Iterable<number>): Matrix {
  return matrixOf([...column].map((a) => [...row].map((b) => a * b)));
}

/** The weights that a description stands for, where it is one of a preset. */
function rebuilt({ pattern, orientation, negated, scale }: RecognisedKernel): Matrix {
  assert.equal(pattern.kind, 'preset');
  assert.ok('id' in pattern);
  return times(oriented(preset(pattern.id), orientation), negated ? -scale : scale);
}

describe('recogniseKernel', () => {
  it('names every preset as it stands', () => {
    for (const { id, matrix } of presets)
      assert.deepEqual(recogniseKernel(matrix), { pattern: { kind: 'preset', id }, ...plain }, id);
  });

  it('names every preset in every orientation, negated and scaled, by what gives the same weights', () => {
    for (const { id, matrix } of presets)
      for (const orientation of orientations)
        for (const factor of [1, -1, 2, -0.125, 1 / 3, -7.3]) {
          const kernel = times(oriented(matrix, orientation), factor);
          const found = recogniseKernel(kernel);
          assert.ok(found, `${id} ${orientation} ${factor}`);
          const same = rebuilt(found);
          for (const [index, weight] of kernel.data.entries())
            assert.ok(Math.abs(weight - same.data[index]!) <= 1e-12 * 120, `${id} ${orientation} ${factor}`);
        }
  });

  it('prefers the fewest words', () => {
    const told = (kernel: Matrix) => {
      const { pattern, orientation, negated, scale } = recogniseKernel(kernel)!;
      return ['id' in pattern ? pattern.id : pattern.kind, orientation, negated, scale];
    };
    // Sobel x turned by 90° is Sobel y; negated it is also turned by 180° and mirrored.
    assert.deepEqual(told(oriented(preset('sobelX'), 'turned-90')), ['sobelY', 'upright', false, 1]);
    assert.deepEqual(told(times(preset('sobelX'), -1)), ['sobelX', 'upright', true, 1]);
    assert.deepEqual(told(times(preset('verticalEdge'), 2)), ['verticalEdge', 'upright', false, 2]);
    assert.deepEqual(told(times(preset('laplacian8'), -1)), ['laplacian8', 'upright', true, 1]);
    assert.deepEqual(told(oriented(preset('emboss'), 'turned-90')), ['emboss', 'turned-90', false, 1]);
    // It is the same along its diagonal, so its mirror image is a turned one.
    assert.deepEqual(told(oriented(preset('emboss'), 'mirrored-left-right'))[1], 'turned-90');
    assert.deepEqual(told(matrixOf([[-1], [1]])), ['difference', 'turned-90', false, 1]);
  });

  it('knows the kernels of scikit-image by their factor', () => {
    // filters.edges: HSOBEL, HSCHARR and HPREWITT have the upper row positive and are divided by 4, 16 and 3.
    for (const [id, divisor] of [
      ['sobelY', 4],
      ['scharrY', 16],
      ['prewittY', 3],
    ] as const) {
      const found = recogniseKernel(times(preset(id), -1 / divisor))!;
      const isNegated = id !== 'prewittY';
      assert.deepEqual([found.negated, found.scale], [isNegated, 1 / divisor], id);
    }
    assert.deepEqual(
      recogniseKernel(
        matrixOf([
          [1, 1, 1],
          [1, 1, 1],
          [1, 1, 1],
        ]),
      ),
      {
        pattern: { kind: 'preset', id: 'box' },
        ...plain,
        scale: 9,
      },
    );
    assert.equal(
      recogniseKernel(
        matrixOf([
          [1, 2, 1],
          [2, 4, 2],
          [1, 2, 1],
        ]),
      )!.scale,
      16,
    );
  });

  it('takes weights of single precision as exact and typed ones as near', () => {
    const single = preset('gaborDiagonal').data.map(Math.fround);
    assert.equal(recogniseKernel({ shape: [7, 7], data: single })!.deviation, 0);
    const typed = recogniseKernel(outer([1, 1, 1], [0.1111, 0.1111, 0.1111]))!;
    assert.deepEqual([typed.pattern, typed.scale], [{ kind: 'preset', id: 'box' }, 1]);
    assert.ok(typed.deviation > 5e-5 && typed.deviation < 1e-3);
    assert.equal(
      recogniseKernel(
        matrixOf([
          [-1, 0, 1],
          [-2, 0, 2.01],
          [-1, 0, 1],
        ]),
      ),
      undefined,
    );
  });

  it('knows boxes, shifts and differences of any size', () => {
    const box = recogniseKernel(outer([1, 1, 1, 1, 1], [1 / 25, 1 / 25, 1 / 25, 1 / 25, 1 / 25]));
    assert.deepEqual(box, { pattern: { kind: 'box', rows: 5, cols: 5 }, ...plain });
    assert.deepEqual(recogniseKernel(matrixOf([[-3, -3]])), {
      pattern: { kind: 'box', rows: 1, cols: 2 },
      ...plain,
      negated: true,
      scale: 6,
    });
    assert.deepEqual(recogniseKernel(outer([0, 0, 1], [0, 1, 0])), {
      pattern: { kind: 'shift', row: 2, col: 1 },
      ...plain,
    });
    assert.deepEqual(recogniseKernel(matrixOf([[0, 0, 5, 0, 0]])), {
      pattern: { kind: 'preset', id: 'identity' },
      ...plain,
      scale: 5,
    });
    assert.deepEqual(recogniseKernel(matrixOf([[1], [0], [-1]])), {
      pattern: { kind: 'difference', difference: 'central' },
      ...plain,
      orientation: 'turned-270',
    });
    assert.deepEqual(recogniseKernel(matrixOf([[0.5, -1, 0.5]])), {
      pattern: { kind: 'difference', difference: 'second' },
      ...plain,
      scale: 0.5,
    });
  });

  it('knows Gaussians of any size, with the standard deviation they were sampled with', () => {
    // scipy.signal.windows.gaussian(7, 1.5), divided by its sum.
    const window = [0.036632845369194034, 0.11128075847888486, 0.21674532140370778, 0.27068214949642655];
    const weights = [...window, ...window.slice(0, 3).reverse()];
    assert.deepEqual(recogniseKernel(outer(weights, weights)), {
      pattern: { kind: 'gaussian', rows: 7, cols: 7, method: 'sampled', sigmas: [1.5, 1.5] },
      ...plain,
    });
    assert.deepEqual(recogniseKernel(matrixOf([[1, 6, 15, 20, 15, 6, 1]])), {
      pattern: { kind: 'gaussian', rows: 1, cols: 7, method: 'binomial', sigmas: [0, Math.sqrt(6) / 2] },
      ...plain,
      scale: 64,
    });
    for (const size of [3, 4, 5, 8, 9, 15, 31])
      for (const sigma of [0.5, 0.8, 1, 1.4, 2.25, 5]) {
        const row = gaussianWeights(size, sigma);
        const found = recogniseKernel(outer(row, row));
        assert.deepEqual(found?.pattern, {
          kind: 'gaussian',
          rows: size,
          cols: size,
          method: 'sampled',
          sigmas: [sigma, sigma],
        });
        assert.equal(found.deviation, 0);
      }
  });

  it('knows a Gaussian that was printed with four digits', () => {
    const row = gaussianWeights(5, 1);
    const printed = outer(row, row);
    const data = printed.data.map((weight) => Math.round(weight * 1e4) / 1e4);
    const found = recogniseKernel({ shape: [5, 5], data })!;
    assert.deepEqual(found.pattern, { kind: 'gaussian', rows: 5, cols: 5, method: 'sampled', sigmas: [1, 1] });
    assert.ok(found.deviation > 0 && found.scale === 1);
  });

  it('claims nothing where it is not certain', () => {
    for (const rows of [
      [[1, 2, 3]],
      [[1, 2, 3, 2, 1]],
      [
        [1, 2, 2, 1],
        [2, 3, 3, 2],
        [2, 3, 3, 2],
        [1, 2, 2, 1],
      ],
      [
        [0, 0],
        [0, 0],
      ],
      [[1, Number.NaN, 1]],
      [[1, Number.POSITIVE_INFINITY, 1]],
      [],
    ])
      assert.equal(recogniseKernel(matrixOf(rows)), undefined, JSON.stringify(rows));
    assert.equal(recogniseKernel(outer([1, 3, 1], [1, 5, 1])), undefined);
  });
});

describe('weights of a Gaussian', () => {
  it('are those of OpenCV’s getGaussianKernel', () => {
    const sampled = [0.05448868454964294, 0.24420134200323332, 0.4026199468942474];
    for (const [place, weight] of sampled.entries())
      assert.ok(Math.abs(gaussianWeights(5, 1)[place]! - weight) < 1e-15);
    assert.deepEqual([...binomialWeights(3)], [0.25, 0.5, 0.25]);
    assert.deepEqual([...binomialWeights(5)], [0.0625, 0.25, 0.375, 0.25, 0.0625]);
    assert.deepEqual([...binomialWeights(1)], [1]);
  });
});
