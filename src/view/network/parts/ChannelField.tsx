import { Stepper } from '../../parts/Stepper';
import { useWords } from '../../parts/words';

interface ChannelFieldProps {
  /** What the field is called where `Channel` alone is not enough. */
  readonly label?: string;
  readonly channel: number;
  readonly count: number;
  readonly onChange: (channel: number) => void;
}

/** The channel that is looked at. */
export function ChannelField({ label, channel, count, onChange }: ChannelFieldProps) {
  const t = useWords();
  return (
    <span class="channel-field">
      <span class="label">{t('Channel')}</span>
      <Stepper label={label ?? t('Channel')} value={channel} min={0} max={count - 1} onChange={onChange} />
    </span>
  );
}
