import type { AxisPlan } from '../engine/convolution/conv2dPlan';
import { solveKernelSize } from '../engine/solve/solveKernelSize';
import type { NoSymmetricPadding } from '../engine/solve/solvePadding';
import type { Unsolved } from '../engine/solve/solveProblem';
import { solveStride } from '../engine/solve/solveStride';
import type { Translate } from './translate';

/** What is said of a total of added cells, `6 in all, the same on both sides, nothing floored`. */
export function solvedText(t: Translate, total: number, floored: number): string {
  const split = total % 2 === 0 ? t('the same on both sides') : t('one more after than before');
  const rest =
    floored <= 0
      ? t('nothing floored')
      : floored === 1
        ? t('the last cell is floored away')
        : t('the last {0} cells are floored away', floored);
  return t('{0} in all, {1}, {2}', total, split, rest);
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

/** What else gives the wanted size with the padding as it is, `stride 2 or a kernel of 4 to 5`; undefined if nothing. */
export function otherWaysText(t: Translate, axis: AxisPlan, wanted: number): string | undefined {
  const strides = solveStride(axis, wanted);
  const kernels = solveKernelSize(axis, wanted);
  const stride = 'unsolved' in strides ? undefined : strideText(t, strides.smallest, strides.largest);
  const kernel = 'unsolved' in kernels ? undefined : kernelText(t, kernels.smallest, kernels.largest);
  if (stride && kernel) return t('With the padding as it is: {0}, or {1}.', stride, kernel);
  const only = stride ?? kernel;
  return only && t('With the padding as it is: {0}.', only);
}

function strideText(t: Translate, smallest: number, largest: number | undefined): string {
  if (largest === undefined) return t('a stride from {0} on', smallest);
  return smallest === largest ? t('stride {0}', smallest) : t('a stride of {0} to {1}', smallest, largest);
}

function kernelText(t: Translate, smallest: number, largest: number): string {
  return smallest === largest ? t('a kernel of {0}', smallest) : t('a kernel of {0} to {1}', smallest, largest);
}
