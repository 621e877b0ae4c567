import type { AxisWindow, ConvLayer, PoolLayer, TransposedLayer } from '../layer';
import { callText, isNothing, keyword, type Sides, tupleText } from './codeText';
import type { EquivalentNote, GivenLayer } from './equivalentLayer';

/** Lines of Keras, and what has to be known. */
interface Lines {
  readonly lines: readonly string[];
  readonly notes: readonly EquivalentNote[];
}

/** A layer of PyTorch in Keras. */
export function kerasLines({ layer, path }: GivenLayer): Lines | undefined {
  switch (layer.kind) {
    case 'conv':
      return conv(layer);
    case 'transposed':
      return transposed(layer);
    case 'pool':
      return pool(layer, path);
    case 'dense':
      return layer.units === undefined || layer.hasBias === undefined
        ? undefined
        : {
            lines: [callText('layers.Dense', [String(layer.units), biasText(layer.hasBias)])],
            notes: ['dense-axes'],
          };
    case 'flatten':
      return layer.from === 1 && layer.to === -1
        ? { lines: ['layers.Flatten()'], notes: ['channels-last', 'flatten-order'] }
        : undefined;
    case 'adaptive-pool':
      return layer.sizes.length === 2 && layer.sizes.every((size) => size === 1)
        ? {
            lines: [callText(`layers.Global${poolName(path)}Pooling2D`, ['keepdims=True'])],
            notes: ['channels-last'],
          }
        : undefined;
    case 'upsample': {
      const factors = tupleText(layer.factors);
      return layer.factors.length === 2 && factors !== undefined && layer.factors.every(Number.isInteger)
        ? { lines: [callText('layers.UpSampling2D', [factors])], notes: ['channels-last'] }
        : undefined;
    }
    case 'pad':
      return padded(layer.sides.map(([before, after]) => [before, after] as const));
    default:
      return undefined;
  }
}

function biasText(hasBias: boolean): string | undefined {
  return keyword('use_bias', hasBias ? 'True' : 'False', 'True');
}

function conv({ axes, filters, groups, hasBias }: ConvLayer): Lines | undefined {
  const window = windowTexts(axes);
  if (!window || filters === undefined || groups === undefined || hasBias === undefined) return undefined;
  const isSame = axes.every(isSameInKeras);
  const sides = isSame ? [] : sidesOf(axes);
  if (!sides) return undefined;
  const name = `layers.Conv${axes.length}D`;
  const call = callText(name, [
    String(filters),
    window.kernel,
    keyword('strides', window.stride, '1'),
    isSame && !isNothing(sidesOf(axes) ?? [[1, 1]]) ? "padding='same'" : undefined,
    keyword('dilation_rate', window.dilation, '1'),
    keyword('groups', String(groups), '1'),
    biasText(hasBias),
  ]);
  return { lines: [...padding(sides, axes.length), call], notes: ['channels-last', 'kernel-axes'] };
}

/** Where as much is added on both sides as the kernel reaches, and nothing is skipped, *same* is the same. */
function isSameInKeras({ kernel, stride, dilation, padding: added }: AxisWindow): boolean {
  if (stride !== 1 || kernel === undefined || dilation === undefined) return false;
  if (added.kind === 'same_upper') return true;
  const reach = dilation * (kernel - 1);
  return (
    added.kind === 'explicit' &&
    added.before === added.after &&
    added.before !== undefined &&
    2 * added.before === reach
  );
}

function sidesOf(axes: readonly AxisWindow[]): Sides | undefined {
  const sides = axes.map(({ padding: added }) =>
    added.kind === 'explicit' && added.before !== undefined && added.after !== undefined
      ? ([added.before, added.after] as const)
      : undefined,
  );
  return sides.every((side) => side !== undefined) ? sides : undefined;
}

function padding(sides: Sides, axes: number): readonly string[] {
  if (isNothing(sides)) return [];
  return [callText(`layers.ZeroPadding${axes}D`, [sidesText(sides)])];
}

/** Keras's sides: one number for all, one for each axis, or a pair for each. */
function sidesText(sides: Sides): string {
  if (sides.length === 1) return sides[0]![0] === sides[0]![1] ? String(sides[0]![0]) : `(${sides[0]!.join(', ')})`;
  if (sides.every(([before, after]) => before === after)) return tupleText(sides.map(([before]) => before))!;
  return `(${sides.map((side) => `(${side.join(', ')})`).join(', ')})`;
}

function padded(sides: readonly (readonly [number | undefined, number | undefined])[]): Lines | undefined {
  if (sides.some((side) => side.some((size) => size === undefined))) return undefined;
  const known = sides as Sides;
  const isCut = known.every((side) => side.every((size) => size <= 0));
  if (!isCut && known.some((side) => side.some((size) => size < 0))) return undefined;
  const text = sidesText(isCut ? known.map(([before, after]) => [Math.abs(before), Math.abs(after)]) : known);
  return {
    lines: [callText(`layers.${isCut ? 'Cropping' : 'ZeroPadding'}${sides.length}D`, [text])],
    notes: ['channels-last'],
  };
}

function windowTexts(axes: readonly AxisWindow[]) {
  const kernel = tupleText(axes.map((axis) => axis.kernel));
  const stride = tupleText(axes.map((axis) => axis.stride));
  const dilation = tupleText(axes.map((axis) => axis.dilation));
  return kernel === undefined || stride === undefined || dilation === undefined
    ? undefined
    : { kernel, stride, dilation };
}

/** Keras gives everything that the kernel reaches, of which PyTorch's padding is cut. */
function transposed({ axes, filters, groups, hasBias, outputPadding }: TransposedLayer): Lines | undefined {
  const window = windowTexts(axes);
  const sides = sidesOf(axes);
  if (!window || !sides || filters === undefined || hasBias === undefined || groups !== 1) return undefined;
  const cut = axes.map(({ kernel, stride, dilation }, axis): readonly [number, number] | undefined => {
    const added = outputPadding[axis];
    const [before, after] = sides[axis]!;
    if (added === undefined || added === 'none' || dilation !== 1) return undefined;
    // With a kernel that is smaller than the stride, Keras's last cells hold the bias alone.
    const rest = after - added + Math.max(0, stride! - kernel!);
    return rest < 0 ? undefined : [before, rest];
  });
  if (cut.some((side) => side === undefined)) return undefined;
  const known = cut as Sides;
  const isSame = axes.every(({ kernel, stride }, axis) => {
    const whole = Math.max(0, kernel! - stride!);
    const [before, after] = known[axis]!;
    return before === Math.floor(whole / 2) && before + after === whole;
  });
  const isCut = !isNothing(known);
  const call = callText(`layers.Conv${axes.length}DTranspose`, [
    String(filters),
    window.kernel,
    keyword('strides', window.stride, '1'),
    isSame && isCut ? "padding='same'" : undefined,
    biasText(hasBias),
  ]);
  const cropping = isSame || !isCut ? [] : [callText(`layers.Cropping${axes.length}D`, [sidesText(known)])];
  return { lines: [call, ...cropping], notes: ['channels-last', 'transposed-kernel-axes'] };
}

function poolName(path: string): 'Average' | 'Max' {
  return /avg/i.test(path) ? 'Average' : 'Max';
}

function pool({ axes, ceil }: PoolLayer, path: string): Lines | undefined {
  const window = windowTexts(axes);
  const sides = sidesOf(axes);
  if (!window || !sides || ceil !== false || window.dilation !== '1') return undefined;
  const kind = poolName(path);
  const call = callText(`layers.${kind}Pooling${axes.length}D`, [
    window.kernel,
    keyword('strides', window.stride, window.kernel),
  ]);
  if (isNothing(sides)) return { lines: [call], notes: ['channels-last'] };
  // Whether an average counts the padding is not told here.
  if (kind === 'Average') return undefined;
  const all = [[0, 0], ...sides, [0, 0]].map((side) => `(${side.join(', ')})`).join(', ');
  const lowest = `layers.Lambda(lambda x: keras.ops.pad(x, (${all}), constant_values=float('-inf')))`;
  return { lines: [lowest, call], notes: ['channels-last', 'lowest-padding'] };
}
