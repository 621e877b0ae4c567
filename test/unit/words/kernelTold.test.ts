import assert from 'node:assert/strict';
import { binomialWeights, gaussianWeights } from '../../../src/engine/kernels/gaussianWeights';
import { oriented } from '../../../src/engine/kernels/orientation';
import { presetById } from '../../../src/engine/kernels/presets';
import { type Matrix, matrixOf } from '../../../src/engine/tensor';
import { kernelTold } from '../../../src/words/kernelTold';
import { translator } from '../../../src/words/translate';

const t = translator({});

const preset = (id: string): Matrix => presetById(id)!.matrix;
const times = ({ shape, data }: Matrix, factor: number): Matrix => ({ shape, data: data.map((one) => one * factor) });
const product = (column: Float64Array, row: Float64Array) =>
  matrixOf([...column].map((a) => [...row].map((b) => a * b)));

describe('kernelTold', () => {
  it('names a preset, says what it detects, and what its weights sum to', () => {
    assert.deepEqual(kernelTold(t, preset('sobelX')), {
      name: 'Sobel x',
      detects: 'vertical edges, dark left and bright right, with some smoothing',
      sums: 'The weights sum to 0: an even area becomes 0. It is the column 1 2 1 times the row −1 0 1.',
    });
    assert.equal(kernelTold(t, preset('sharpen')).sums, 'The weights sum to 1: brightness stays.');
  });

  it('says what was done to it', () => {
    const names: readonly (readonly [Matrix, string])[] = [
      [times(preset('sobelX'), -0.25), 'Sobel x, negated, ÷ 4'],
      [times(oriented(preset('emboss'), 'turned-90'), -2), 'emboss, turned by 90°, negated, × 2'],
      [oriented(preset('diagonalDown'), 'turned-180'), 'diagonal, falling, negated'],
      [matrixOf([[2], [-2]]), 'forward difference, turned by 270°, × 2'],
      [matrixOf(Array.from({ length: 3 }, () => [0.1111, 0.1111, 0.1111])), '≈ box blur'],
    ];
    for (const [kernel, name] of names) assert.equal(kernelTold(t, kernel).name, name);
    // A negated one answers to something else than its name says.
    assert.equal(kernelTold(t, times(preset('sobelX'), -1)).detects, undefined);
  });

  it('names boxes, Gaussians and shifts of any size', () => {
    const seven = gaussianWeights(7, 1.5);
    const names: readonly (readonly [Matrix, string])[] = [
      [product(seven, seven), 'Gaussian 7 × 7, σ 1.5'],
      [product(binomialWeights(7), binomialWeights(7)), 'Gaussian 7 × 7, binomial'],
      [product(seven, gaussianWeights(5, 1)), 'Gaussian 7 × 5, σ 1.5 and 1'],
      [matrixOf([[1, 1, 1, 1, 1]]), 'box blur 1 × 5, × 5'],
      [
        matrixOf([
          [0, 1],
          [0, 0],
        ]),
        'shift: cell [0, 1] alone',
      ],
    ];
    for (const [kernel, name] of names) assert.equal(kernelTold(t, kernel).name, name);
  });

  it('tells the sum alone of a kernel that it does not know', () => {
    const unknown = matrixOf([
      [1, 2],
      [3, 5],
    ]);
    assert.deepEqual(kernelTold(t, unknown), {
      name: undefined,
      detects: undefined,
      sums: 'The weights sum to 11: an even area is multiplied by it.',
    });
  });
});
