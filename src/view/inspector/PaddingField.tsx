import type { Padding } from '../../engine/convolution/conv2dParams';
import { Segmented } from '../parts/Segmented';
import { Stepper } from '../parts/Stepper';
import { useLens } from '../state/lens';
import { Field } from './Field';

/** How much is added: by rule, by one number, or side by side in the popover. */
export function PaddingField({ isInPopover = false }: { readonly isInPopover?: boolean }) {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const padding = model.snapshot.value?.params.padding;
  if (padding === undefined) return null;
  const plan = facts.plan.value;
  const amount = padding.kind === 'all' ? padding.amount : (plan?.width.before ?? 0);
  const set = (next: Padding) => actions.setParams({ padding: next });
  return (
    <Field name={t('Padding')} kind="padding">
      <Segmented
        label={t('Rule of the padding')}
        chosen={padding.kind.startsWith('same') ? 'same' : padding.kind}
        choices={[
          { id: 'valid', text: t('valid'), title: t('No padding: the kernel stays inside the input') },
          { id: 'same', text: t('same'), title: t('As many outputs as the input has cells, divided by the stride') },
          { id: 'full', text: t('full'), title: t('Every place where kernel and input overlap') },
        ]}
        onChoose={(id) => set({ kind: id === 'same' ? 'same_upper' : id === 'full' ? 'full' : 'valid' })}
      />
      <Stepper
        label={t('Padding on all sides')}
        title={t('Padding on all sides  [ ]')}
        value={amount}
        min={0}
        max={64}
        onChange={(value) => set(value === 0 ? { kind: 'valid' } : { kind: 'all', amount: value })}
      />
      {!isInPopover && (
        <button
          type="button"
          class={padding.kind === 'explicit' ? 'pressed' : ''}
          aria-haspopup="dialog"
          aria-expanded={model.popover.value === 'padding'}
          title={t('Each side on its own')}
          aria-label={t('Each side on its own')}
          onClick={() => actions.open('padding')}
        >
          …
        </button>
      )}
    </Field>
  );
}
