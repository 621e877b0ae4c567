import type { EquivalentNote } from '../layers/equivalent/equivalentLayer';
import type { Translate } from './translate';

/** What has to be known when weights or data are carried from one library to the other; Markdown. */
export function equivalentNoteText(t: Translate, note: EquivalentNote): string {
  const texts: Readonly<Record<EquivalentNote, string>> = {
    'channels-last': t('The data stand with their channels last: `x.permute(0, 2, 3, 1)`.'),
    'channels-first': t('The data stand with their channels first: `keras.ops.transpose(x, (0, 3, 1, 2))`.'),
    'kernel-axes': t(
      'Weights: PyTorch has (out, in, rows, columns), Keras (rows, columns, in, out): `w.permute(2, 3, 1, 0)` there, `w.transpose(3, 2, 0, 1)` back.',
    ),
    'transposed-kernel-axes': t(
      'Weights: PyTorch has (in, out, rows, columns), Keras (rows, columns, out, in): `w.permute(2, 3, 1, 0)` there, `w.transpose(3, 2, 0, 1)` back.',
    ),
    'dense-axes': t('Weights: PyTorch has (out, in), Keras (in, out): `w.T`.'),
    'flatten-order': t(
      'What is flattened stands in another order, so that the weights of a dense layer behind have to be put in that order too.',
    ),
    'lowest-padding': t('What is added around is −∞ and not 0, so that it is never the largest.'),
    'for-this-size': t(
      'Padding “same” with a stride depends on the size of the input: this holds for the one that comes in here.',
    ),
  };
  return texts[note];
}
