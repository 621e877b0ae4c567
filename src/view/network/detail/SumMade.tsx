import type { ChannelPart, ValueTrace } from '../../../engine/network/traceValue';
import { bracketed, shortNumber } from '../../../words/numberText';
import type { Fill } from '../../colour/cellFills';
import { type SmallCell, SmallGrid } from '../parts/SmallGrid';
import { useNetwork } from '../state/network';
import { type Behind, useBehind } from './useBehind';

type SumTrace = Extract<ValueTrace, { readonly kind: 'conv' | 'transposed' }>;

/** One weight and the value that it meets, whatever kind of convolution laid it there. */
interface Meeting {
  readonly value: number;
  readonly weight: number;
  readonly product: number;
  readonly kernelRow: number;
  readonly kernelCol: number;
  /** The cell that was read; undefined where a constant of the padding was. */
  readonly source: readonly [number, number] | undefined;
  readonly isPadding: boolean;
}

/** A sum over channels: of each its patch times its plane of the filter, the partial sums, the bias and the total. */
export function SumMade({ trace, stage }: { readonly trace: SumTrace; readonly stage: number }) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const behind = useBehind(stage);
  const { terms, bias, sum } = trace.explanation;
  const palette = facts.palette.value;
  const mostWeight = terms.reduce((most, { weight }) => Math.max(most, Math.abs(weight)), 0) || 1;
  const mostProduct = terms.reduce((most, { product }) => Math.max(most, Math.abs(product)), 0) || 1;
  const weightFill: Fill = (value) => palette.signed(value / (mostWeight * 1.3));
  const productFill: Fill = (value) => palette.signed(value / mostProduct);
  if (terms.length === 0) return <p class="say">{t('No kernel reaches this cell: it is the bias alone.')}</p>;
  return (
    <div class="made sum-made">
      <div class="channel-parts">
        {trace.channels.map((part) => (
          <ChannelSum
            key={part.channel}
            part={part}
            meetings={meetingsOf(trace, part.channel)}
            behind={behind}
            weightFill={weightFill}
            productFill={trace.channels.length <= 2 ? productFill : undefined}
          />
        ))}
      </div>
      <Total parts={trace.channels} bias={bias} sum={sum} />
    </div>
  );
}

function meetingsOf(trace: SumTrace, channel: number): readonly Meeting[] {
  if (trace.kind === 'transposed')
    return trace.explanation.terms
      .filter((term) => term.channel === channel)
      .map((term) => ({ ...term, source: [term.row, term.col] as const, isPadding: false }));
  return trace.explanation.terms
    .filter((term) => term.channel === channel)
    .map(({ tap, value, weight, product }) => ({
      value,
      weight,
      product,
      kernelRow: tap.kernelRow,
      kernelCol: tap.kernelCol,
      source: tap.source,
      isPadding: !tap.inside,
    }));
}

interface ChannelSumProps {
  readonly part: ChannelPart;
  readonly meetings: readonly Meeting[];
  readonly behind: Behind;
  readonly weightFill: Fill;
  /** Where there is room for the products too. */
  readonly productFill: Fill | undefined;
}

/** In less room there is none for the products, and in still less the cells are smaller; what is changed stands beside. */
const [enough, narrow] = [560, 420];
const editorWidth = 316;

function ChannelSum({ part: { channel, sum }, meetings, behind, weightFill, productFill }: ChannelSumProps) {
  const { facts, model } = useNetwork();
  const t = facts.t.value;
  const cols = new Set(meetings.map(({ kernelCol }) => kernelCol)).size;
  const { width } = model.size.value;
  const room = width >= 620 && model.editing.value !== undefined ? width - editorWidth : width;
  const isNarrow = room < narrow;
  const side =
    cols <= 3 ? (isNarrow ? 30 : 40) : cols <= 5 ? (isNarrow ? 20 : 32) : cols <= 7 ? (isNarrow ? 14 : 25) : 14;
  const patch = meetings.map(
    ({ value, source, isPadding }): SmallCell => ({
      value,
      label: source
        ? `${behind.nameOf({ channel, row: source[0], col: source[1] })}: ${shortNumber(value)}`
        : t('padding: {0}', shortNumber(value)),
      look: isPadding ? 'padding' : undefined,
      onPick: source && (() => behind.go({ channel, row: source[0], col: source[1] })),
    }),
  );
  const weights = meetings.map(
    ({ weight, kernelRow, kernelCol }): SmallCell => ({
      value: weight,
      label: t('weight in row {0}, column {1}: {2}', kernelRow, kernelCol, shortNumber(weight)),
    }),
  );
  const products = meetings.map(
    ({ value, weight, product }): SmallCell => ({
      // A negative zero would only puzzle here.
      value: product + 0,
      label: `${shortNumber(value)} × ${bracketed(weight)} = ${shortNumber(product)}`,
      look: product === 0 ? 'dim' : undefined,
    }),
  );
  const name = behind.shape.length === 3 && behind.shape[0] > 1 ? t('channel {0}', channel) : behind.name;
  return (
    <figure class="channel-sum">
      <figcaption>{name}</figcaption>
      <SmallGrid label={t('Patch of {0}', name)} cols={cols} cells={patch} fill={behind.fill} side={side} />
      <span class="sign">×</span>
      <SmallGrid label={t('Weights for {0}', name)} cols={cols} cells={weights} fill={weightFill} side={side} />
      <span class="sign">=</span>
      {productFill && room >= enough && (
        <>
          <SmallGrid label={t('Products of {0}', name)} cols={cols} cells={products} fill={productFill} side={side} />
          <span class="sign">Σ</span>
        </>
      )}
      <b class="partial">{shortNumber(sum, 7)}</b>
    </figure>
  );
}

interface TotalProps {
  readonly parts: readonly ChannelPart[];
  readonly bias: number | undefined;
  readonly sum: number;
}

/** The partial sums in order, the bias, the total. */
function Total({ parts, bias, sum }: TotalProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  return (
    <p class="total-sum">
      {parts.map((part, place) => (
        <span key={part.channel} title={t('channel {0}', part.channel)}>
          {place > 0 && ' + '}
          {place > 0 ? bracketed(part.sum, 7) : shortNumber(part.sum, 7)}
        </span>
      ))}
      {bias !== undefined && (
        <span>
          {' + '}
          <i class="bias">{t('bias')}</i> {bracketed(bias, 7)}
        </span>
      )}
      {' = '}
      <b>{shortNumber(sum, 9)}</b>
    </p>
  );
}
