import type { Conv2dPlan } from '../engine/convolution/conv2dPlan';
import type { Translate } from './translate';

/** What the padding is called in a caption: `padding 1`, `padding 1 | 2`, `padding by side`, `no padding`. */
export function paddingText(t: Translate, { height, width }: Conv2dPlan): string {
  const sides = [height.before, height.after, width.before, width.after];
  if (sides.every((side) => side === 0)) return t('no padding');
  if (sides.every((side) => side === sides[0])) return t('padding {0}', sides[0] ?? 0);
  if (height.before === width.before && height.after === width.after)
    return t('padding {0} | {1}', height.before, height.after);
  return t('padding by side');
}
