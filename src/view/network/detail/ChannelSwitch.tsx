import { Icon } from '../../parts/Icon';
import { useNetwork } from '../state/network';
import type { ChosenInColumn } from '../state/networkFacts';

/** From channel to channel at the same place: several filters make one map each. */
export function ChannelSwitch({ chosen }: { readonly chosen: ChosenInColumn }) {
  const { facts, actions } = useNetwork();
  const t = facts.t.value;
  const { shape, of, channel, row, col } = chosen;
  if (shape.length === 1 || shape[0] < 2) return null;
  const go = (to: number) => actions.choose({ of, row, col, channel: (to + shape[0]) % shape[0] });
  return (
    <span class="channel-switch">
      <button
        type="button"
        class="quiet"
        aria-label={t('Channel before')}
        title={t('Channel before')}
        onClick={() => go(channel - 1)}
      >
        <Icon name="left" />
      </button>
      {t('channel {0} of {1}', channel, shape[0])}
      <button
        type="button"
        class="quiet"
        aria-label={t('Channel after')}
        title={t('Channel after')}
        onClick={() => go(channel + 1)}
      >
        <Icon name="right" />
      </button>
    </span>
  );
}
