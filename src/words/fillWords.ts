import type { PlainPattern } from '../engine/patterns/pattern';
import type { ExampleId } from '../session/act';
import type { Translate } from './translate';

/** What a pattern is called, and what it puts into the cells. */
export function patternWords(t: Translate, pattern: PlainPattern): { readonly name: string; readonly does: string } {
  switch (pattern) {
    case 'ramp':
      return { name: t('Ramp'), does: t('Each column holds its number: 0, 1, 2 and so on') };
    case 'checkerboard':
      return { name: t('Checkerboard'), does: t('0 and 1 in turn') };
    case 'impulse':
      return { name: t('Impulse'), does: t('A 1 in the middle, zeros around it: the map shows the kernel itself') };
    case 'edge':
      return { name: t('Edge'), does: t('0 on the left, 1 on the right') };
  }
}

/** What a worked example of the course shows. */
export function exampleName(t: Translate, id: ExampleId): string {
  switch (id) {
    case 'every-step':
      return t('Every step: 3 × 3 with 2 × 2');
    case 'one-patch':
      return t('One patch: the Laplacian gives 3');
    case 'bright-edge':
      return t('A bright edge: Sobel x gives 760');
    case 'nine-patches':
      return t('Nine patches: 5 × 5 with 3 × 3');
  }
}
