import type { StageShape } from '../engine/network/networkStage';
import type { ValueTrace } from '../engine/network/traceValue';
import type { ValuePlace } from '../engine/network/valuePlace';
import { bracketed, countText, shortNumber } from './numberText';
import type { Translate } from './translate';

/** A place in an activation, `channel 2, row 3, column 4`. */
export function valueName(t: Translate, shape: StageShape, { channel, row, col }: ValuePlace): string {
  if (shape.length === 1) return t('value {0}', col);
  if (shape[0] === 1) return t('row {0}, column {1}', row, col);
  return t('channel {0}, row {1}, column {2}', channel, row, col);
}

/** How a value came about, as it is spoken. */
export function madeSentence(t: Translate, name: string, shape: StageShape, trace: ValueTrace): string {
  const what = t('{0}, {1}', name, valueName(t, shape, trace.place));
  return `${t('{0} is {1}.', what, shortNumber(trace.value, 9))} ${howText(t, trace)}`;
}

function howText(t: Translate, trace: ValueTrace): string {
  switch (trace.kind) {
    case 'conv':
    case 'transposed':
      return sumText(t, trace);
    case 'pool':
      return trace.pooling === 'max'
        ? t('The largest of {0} values.', trace.explanation.cells.length)
        : t('{0} divided by {1}.', shortNumber(trace.explanation.sum, 9), trace.explanation.divisor);
    case 'relu':
      return t('The larger of 0 and {0}.', shortNumber(trace.input, 9));
    case 'flatten':
      return t('The same number in a row.');
    case 'dense':
      return t('The sum of {0} products.', countText(trace.explanation.count));
    case 'softmax':
      return t('The share {0} of {1}.', shortNumber(trace.exponential, 7), shortNumber(trace.sum, 7));
  }
}

/** More partial sums than these nobody wants to hear. */
const mostSpoken = 6;

function sumText(t: Translate, trace: Extract<ValueTrace, { readonly kind: 'conv' | 'transposed' }>): string {
  const { bias } = trace.explanation;
  const parts = trace.channels.map(({ sum }) => bracketed(sum, 7));
  const sums = parts.length > mostSpoken ? t('the sums of {0} channels', parts.length) : parts.join(t(' plus '));
  return bias === undefined ? t('It is {0}.', sums) : t('It is {0}, plus the bias {1}.', sums, bracketed(bias, 7));
}
