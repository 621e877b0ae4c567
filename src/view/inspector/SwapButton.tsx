import { Icon } from '../parts/Icon';
import { useLens } from '../state/lens';

/** Lets input and kernel change places. */
export function SwapButton() {
  const { facts, actions } = useLens();
  const t = facts.t.value;
  return (
    <button
      type="button"
      class="swap"
      aria-label={t('Swap')}
      title={t('Swap: input and kernel change places')}
      onClick={() => actions.act({ kind: 'swap' })}
    >
      <Icon name="swap" />
    </button>
  );
}
