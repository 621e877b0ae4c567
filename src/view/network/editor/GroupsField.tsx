import { useNetwork } from '../state/network';
import { Field } from './Field';

interface GroupsFieldProps {
  readonly channels: number;
  readonly filters: number;
  readonly groups: number;
  readonly onChange: (groups: number) => void;
}

/** More lines than these are no picture. */
const mostDrawn = 24;

/** Groups by a slider over the numbers that divide channels and filters, and which channels meet which. */
export function GroupsField({ channels, filters, groups, onChange }: GroupsFieldProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const fitting = Array.from({ length: Math.min(channels, filters) }, (_, i) => i + 1).filter(
    (count) => channels % count === 0 && filters % count === 0,
  );
  const at = fitting.indexOf(groups);
  const isDepthwise = groups === channels && channels > 1;
  const said = isDepthwise
    ? t('{0}: depthwise, each filter reads one channel', groups)
    : groups === 1
      ? t('1: each filter reads all channels')
      : t('{0}: each filter reads {1} channels', groups, channels / groups);
  return (
    <Field label={t('Groups')} term="group">
      <input
        type="range"
        aria-label={t('Groups')}
        aria-valuetext={said}
        min={0}
        max={Math.max(0, fitting.length - 1)}
        value={Math.max(0, at)}
        disabled={fitting.length < 2}
        onInput={(event) => onChange(fitting[Number(event.currentTarget.value)] ?? 1)}
      />
      <span class="groups-said">{at < 0 ? String(groups) : said}</span>
      {at >= 0 && channels <= mostDrawn && filters <= mostDrawn && (
        <GroupsPicture channels={channels} filters={filters} groups={groups} />
      )}
    </Field>
  );
}

const [top, bottom, width] = [8, 50, 264];

/** Channels above, filters below, a line where they meet. */
function GroupsPicture({ channels, filters, groups }: Omit<GroupsFieldProps, 'onChange'>) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const across = (place: number, count: number) => ((place + 0.5) * width) / count;
  const group = (place: number, count: number) => Math.floor((place * groups) / count);
  const lines = Array.from({ length: channels }, (_, channel) =>
    Array.from({ length: filters }, (_, filter) => ({ channel, filter })),
  )
    .flat()
    .filter(({ channel, filter }) => group(channel, channels) === group(filter, filters));
  return (
    <svg
      class="groups-picture"
      viewBox={`0 0 ${width} 58`}
      role="img"
      aria-label={t('{0} channels and {1} filters in {2} groups', channels, filters, groups)}
    >
      {lines.map(({ channel, filter }) => (
        <line
          key={`${channel} ${filter}`}
          class={group(channel, channels) % 2 === 0 ? 'even' : 'odd'}
          x1={across(channel, channels)}
          y1={top}
          x2={across(filter, filters)}
          y2={bottom}
        />
      ))}
      {Array.from({ length: channels }, (_, channel) => (
        <circle key={channel} cx={across(channel, channels)} cy={top} r={3.5} />
      ))}
      {Array.from({ length: filters }, (_, filter) => (
        <rect key={filter} x={across(filter, filters) - 3.5} y={bottom - 3.5} width={7} height={7} />
      ))}
    </svg>
  );
}
