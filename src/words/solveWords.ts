import type { AxisPlan } from '../engine/convolution/conv2dPlan';
import type { NoSymmetricPadding } from '../engine/solve/solvePadding';
import type { Unsolved } from '../engine/solve/solveProblem';
import type { Translate } from './translate';

/** What is said of a total of added cells, `6 in all, the same on both sides, nothing floored`. */
export function solvedText(t: Translate, total: number, floored: number): string {
  const split = total % 2 === 0 ? t('the same on both sides') : t('one more after than before');
  return t('{0} in all, {1}, {2}', total, split, flooredText(t, floored));
}

function flooredText(t: Translate, floored: number): string {
  if (floored <= 0) return t('nothing floored');
  return floored === 1 ? t('the last cell is floored away') : t('the last {0} cells are floored away', floored);
}

/** Why no padding is the same on both sides, with the sum that is odd. */
export function noneSymmetricText(t: Translate, { numbers }: NoSymmetricPadding): string {
  const { wanted, span, inputSize, total } = numbers;
  return t(
    'None is the same on both sides: with stride 1 it takes exactly {0} − 1 + {1} − {2} = {3}, which is odd.',
    wanted,
    span,
    inputSize,
    total,
  );
}

/** Why no value gives the wanted size. */
export function unsolvedText(t: Translate, { unsolved, numbers }: Unsolved): string {
  switch (unsolved) {
    case 'smaller-than-unpadded':
      return t(
        'Even without padding the map has {0} cells: a smaller one needs a larger stride or kernel.',
        numbers.unpadded ?? 0,
      );
    case 'kernel-larger-than-input':
      return t('The kernel spans {0} cells, and there are {1}.', numbers.span ?? 0, numbers.paddedSize ?? 0);
    case 'larger-than-possible':
      return t('The map has at most {0} cells.', numbers.largest ?? 0);
    case 'between': {
      const { below = 0, sizeBelow = 0, above = 0, sizeAbove = 0 } = numbers;
      return t('{0} gives {1} cells, {2} already {3}.', below, sizeBelow, above, sizeAbove);
    }
    case 'not-an-integer':
    case 'not-positive':
      return t('The size must be a whole number from 1 on.');
    case 'negative':
      return t('Padding cannot be negative.');
    case 'too-large':
      return t('That is too large.');
  }
}

/** What is known of an axis besides what is solved for, `from 5 cells, kernel 3, stride 2`. */
export function solverFromText(t: Translate, solveFor: 'padding' | 'stride' | 'kernel', axis: AxisPlan): string {
  const { inputSize, kernelSize, stride, before, after } = axis;
  const padding = before === after ? String(before) : `${before} | ${after}`;
  switch (solveFor) {
    case 'padding':
      return t('from {0} cells, kernel {1}, stride {2}', inputSize, kernelSize, stride);
    case 'stride':
      return t('from {0} cells, kernel {1}, padding {2}', inputSize, kernelSize, padding);
    case 'kernel':
      return t('from {0} cells, stride {1}, padding {2}', inputSize, stride, padding);
  }
}

/** What is said of a stride or kernel size that gives the wanted size. */
export function answerText(t: Translate, solveFor: 'stride' | 'kernel', value: number, floored: number): string {
  const rest = flooredText(t, floored);
  if (solveFor === 'stride') return t('hops of {0}, {1}', value, rest);
  return value === 1 ? t('1 cell, {0}', rest) : t('{0} cells, {1}', value, rest);
}

/** Said where not all values are listed: from which to which they go, or that they go on for ever. */
export function allAnswersText(t: Translate, smallest: number, largest: number | undefined): string {
  return largest === undefined
    ? t('All from {0} on do it.', smallest)
    : t('All from {0} to {1} do it.', smallest, largest);
}
