import type { Translate } from './translate';

/** What a preset is called and what it answers to. */
export interface KernelWords {
  readonly name: string;
  readonly detects: string;
}

/** Name and purpose of a preset; undefined for an id that is not known. */
export function kernelWords(t: Translate, id: string): KernelWords | undefined {
  return blurWords(t, id) ?? edgeWords(t, id) ?? diagonalWords(t, id);
}

function blurWords(t: Translate, id: string): KernelWords | undefined {
  switch (id) {
    case 'identity':
      return { name: t('identity'), detects: t('leaves the image as it is') };
    case 'box':
      return { name: t('box blur'), detects: t('the mean of the neighbourhood: smooths') };
    case 'gaussian3':
      return { name: t('Gaussian blur'), detects: t('smooths, with the centre counting most') };
    case 'sharpen':
      return { name: t('sharpen'), detects: t('lifts what differs from its neighbours') };
    default:
      return undefined;
  }
}

function edgeWords(t: Translate, id: string): KernelWords | undefined {
  switch (id) {
    case 'laplacian':
      return { name: t('Laplacian'), detects: t('points and edges in every direction') };
    case 'sobelX':
      return { name: t('Sobel x'), detects: t('vertical edges, dark left and bright right, with some smoothing') };
    case 'sobelY':
      return { name: t('Sobel y'), detects: t('horizontal edges, dark above and bright below, with some smoothing') };
    case 'verticalEdge':
      return { name: t('vertical edge'), detects: t('vertical edges: left and right differ') };
    case 'horizontalEdge':
      return { name: t('horizontal edge'), detects: t('horizontal edges: above and below differ') };
    default:
      return undefined;
  }
}

function diagonalWords(t: Translate, id: string): KernelWords | undefined {
  switch (id) {
    case 'diagonalDown':
      return { name: t('diagonal, falling'), detects: t('edges along the diagonal that falls to the right') };
    case 'diagonalUp':
      return { name: t('diagonal, rising'), detects: t('edges along the diagonal that rises to the right') };
    default:
      return undefined;
  }
}
