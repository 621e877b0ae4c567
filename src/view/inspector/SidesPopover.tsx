import type { Padding } from '../../engine/convolution/conv2dParams';
import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { Popover } from '../parts/Popover';
import { Segmented } from '../parts/Segmented';
import { Stepper } from '../parts/Stepper';
import { useLens } from '../state/lens';
import { FillField } from './FillField';
import { PaddingField } from './PaddingField';

/** Padding side by side, and where the odd cell of *same* goes. */
export function SidesPopover({ plan }: { readonly plan: Conv2dPlan | undefined }) {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const isNarrow = model.size.value.width < 620;
  const padding = model.snapshot.value?.params.padding;
  const sides = sidesOf(padding, plan);
  const set = (next: Partial<typeof sides>) => actions.setParams({ padding: { kind: 'explicit', ...sides, ...next } });
  const isSame = padding?.kind === 'same_upper' || padding?.kind === 'same_lower';
  const isOdd =
    plan !== undefined && (plan.height.before !== plan.height.after || plan.width.before !== plan.width.after);
  return (
    <Popover title={t('Padding')}>
      {isNarrow && (
        <div class="more">
          <PaddingField isInPopover />
          <FillField />
        </div>
      )}
      <div class="sides">
        <span class="side top">
          <Stepper label={t('top')} value={sides.top} min={0} max={64} onChange={(top) => set({ top })} />
        </span>
        <span class="side left">
          <Stepper label={t('left')} value={sides.left} min={0} max={64} onChange={(left) => set({ left })} />
        </span>
        <span class="side middle">{model.snapshot.value?.input.name ?? t('input')}</span>
        <span class="side right">
          <Stepper label={t('right')} value={sides.right} min={0} max={64} onChange={(right) => set({ right })} />
        </span>
        <span class="side bottom">
          <Stepper label={t('bottom')} value={sides.bottom} min={0} max={64} onChange={(bottom) => set({ bottom })} />
        </span>
      </div>
      {isSame && isOdd && (
        <p class="same-rule">
          {t('The odd cell goes')}{' '}
          <Segmented
            label={t('Where the odd cell goes')}
            chosen={padding.kind}
            choices={[
              { id: 'same_upper', text: t('after (TensorFlow, ONNX upper)') },
              { id: 'same_lower', text: t('before (ONNX lower)') },
            ]}
            onChoose={(id) =>
              actions.setParams({ padding: { kind: id === 'same_lower' ? 'same_lower' : 'same_upper' } })
            }
          />
        </p>
      )}
    </Popover>
  );
}

function sidesOf(padding: Padding | undefined, plan: Conv2dPlan | undefined) {
  if (padding?.kind === 'explicit')
    return { top: padding.top, bottom: padding.bottom, left: padding.left, right: padding.right };
  return {
    top: plan?.height.before ?? 0,
    bottom: plan?.height.after ?? 0,
    left: plan?.width.before ?? 0,
    right: plan?.width.after ?? 0,
  };
}
