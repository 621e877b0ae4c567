import { type Matrix, matrixOf } from '../tensor';

/** The stable name of a preset; words for people are elsewhere. */
export type PresetId =
  | 'identity'
  | 'box'
  | 'gaussian3'
  | 'laplacian'
  | 'sobelX'
  | 'sobelY'
  | 'verticalEdge'
  | 'horizontalEdge'
  | 'diagonalDown'
  | 'diagonalUp'
  | 'sharpen';

/** A well-known kernel. */
export interface KernelPreset {
  readonly id: PresetId;
  readonly matrix: Matrix;
  /** Where the weights are defined. */
  readonly source: string;
}

const gonzalezWoods = 'Gonzalez and Woods, Digital Image Processing';

/** All presets, as cross-correlation applies them. */
export const presets: readonly KernelPreset[] = [
  preset('identity', 'the unit impulse', '0 0 0 / 0 1 0 / 0 0 0'),
  preset('box', 'the mean of 3 × 3 cells', '1 1 1 / 1 1 1 / 1 1 1', 9),
  preset('gaussian3', 'the binomial coefficients 1 2 1, twice', '1 2 1 / 2 4 2 / 1 2 1', 16),
  preset('laplacian', 'the five-point stencil of the second derivatives', '0 1 0 / 1 -4 1 / 0 1 0'),
  preset('sobelX', 'Sobel and Feldman, 1968', '-1 0 1 / -2 0 2 / -1 0 1'),
  preset('sobelY', 'Sobel and Feldman, 1968', '-1 -2 -1 / 0 0 0 / 1 2 1'),
  preset('verticalEdge', 'Prewitt, 1970, with the left side positive', '1 0 -1 / 1 0 -1 / 1 0 -1'),
  preset('horizontalEdge', 'Prewitt, 1970, with the upper side positive', '1 1 1 / 0 0 0 / -1 -1 -1'),
  preset('diagonalDown', `${gonzalezWoods}, the diagonal Prewitt masks`, '0 1 1 / -1 0 1 / -1 -1 0'),
  preset('diagonalUp', `${gonzalezWoods}, the diagonal Prewitt masks`, '-1 -1 0 / -1 0 1 / 0 1 1'),
  preset('sharpen', 'the image minus its five-point Laplacian', '0 -1 0 / -1 5 -1 / 0 -1 0'),
];

/** The preset of that id, if there is one. */
export function presetById(id: string): KernelPreset | undefined {
  return presets.find((known) => known.id === id);
}

/** The preset with exactly these weights, if there is one. */
export function presetOf(matrix: Matrix): KernelPreset | undefined {
  return presets.find((known) => isSame(known.matrix, matrix));
}

function preset(id: PresetId, source: string, rows: string, divisor = 1): KernelPreset {
  const weights = rows.split(' / ').map((row) => row.split(' ').map((weight) => Number(weight) / divisor));
  return { id, matrix: matrixOf(weights), source };
}

function isSame(a: Matrix, b: Matrix): boolean {
  if (a.shape[0] !== b.shape[0] || a.shape[1] !== b.shape[1]) return false;
  return a.data.every((weight, i) => weight === b.data[i]);
}
