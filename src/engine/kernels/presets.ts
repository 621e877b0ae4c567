import { type Matrix, matrixOf } from '../tensor';
import { gaborKernel } from './gaborKernel';

/** The stable name of a preset, which saved sessions hold; words for people are elsewhere. */
export type PresetId =
  | 'identity'
  | 'box'
  | 'gaussian3'
  | 'gaussian5'
  | 'sharpen'
  | 'emboss'
  | 'sobelX'
  | 'sobelY'
  | 'prewittX'
  | 'prewittY'
  | 'scharrX'
  | 'scharrY'
  | 'verticalEdge'
  | 'horizontalEdge'
  | 'diagonalDown'
  | 'diagonalUp'
  | 'robertsDown'
  | 'robertsUp'
  | 'laplacian'
  | 'laplacian8'
  | 'log'
  | 'gabor'
  | 'gaborDiagonal';

/** Kernels that are looked for together. */
export type PresetGroup = 'tone' | 'gradient' | 'edge' | 'every-direction';

/** All groups, in the order in which they are offered. */
export const presetGroups: readonly PresetGroup[] = ['tone', 'gradient', 'edge', 'every-direction'];

/** A well-known kernel. */
export interface KernelPreset {
  readonly id: PresetId;
  readonly group: PresetGroup;
  readonly matrix: Matrix;
  /** Where the weights are defined. */
  readonly source: string;
}

const gonzalezWoods = 'Gonzalez and Woods, Digital Image Processing';
const openCvDerivatives = 'OpenCV, getDerivKernels with ksize = FILTER_SCHARR';
const gabor = { size: [7, 7], sigma: 2, theta: 0, lambda: 4, gamma: 0.5, psi: 0 } as const;

/** All presets, as cross-correlation applies them. */
export const presets: readonly KernelPreset[] = [
  preset('identity', 'tone', 'the unit impulse', '0 0 0 / 0 1 0 / 0 0 0'),
  preset('box', 'tone', 'the mean of 3 × 3 cells; OpenCV, blur', '1 1 1 / 1 1 1 / 1 1 1', 9),
  preset(
    'gaussian3',
    'tone',
    'the binomial coefficients 1 2 1, twice; OpenCV, getGaussianKernel(3, 0)',
    '1 2 1 / 2 4 2 / 1 2 1',
    16,
  ),
  preset(
    'gaussian5',
    'tone',
    'the binomial coefficients 1 4 6 4 1, twice; OpenCV, getGaussianKernel(5, 0)',
    '1 4 6 4 1 / 4 16 24 16 4 / 6 24 36 24 6 / 4 16 24 16 4 / 1 4 6 4 1',
    256,
  ),
  preset('sharpen', 'tone', 'the image minus its five-point Laplacian', '0 -1 0 / -1 5 -1 / 0 -1 0'),
  preset('emboss', 'tone', 'GIMP manual, Convolution Matrix, Emboss', '-2 -1 0 / -1 1 1 / 0 1 2'),
  preset('sobelX', 'gradient', 'Sobel and Feldman, 1968', '-1 0 1 / -2 0 2 / -1 0 1'),
  preset('sobelY', 'gradient', 'Sobel and Feldman, 1968', '-1 -2 -1 / 0 0 0 / 1 2 1'),
  preset('prewittX', 'gradient', 'Prewitt, Object Enhancement and Extraction, 1970', '-1 0 1 / -1 0 1 / -1 0 1'),
  preset('prewittY', 'gradient', 'Prewitt, Object Enhancement and Extraction, 1970', '-1 -1 -1 / 0 0 0 / 1 1 1'),
  preset('scharrX', 'gradient', openCvDerivatives, '-3 0 3 / -10 0 10 / -3 0 3'),
  preset('scharrY', 'gradient', openCvDerivatives, '-3 -10 -3 / 0 0 0 / 3 10 3'),
  preset('verticalEdge', 'edge', 'Prewitt, 1970, with the left side positive', '1 0 -1 / 1 0 -1 / 1 0 -1'),
  preset('horizontalEdge', 'edge', 'Prewitt, 1970, with the upper side positive', '1 1 1 / 0 0 0 / -1 -1 -1'),
  preset('diagonalDown', 'edge', `${gonzalezWoods}, the diagonal Prewitt masks`, '0 1 1 / -1 0 1 / -1 -1 0'),
  preset('diagonalUp', 'edge', `${gonzalezWoods}, the diagonal Prewitt masks`, '-1 -1 0 / -1 0 1 / 0 1 1'),
  preset('robertsDown', 'edge', 'Roberts, 1963; scikit-image, filters.roberts_pos_diag', '1 0 / 0 -1'),
  preset('robertsUp', 'edge', 'Roberts, 1963; scikit-image, filters.roberts_neg_diag', '0 1 / -1 0'),
  preset('laplacian', 'every-direction', 'the five-point stencil of the second derivatives', '0 1 0 / 1 -4 1 / 0 1 0'),
  preset(
    'laplacian8',
    'every-direction',
    `${gonzalezWoods}, the Laplacian with diagonal terms`,
    '1 1 1 / 1 -8 1 / 1 1 1',
  ),
  preset(
    'log',
    'every-direction',
    `${gonzalezWoods}, the 5 × 5 mask of the Laplacian of a Gaussian (Marr and Hildreth, 1980)`,
    '0 0 -1 0 0 / 0 -1 -2 -1 0 / -1 -2 16 -2 -1 / 0 -1 -2 -1 0 / 0 0 -1 0 0',
  ),
  {
    id: 'gabor',
    group: 'every-direction',
    matrix: gaborKernel(gabor),
    source: 'OpenCV, getGaborKernel((7, 7), sigma 2, theta 0, lambda 4, gamma 0.5, psi 0)',
  },
  {
    id: 'gaborDiagonal',
    group: 'every-direction',
    matrix: gaborKernel({ ...gabor, theta: Math.PI / 4 }),
    source: 'OpenCV, getGaborKernel((7, 7), sigma 2, theta π/4, lambda 4, gamma 0.5, psi 0)',
  },
];

/** The preset of that id, if there is one. */
export function presetById(id: string): KernelPreset | undefined {
  return presets.find((known) => known.id === id);
}

/** The preset with exactly these weights, if there is one. */
export function presetOf(matrix: Matrix): KernelPreset | undefined {
  return presets.find((known) => isSame(known.matrix, matrix));
}

function preset(id: PresetId, group: PresetGroup, source: string, rows: string, divisor = 1): KernelPreset {
  const weights = rows.split(' / ').map((row) => row.split(' ').map((weight) => Number(weight) / divisor));
  return { id, group, matrix: matrixOf(weights), source };
}

function isSame(a: Matrix, b: Matrix): boolean {
  if (a.shape[0] !== b.shape[0] || a.shape[1] !== b.shape[1]) return false;
  return a.data.every((weight, i) => weight === b.data[i]);
}
