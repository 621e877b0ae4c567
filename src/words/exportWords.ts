import type { ProgramId } from '../export/program/programKinds';
import type { Translate } from './translate';

/** The forms in which a worked example can be had. */
export type ExportId = ProgramId | 'latex' | 'markdown' | 'svg' | 'png' | 'gif' | 'svgs' | 'link';

/** What a person calls a form. */
export function exportName(t: Translate, id: ExportId): string {
  return names[id](t);
}

/** What a form holds. */
export function exportDetail(t: Translate, id: ExportId): string {
  switch (id) {
    case 'latex':
    case 'markdown':
      return t('the equation, this step and the size formula');
    case 'svg':
    case 'png':
      return t('this step as a page');
    case 'gif':
    case 'svgs':
      return t('every step');
    case 'link':
      return t('opens the same matrices, parameters and step in another window');
    case 'keras':
      return t('checks the map against recorded values');
    default:
      return t('computes the map and checks it');
  }
}

const names: Readonly<Record<ExportId, (t: Translate) => string>> = {
  numpy: () => 'NumPy',
  scipy: () => 'SciPy',
  pytorch: () => 'PyTorch',
  opencv: () => 'OpenCV',
  keras: () => 'Keras',
  octave: (t) => t('MATLAB or Octave'),
  latex: () => 'LaTeX',
  markdown: () => 'Markdown',
  svg: (t) => t('Picture (SVG)'),
  png: (t) => t('Picture (PNG)'),
  gif: (t) => t('Animation (GIF)'),
  svgs: (t) => t('Numbered pictures (SVG)'),
  link: (t) => t('Link'),
};
