import type { PresetGroup } from '../engine/kernels/presets';
import type { Translate } from './translate';

/** What a kernel is called and what it answers to. */
export interface KernelWords {
  readonly name: string;
  readonly detects: string;
}

/** Name and purpose of a preset; undefined for an id that is not known. */
export function kernelWords(t: Translate, id: string): KernelWords | undefined {
  return blurWords(t, id) ?? gradientWords(t, id) ?? edgeWords(t, id) ?? secondOrderWords(t, id);
}

/** What a group of presets is for. */
export function presetGroupName(t: Translate, group: PresetGroup): string {
  switch (group) {
    case 'tone':
      return t('Smooth and sharpen');
    case 'gradient':
      return t('Gradients');
    case 'edge':
      return t('Edges in one direction');
    case 'every-direction':
      return t('Edges in every direction, and stripes');
  }
}

function blurWords(t: Translate, id: string): KernelWords | undefined {
  switch (id) {
    case 'identity':
      return { name: t('identity'), detects: t('leaves the image as it is') };
    case 'box':
      return { name: t('box blur'), detects: t('the mean of the neighbourhood: smooths') };
    case 'gaussian3':
      return { name: t('Gaussian blur'), detects: t('smooths, with the centre counting most') };
    case 'gaussian5':
      return { name: t('Gaussian 5 × 5'), detects: t('smooths further around, with the centre counting most') };
    case 'sharpen':
      return { name: t('sharpen'), detects: t('lifts what differs from its neighbours') };
    case 'emboss':
      return { name: t('emboss'), detects: t('a relief, with its light from the lower right') };
    default:
      return undefined;
  }
}

function gradientWords(t: Translate, id: string): KernelWords | undefined {
  switch (id) {
    case 'sobelX':
      return { name: t('Sobel x'), detects: t('vertical edges, dark left and bright right, with some smoothing') };
    case 'sobelY':
      return { name: t('Sobel y'), detects: t('horizontal edges, dark above and bright below, with some smoothing') };
    case 'prewittX':
      return { name: t('Prewitt x'), detects: t('vertical edges, dark left and bright right') };
    case 'prewittY':
      return { name: t('Prewitt y'), detects: t('horizontal edges, dark above and bright below') };
    case 'scharrX':
      return { name: t('Scharr x'), detects: t('vertical edges, more alike in every direction than Sobel x') };
    case 'scharrY':
      return { name: t('Scharr y'), detects: t('horizontal edges, more alike in every direction than Sobel y') };
    default:
      return undefined;
  }
}

function edgeWords(t: Translate, id: string): KernelWords | undefined {
  switch (id) {
    case 'verticalEdge':
      return { name: t('vertical edge'), detects: t('vertical edges: left and right differ') };
    case 'horizontalEdge':
      return { name: t('horizontal edge'), detects: t('horizontal edges: above and below differ') };
    case 'diagonalDown':
      return { name: t('diagonal, falling'), detects: t('edges along the diagonal that falls to the right') };
    case 'diagonalUp':
      return { name: t('diagonal, rising'), detects: t('edges along the diagonal that rises to the right') };
    case 'robertsDown':
      return {
        name: t('Roberts, falling'),
        detects: t('differences along the falling diagonal, from two cells alone'),
      };
    case 'robertsUp':
      return { name: t('Roberts, rising'), detects: t('differences along the rising diagonal, from two cells alone') };
    default:
      return undefined;
  }
}

function secondOrderWords(t: Translate, id: string): KernelWords | undefined {
  switch (id) {
    case 'laplacian':
      return { name: t('Laplacian'), detects: t('points and edges in every direction') };
    case 'laplacian8':
      return { name: t('Laplacian 8'), detects: t('points and edges in every direction, diagonals too') };
    case 'log':
      return { name: t('LoG'), detects: t('blobs and edges, smoothed first: the Laplacian of a Gaussian') };
    case 'gabor':
      return { name: t('Gabor'), detects: t('upright stripes that repeat every four cells') };
    case 'gaborDiagonal':
      return { name: t('Gabor, 45°'), detects: t('slanted stripes that repeat every four cells') };
    default:
      return undefined;
  }
}
