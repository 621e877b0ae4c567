import type { AxisPlan } from '../../engine/convolution/conv2dPlan';
import { useLens } from '../state/lens';

interface RailProps {
  readonly axis: AxisPlan;
  readonly along: 'x' | 'y';
  /** Where the padded axis begins, and the side of a cell. */
  readonly start: number;
  readonly cell: number;
  readonly current: number;
  readonly left: number;
  readonly top: number;
}

/** The track of the stride: a stop where each patch begins, arcs for the hops, a cross where a patch would lack cells. */
export function Rail({ axis, along, start, cell, current, left, top }: RailProps) {
  const { facts } = useLens();
  if (axis.paddedSize * cell < 30 || cell < 8 || axis.outputSize > 64) return null;
  const length = axis.paddedSize * cell;
  const at = (padded: number) => (padded + 0.5) * cell;
  const stops = Array.from({ length: axis.outputSize }, (_, index) => at(index * axis.stride));
  const hopped = hoppedOver(axis).map(at);
  const crossing = axis.outputSize * axis.stride;
  const showsCross = (axis.stride > 1 || current === axis.outputSize - 1) && crossing < axis.paddedSize;
  const size = along === 'x' ? { width: length + 90, height: 30 } : { width: 26, height: length };
  return (
    <svg
      class={`rail ${along}`}
      aria-hidden="true"
      {...size}
      style={{ left: `${along === 'x' ? start : left}px`, top: `${along === 'x' ? top : start}px` }}
    >
      <g transform={along === 'x' ? 'translate(0 8)' : 'translate(13 0)'}>
        <Track stops={stops} hopped={hopped} along={along} current={current} />
        {showsCross && <Cross at={at(crossing)} from={stops.at(-1) ?? 0} along={along} bites={axis.rest > 0} />}
        {along === 'x' && (
          <text class="rail-word" x={Math.max(stops.at(-1) ?? 0, showsCross ? at(crossing) : 0) + 14} y="4">
            {facts.t.value('stride {0}', axis.stride)}
          </text>
        )}
      </g>
    </svg>
  );
}

interface TrackProps {
  readonly stops: readonly number[];
  readonly hopped: readonly number[];
  readonly along: 'x' | 'y';
  readonly current: number;
}

function Track({ stops, hopped, along, current }: TrackProps) {
  const point = (place: number) => (along === 'x' ? { cx: place, cy: 0 } : { cx: 0, cy: place });
  const radius = (stops[1] ?? 99) - (stops[0] ?? 0) < 14 ? 2 : 3.5;
  return (
    <>
      <path class="track" d={along === 'x' ? `M${stops[0]} 0 H${stops.at(-1)}` : `M0 ${stops[0]} V${stops.at(-1)}`} />
      {stops.slice(1).map((stop, index) => (
        <path key={stop} class={index === current ? 'hop now' : 'hop'} d={arc(stops[index] ?? 0, stop, along)} />
      ))}
      {hopped.map((place) => (
        <circle key={place} class="hopped" r="2" {...point(place)} />
      ))}
      {stops.map((stop, index) => (
        <circle
          key={stop}
          class={index === current ? 'stop now' : index === current + 1 ? 'stop next' : 'stop'}
          r={index === current ? radius + 2 : radius}
          {...point(stop)}
        />
      ))}
    </>
  );
}

function Cross({
  at,
  from,
  along,
  bites,
}: {
  readonly at: number;
  readonly from: number;
  readonly along: 'x' | 'y';
  readonly bites: boolean;
}) {
  const place = along === 'x' ? `translate(${at} 0)` : `translate(0 ${at})`;
  return (
    <>
      <path class={bites ? 'crossing bites' : 'crossing'} d={arc(from, at, along)} />
      <path class="cross" d="M-4 -4 L4 4 M-4 4 L4 -4" transform={place} />
    </>
  );
}

function hoppedOver({ outputSize, stride }: AxisPlan): readonly number[] {
  const all = Array.from({ length: (outputSize - 1) * stride }, (_, place) => place);
  return stride === 1 ? [] : all.filter((place) => place % stride !== 0);
}

function arc(from: number, to: number, along: 'x' | 'y'): string {
  const depth = Math.min(17, (to - from) * 0.34);
  return along === 'x'
    ? `M${from} 0 C${from + (to - from) * 0.2} ${depth} ${to - (to - from) * 0.2} ${depth} ${to} 0`
    : `M0 ${from} C${-depth * 0.7} ${from + (to - from) * 0.2} ${-depth * 0.7} ${to - (to - from) * 0.2} 0 ${to}`;
}
