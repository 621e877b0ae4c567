import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { lastPatchText, neverReadText, sizeLines } from '../../words/sizeWords';
import { useLens } from '../state/lens';

/** How the size comes about, and why no further patch is taken. */
export function SizeReason({ plan }: { readonly plan: Conv2dPlan }) {
  const { facts } = useLens();
  const t = facts.t.value;
  const never = neverReadText(t, plan);
  const axis = plan.width.rest > 0 || plan.height.rest === 0 ? plan.width : plan.height;
  const name = axis === plan.width ? 'width' : 'height';
  return (
    <div class="size-reason">
      <p>{sizeLines(t, plan.width).join(' · ')}</p>
      <p class={axis.rest > 0 ? 'crosses bites' : 'crosses'}>
        {lastPatchText(t, axis, name)}
        {never !== undefined && <span class="never"> · {never}</span>}
      </p>
    </div>
  );
}
