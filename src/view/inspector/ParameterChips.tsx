import { paddingText } from '../../words/paddingText';
import { useLens } from '../state/lens';
import type { PopoverName } from '../state/lensModel';
import { SwapButton } from './SwapButton';

/** The parameters in a few words; each opens what it can be changed with. */
export function ParameterChips() {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const params = model.snapshot.value?.params;
  if (params === undefined) return null;
  const [height, width] = params.strides;
  const chip = (name: PopoverName, text: string) => (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-expanded={model.popover.value === name}
      onClick={() => actions.open(name)}
    >
      {text}
    </button>
  );
  const plan = facts.plan.value;
  return (
    <>
      {chip('padding', plan ? paddingText(t, plan) : t('padding'))}
      {chip('more', height === width ? t('stride {0}, more…', width) : t('stride {0} | {1}, more…', height, width))}
      <SwapButton />
    </>
  );
}

/** What has no field of its own; padding and stride have theirs beside it. */
export function MoreChip() {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={model.popover.value === 'more'}
        onClick={() => actions.open('more')}
      >
        {t('more…')}
      </button>
      <SwapButton />
    </>
  );
}
