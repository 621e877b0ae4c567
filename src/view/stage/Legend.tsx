import type { ColourMap } from '../../protocol/viewSettings';
import { shortNumber } from '../../words/numberText';
import { pathText } from '../../words/pathText';
import type { Fill } from '../colour/cellFills';
import type { DataScale } from '../colour/dataScale';
import { cssOf } from '../colour/rgb';
import type { Box } from '../layout/geometryBox';
import { Icon } from '../parts/Icon';
import { scaleBackground } from '../parts/scaleBackground';
import type { Cells } from '../state/cells';
import { useLens } from '../state/lens';
import { binCounts, binLevels } from './binCounts';

interface LegendProps {
  readonly box: Box;
  readonly fill: Fill;
  readonly map: Cells | undefined;
  readonly reached: number;
  readonly sum: number | undefined;
}

/** The scale of the map's colours, the spread of its values on it, and where the sum lies; opens what changes them. */
export function Legend({ box, fill, map, reached, sum }: LegendProps) {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const { low, high } = ends(facts.scale.value, model.settings.value.colours);
  const lowText = shortNumber(low, endRoom(low));
  const highText = `${low < 0 && high > 0 ? '+' : ''}${shortNumber(high, endRoom(high))}`;
  const hasZero = (lowText.length + highText.length + 3) * digitWidth < box.width;
  const hasLine = box.height >= heightWithKernel;
  const room = box.height - (hasLine ? 48 : 32);
  const marker = sum === undefined || Number.isNaN(sum) ? undefined : place(sum, low, high) * box.width;
  return (
    <div
      class="legend"
      style={{ left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` }}
    >
      {room >= 16 && map !== undefined && (
        <Histogram width={box.width} height={room} low={low} high={high} fill={fill} map={map} reached={reached} />
      )}
      <button
        type="button"
        class="pick-colours"
        aria-haspopup="dialog"
        aria-expanded={model.popover.value === 'cells'}
        title={t('Numbers, colours, digits: how cells look')}
        onClick={() => actions.open('cells')}
      >
        <span class="for-readers">{t('Cells and colours:')} </span>
        <i class="scale" style={{ background: scaleBackground(fill, low, high) }} />
        <Icon name="down" />
        {marker !== undefined && <i class="marker" style={{ left: `${marker}px` }} />}
        <span class="ends">
          <span>{lowText}</span>{' '}
          {low < 0 && high > 0 && hasZero && <span style={{ left: `${place(0, low, high) * 100}%` }}>0</span>}{' '}
          <span>{highText}</span>
        </span>
      </button>
      {hasLine && <KernelScale />}
      <Exactness />
    </div>
  );
}

/** Of the labels, in pixels. */
const digitWidth = 7.3;

/** From this height on there is a line for the kernel, whose colours have another scale. */
const heightWithKernel = 76;

function KernelScale() {
  const { facts, model } = useLens();
  const { scale, fills, t } = facts;
  const { kernel, kernelLow, kernelHigh } = scale.value;
  const isSigned = model.settings.value.colours === 'signed';
  const [low, high] = isSigned ? [-kernel, kernel] : [kernelLow, kernelHigh];
  return (
    <span class="kernel-scale">
      {t.value('kernel')} {shortNumber(low, 5)}
      <i class="scale" style={{ background: scaleBackground(fills.value.kernel, low, high) }} />
      {shortNumber(high, 5)}
    </span>
  );
}

/** What the ends of the colours stand for: zero in the middle of two arms, else what there is. */
function ends({ signed, low, high }: DataScale, colours: ColourMap): { readonly low: number; readonly high: number } {
  if (colours === 'signed') return { low: -signed, high: signed };
  return low === high ? { low, high: low + 1 } : { low, high };
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
  readonly low: number;
  readonly high: number;
  readonly fill: Fill;
  readonly map: Cells;
  readonly reached: number;
}

/** Squares for few values, bars for many. */
function Histogram({ width, height, low, high, fill, map, reached }: HistogramProps) {
  const bins = 2 * Math.max(4, Math.floor(width / 2 / 9)) + 1;
  const counts = map.whole
    ? binCounts(map.whole.data, { low, high }, bins, reached)
    : map.picture
      ? binLevels(map.picture, { low, high }, bins)
      : [];
  const highest = Math.max(1, ...counts);
  const isFew = highest * 9 <= height;
  const step = width / bins;
  return (
    <svg class="histogram" width={width} height={height} aria-hidden="true">
      {counts.map((count, bin) => {
        const value = low + (bin / (bins - 1)) * (high - low);
        const colour = Math.abs(value) < (high - low) * 1e-9 ? undefined : fill(value);
        const side = Math.min(7, step - 1);
        return blocksOf(count, isFew, height, highest).map((block, i) => (
          <rect
            key={`${bin}.${i}`}
            class={colour ? 'bin' : 'bin zero'}
            x={bin * step + step / 2 - side / 2}
            width={side}
            rx={1.5}
            {...block}
            {...(colour && { fill: cssOf(colour) })}
          />
        ));
      })}
    </svg>
  );
}

/** A square for each of a few values, or one bar. */
function blocksOf(count: number, isFew: boolean, height: number, highest: number) {
  if (isFew) return Array.from({ length: count }, (_, i) => ({ y: height - 8 - i * 9, height: 7 }));
  if (count === 0) return [];
  const bar = Math.max(2, (count / highest) ** 0.4 * (height - 2));
  return [{ y: height - 1 - bar, height: bar }];
}

function place(value: number, low: number, high: number): number {
  return Math.max(0, Math.min(1, (value - low) / (high - low)));
}

/** Whole ends are written out, others rounded. */
function endRoom(end: number): number {
  return Number.isInteger(end) ? 8 : 6;
}
