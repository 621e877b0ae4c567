import { shortNumber } from '../../words/numberText';
import { pathText } from '../../words/pathText';
import type { Fill } from '../colour/cellFills';
import { cssOf } from '../colour/rgb';
import type { Box } from '../layout/geometryBox';
import type { Cells } from '../state/cells';
import { useLens } from '../state/lens';
import { binCounts, binLevels } from './binCounts';

interface LegendProps {
  readonly box: Box;
  readonly most: number;
  readonly fill: Fill;
  readonly map: Cells | undefined;
  readonly reached: number;
  readonly sum: number | undefined;
}

/** The scale of the map's colours, the spread of its values on it, and where the sum lies. */
export function Legend({ box, most, fill, map, reached, sum }: LegendProps) {
  const { facts } = useLens();
  const t = facts.t.value;
  const stops = Array.from({ length: 17 }, (_, i) => cssOf(fill(((i - 8) / 8) * most) ?? { r: 0, g: 0, b: 0 }));
  const room = box.height - 32;
  const marker = sum === undefined || Number.isNaN(sum) ? undefined : place(sum, most) * box.width;
  return (
    <div
      class="legend"
      role="img"
      aria-label={t(
        'Colours from {0} to {1}, zero is the page’s own colour',
        shortNumber(-most, 8),
        shortNumber(most, 8),
      )}
      title={t(
        'Products, sum and map share this scale; the kernel’s colours run from −{0} to +{0}',
        shortNumber(facts.scale.value.kernel, 6),
      )}
      style={{ left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` }}
    >
      {room >= 16 && map !== undefined && (
        <Histogram width={box.width} height={room} most={most} fill={fill} map={map} reached={reached} />
      )}
      <div class="scale" style={{ background: `linear-gradient(to right, ${stops.join(', ')})` }} />
      {marker !== undefined && <i class="marker" style={{ left: `${marker}px` }} />}
      <div class="ends">
        <span>{shortNumber(-most, endRoom(most))}</span>
        <span>0</span>
        <span>+{shortNumber(most, endRoom(most))}</span>
      </div>
      <Exactness />
    </div>
  );
}

/** Says where the map was not computed sum by sum, and how far it may be off. */
function Exactness() {
  const { facts, model } = useLens();
  const t = facts.t.value;
  const output = model.snapshot.value?.output;
  if (output === undefined || output.error.kind === 'exact') return null;
  // These add the very sums that are shown.
  if (output.path === 'loops' || output.path === 'ordered') return null;
  const bound = shortNumber(output.error.bound, 7);
  return (
    <span class="exactness" title={pathText(t, output.path, bound)}>
      {t('± {0}', bound)}
    </span>
  );
}

interface HistogramProps {
  readonly width: number;
  readonly height: number;
  readonly most: number;
  readonly fill: Fill;
  readonly map: Cells;
  readonly reached: number;
}

/** Squares for few values, bars for many. */
function Histogram({ width, height, most, fill, map, reached }: HistogramProps) {
  const bins = 2 * Math.max(4, Math.floor(width / 2 / 9)) + 1;
  const counts = map.whole
    ? binCounts(map.whole.data, most, bins, reached)
    : map.picture
      ? binLevels(map.picture, most, bins)
      : [];
  const highest = Math.max(1, ...counts);
  const isFew = highest * 9 <= height;
  const step = width / bins;
  return (
    <svg class="histogram" width={width} height={height} aria-hidden="true">
      {counts.map((count, bin) => {
        const middle = ((bin - (bins - 1) / 2) / ((bins - 1) / 2)) * most;
        const colour = bin === (bins - 1) / 2 ? undefined : cssOf(fill(middle) ?? { r: 0, g: 0, b: 0 });
        const x = bin * step + step / 2 - Math.min(7, step - 1) / 2;
        const side = Math.min(7, step - 1);
        const blocks = isFew
          ? Array.from({ length: count }, (_, i) => ({ y: height - 8 - i * 9, height: 7 }))
          : count > 0
            ? [
                {
                  y: height - 1 - Math.max(2, (count / highest) ** 0.4 * (height - 2)),
                  height: Math.max(2, (count / highest) ** 0.4 * (height - 2)),
                },
              ]
            : [];
        return blocks.map((block, i) => (
          <rect
            key={`${bin}.${i}`}
            class={colour ? 'bin' : 'bin zero'}
            x={x}
            width={side}
            rx={1.5}
            {...block}
            {...(colour && { fill: colour })}
          />
        ));
      })}
    </svg>
  );
}

function place(value: number, most: number): number {
  return (Math.max(-1, Math.min(1, value / most)) + 1) / 2;
}

/** Whole ends are written out, others rounded. */
function endRoom(most: number): number {
  return Number.isInteger(most) ? 8 : 6;
}
