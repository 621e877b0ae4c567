import type { AxisWindow, ConvLayer, DepthwiseLayer, PoolLayer, Size, TransposedLayer } from '../layer';
import { callText, isNothing, keyword, type Sides, tupleText } from './codeText';
import type { EquivalentNote, GivenLayer } from './equivalentLayer';

/** Lines of PyTorch, and what has to be known. */
interface Lines {
  readonly lines: readonly string[];
  readonly notes: readonly EquivalentNote[];
}

/** A layer of Keras in PyTorch, whose layers want the number of input channels. */
export function torchLines({ layer, path, input }: GivenLayer): Lines | undefined {
  if ('channels' in layer && layer.channels === 'first') return undefined;
  switch (layer.kind) {
    case 'conv':
      return conv(layer, input);
    case 'depthwise':
      return depthwise(layer, input);
    case 'transposed':
      return transposed(layer, input);
    case 'pool':
      return pool(layer, path, input);
    case 'dense': {
      const size = input?.at(-1);
      if (size === undefined || layer.units === undefined || layer.hasBias === undefined) return undefined;
      const line = callText('nn.Linear', [String(size), String(layer.units), biasText(layer.hasBias)]);
      return { lines: [line], notes: ['dense-axes'] };
    }
    case 'flatten':
      return { lines: ['nn.Flatten()'], notes: ['channels-first', 'flatten-order'] };
    case 'adaptive-pool': {
      if (layer.sizes.some((size) => size !== 1)) return undefined;
      const name = `nn.Adaptive${/max/i.test(path) ? 'Max' : 'Avg'}Pool${layer.sizes.length}d`;
      return {
        lines: [callText(name, ['1']), ...(layer.keepsAxes ? [] : ['nn.Flatten()'])],
        notes: ['channels-first'],
      };
    }
    case 'upsample': {
      const factors = tupleText(layer.factors);
      return factors === undefined
        ? undefined
        : { lines: [callText('nn.Upsample', [`scale_factor=${factors}`])], notes: ['channels-first'] };
    }
    case 'pad': {
      if (layer.sides.some((side) => side.some((size) => size === undefined))) return undefined;
      return { lines: zeroPad(layer.sides as Sides), notes: ['channels-first'] };
    }
    default:
      return undefined;
  }
}

function biasText(hasBias: boolean): string | undefined {
  return keyword('bias', hasBias ? 'True' : 'False', 'True');
}

/** PyTorch's sides begin with the last axis. */
function sidesText(sides: Sides): string {
  const flat = [...sides].reverse().flat();
  return flat.every((size) => size === flat[0]) && sides.length > 1 ? String(flat[0]) : `(${flat.join(', ')})`;
}

function zeroPad(sides: Sides): readonly string[] {
  if (isNothing(sides)) return [];
  return [
    sides.length === 2
      ? callText('nn.ZeroPad2d', [sidesText(sides)])
      : callText(`nn.ConstantPad${sides.length}d`, [sidesText(sides), '0']),
  ];
}

interface Padded {
  /** What a layer of its own adds before; nothing where the layer itself can. */
  readonly before: Sides;
  readonly own: string | undefined;
  readonly isForSize: boolean;
}

/** How PyTorch gets at the padding that Keras's words mean for an input; undefined where its size has to be known. */
function paddingFor(axes: readonly AxisWindow[], input: readonly Size[] | undefined): Padded | undefined {
  const sides = axes.map((axis, at) => sidesFor(axis, input?.[at + 1]));
  if (sides.some((side) => side === undefined)) return undefined;
  const known = sides as Sides;
  const isForSize = axes.some(({ padding, stride }) => padding.kind === 'same_upper' && stride !== 1);
  if (isNothing(known)) return { before: [], own: undefined, isForSize };
  const isEven = known.every(([before, after]) => before === after);
  return isEven
    ? { before: [], own: `padding=${tupleText(known.map(([before]) => before))}`, isForSize }
    : { before: known, own: undefined, isForSize };
}

function sidesFor(
  { kernel, stride, dilation, padding }: AxisWindow,
  size: Size,
): readonly [number, number] | undefined {
  if (kernel === undefined || stride === undefined || dilation === undefined) return undefined;
  const reach = dilation * (kernel - 1);
  switch (padding.kind) {
    case 'explicit':
      return padding.before === undefined || padding.after === undefined ? undefined : [padding.before, padding.after];
    case 'causal':
      return [reach, 0];
    case 'same_upper': {
      if (stride === 1) return [Math.floor(reach / 2), Math.ceil(reach / 2)];
      if (size === undefined) return undefined;
      const whole = Math.max(0, (Math.ceil(size / stride) - 1) * stride + reach + 1 - size);
      return [Math.floor(whole / 2), Math.ceil(whole / 2)];
    }
    default:
      return undefined;
  }
}

function notesOf(padded: Padded, ...notes: readonly EquivalentNote[]): readonly EquivalentNote[] {
  return ['channels-first', ...notes, ...(padded.isForSize ? (['for-this-size'] as const) : [])];
}

function windowTexts(axes: readonly AxisWindow[]) {
  const kernel = tupleText(axes.map((axis) => axis.kernel));
  const stride = tupleText(axes.map((axis) => axis.stride));
  const dilation = tupleText(axes.map((axis) => axis.dilation));
  return kernel === undefined || stride === undefined || dilation === undefined
    ? undefined
    : { kernel, stride, dilation };
}

function conv({ axes, filters, groups, hasBias }: ConvLayer, input: readonly Size[] | undefined): Lines | undefined {
  const [window, padded, channels] = [windowTexts(axes), paddingFor(axes, input), input?.at(-1)];
  if (!window || !padded || channels === undefined) return undefined;
  if (filters === undefined || groups === undefined || hasBias === undefined) return undefined;
  const line = callText(`nn.Conv${axes.length}d`, [
    String(channels),
    String(filters),
    window.kernel,
    keyword('stride', window.stride, '1'),
    padded.own,
    keyword('dilation', window.dilation, '1'),
    keyword('groups', String(groups), '1'),
    biasText(hasBias),
  ]);
  return { lines: [...zeroPad(padded.before), line], notes: notesOf(padded, 'kernel-axes') };
}

function depthwise(layer: DepthwiseLayer, input: readonly Size[] | undefined): Lines | undefined {
  const { axes, multiplier, filters, hasBias } = layer;
  const [window, padded, channels] = [windowTexts(axes), paddingFor(axes, input), input?.at(-1)];
  if (!window || !padded || channels === undefined || multiplier === undefined || hasBias === undefined)
    return undefined;
  const isSeparable = filters !== 'none';
  const name = `nn.Conv${axes.length}d`;
  const own = callText(name, [
    String(channels),
    String(channels * multiplier),
    window.kernel,
    keyword('stride', window.stride, '1'),
    padded.own,
    keyword('dilation', window.dilation, '1'),
    `groups=${channels}`,
    biasText(isSeparable ? false : hasBias),
  ]);
  if (isSeparable && filters === undefined) return undefined;
  const mixed = isSeparable
    ? [callText(name, [String(channels * multiplier), String(filters), '1', biasText(hasBias)])]
    : [];
  return { lines: [...zeroPad(padded.before), own, ...mixed], notes: notesOf(padded, 'kernel-axes') };
}

/** Keras's *same* gives whole multiples of the input; where that leaves out one more cell at the end, it is cut. */
function transposed(layer: TransposedLayer, input: readonly Size[] | undefined): Lines | undefined {
  const { axes, filters, hasBias, outputPadding } = layer;
  const [window, channels] = [windowTexts(axes), input?.at(-1)];
  if (!window || channels === undefined || filters === undefined || hasBias === undefined) return undefined;
  if (window.dilation !== '1' || outputPadding.some((one) => one !== 'none')) return undefined;
  const isSame = axes.every(({ padding }) => padding.kind === 'same_upper');
  const plans = axes.map(({ kernel, stride }) => {
    const whole = isSame ? Math.max(0, kernel! - stride!) : 0;
    return { padding: Math.floor(whole / 2), cut: whole % 2, added: Math.max(0, stride! - kernel!) };
  });
  const line = callText(`nn.ConvTranspose${axes.length}d`, [
    String(channels),
    String(filters),
    window.kernel,
    keyword('stride', window.stride, '1'),
    keyword('padding', tupleText(plans.map(({ padding }) => padding))!, '0'),
    keyword('output_padding', tupleText(plans.map(({ added }) => added))!, '0'),
    biasText(hasBias),
  ]);
  const cut = plans.map(({ cut: cells }) => [0, cells === 0 ? 0 : -cells] as const);
  return { lines: [line, ...zeroPad(cut)], notes: ['channels-first', 'transposed-kernel-axes'] };
}

function pool({ axes }: PoolLayer, path: string, input: readonly Size[] | undefined): Lines | undefined {
  const [window, padded] = [windowTexts(axes), paddingFor(axes, input)];
  if (!window || !padded) return undefined;
  const isMax = /max/i.test(path);
  // An uneven padding of an average would be counted.
  if (!isMax && padded.before.length > 0) return undefined;
  const name = `nn.${isMax ? 'Max' : 'Avg'}Pool${axes.length}d`;
  const line = callText(name, [
    window.kernel,
    keyword('stride', window.stride, window.kernel),
    padded.own,
    !isMax && padded.own !== undefined ? 'count_include_pad=False' : undefined,
  ]);
  if (padded.before.length === 0) return { lines: [line], notes: notesOf(padded) };
  const lowest = callText(`nn.ConstantPad${axes.length}d`, [sidesText(padded.before), "float('-inf')"]);
  return { lines: [lowest, line], notes: notesOf(padded, 'lowest-padding') };
}
