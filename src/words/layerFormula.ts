import type { AxisPlan } from '../engine/convolution/conv2dPlan';
import { outputSizeFormula } from '../engine/convolution/formula';
import type { AxisWindow, ConvLayer, DepthwiseLayer, Layer, PoolLayer, Size, TransposedLayer } from '../layers/layer';
import type { LayerResult } from '../layers/shape/layerResult';

type WindowedLayer = ConvLayer | DepthwiseLayer | PoolLayer | TransposedLayer;

/** The output-size formula of one axis of a layer, `⌊(H − 7 + 2·3) / 2⌋ + 1`. */
export interface AxisFormula {
  /** `H`, `W` … of an axis in a layer with so many. */
  readonly axis: AxisSymbol;
  readonly text: string;
}

/** What the input's sizes are called. */
export type AxisSymbol = 'D' | 'H' | 'W' | 'L';

/**
 * The formulas of a layer's spatial axes, with the numbers where the input is known, and letters where it is not;
 * empty for layers without a window.
 */
export function layerFormulas(
  layer: Layer,
  input: readonly Size[] | undefined,
  result: LayerResult | undefined,
): readonly AxisFormula[] {
  if (layer.kind !== 'conv' && layer.kind !== 'depthwise' && layer.kind !== 'pool' && layer.kind !== 'transposed')
    return [];
  const spatial = (shape: readonly Size[] | undefined) => spatialOf(shape, layer.axes.length, layer.channels);
  const [inputs, outputs] = [spatial(input), spatial(result?.outputShape)];
  return layer.axes.map((_, index) => {
    const axis = symbolOf(index, layer.axes.length);
    const plan = result?.axes[index];
    if (plan && !(layer.kind === 'pool' && layer.ceil)) return { axis, text: outputSizeFormula(plan).short };
    const size = inputs[index];
    const output = outputs[index];
    const text = symbolic(layer, index, size === undefined ? axis : `${size}`);
    if (size === undefined || output === undefined) return { axis, text };
    // The last window of a rounded-up count would begin in the padding, and is left out.
    const left = layer.kind === 'pool' && plan && isOneLess(plan) ? ' − 1' : '';
    return { axis, text: `${text}${left} = ${output}` };
  });
}

function symbolic(layer: WindowedLayer, index: number, size: string): string {
  const window = layer.axes[index]!;
  if (layer.kind === 'transposed') return transposedFormula(layer, window, layer.outputPadding[index], size);
  return windowFormula(window, size, layer.kind === 'pool' ? layer.ceil : false);
}

function isOneLess({ paddedSize, span, stride, outputSize }: AxisPlan): boolean {
  return Math.ceil((paddedSize - span) / stride) + 1 > outputSize;
}

/** `H`, `W` for a plane, `D` before them, `L` alone. */
export function symbolOf(index: number, axes: number): AxisSymbol {
  if (axes === 1) return 'L';
  return (['W', 'H', 'D'] as const)[axes - 1 - index] ?? 'D';
}

function spatialOf(shape: readonly Size[] | undefined, axes: number, channels: 'first' | 'last'): readonly Size[] {
  if (!shape) return [];
  return channels === 'first' ? shape.slice(-axes) : shape.slice(-axes - 1, -1);
}

/** Of a convolution or a pooling; letters stand for what depends on names. */
function windowFormula(
  { kernel, stride, dilation, padding }: AxisWindow,
  size: string,
  ceil: PoolLayer['ceil'],
): string {
  const hop = stride ?? 'S';
  if (padding.kind === 'same_upper' || padding.kind === 'same_lower' || padding.kind === 'causal')
    return hop === 1 ? size : `⌈${size} / ${hop}⌉`;
  const added = padding.kind === 'unknown' ? ' + 2·P' : paddingText(padding.before, padding.after);
  const span = dilation === 1 ? `${size} − ${kernel ?? 'F'}${added}` : dilatedRoom(size, added, dilation, kernel);
  if (hop === 1) return `${span} + 1`;
  const hops = `(${span}) / ${hop}`;
  if (ceil === undefined) return `${hops} + 1`;
  return ceil ? `⌈${hops}⌉ + 1` : `⌊${hops}⌋ + 1`;
}

function dilatedRoom(size: string, added: string, dilation: Size, kernel: Size): string {
  return `${size}${added} − ${dilation ?? 'D'}·(${kernel ?? 'F'} − 1) − 1`;
}

function paddingText(before: Size, after: Size): string {
  if (before === undefined || after === undefined) return ' + 2·P';
  if (before === 0 && after === 0) return '';
  return before === after ? ` + 2·${before}` : ` + ${before} + ${after}`;
}

/** Of a transposed convolution; Keras's sizes without a padding of its own are whole multiples of the input's. */
function transposedFormula(
  { sizes }: TransposedLayer,
  { kernel, stride, dilation, padding }: AxisWindow,
  outputPadding: Size | 'none',
  size: string,
): string {
  const hop = stride ?? 'S';
  const hopped = hop === 1 ? size : `${size}·${hop}`;
  if (sizes === 'keras' && outputPadding === 'none' && padding.kind === 'same_upper') return hopped;
  const span = dilation === 1 ? `${kernel ?? 'F'}` : `${dilation ?? 'D'}·(${kernel ?? 'F'} − 1) + 1`;
  if (sizes === 'keras' && outputPadding === 'none') {
    if (kernel === undefined || stride === undefined || dilation === undefined)
      return `${hopped} + max(${span} − ${hop}, 0)`;
    const rest = Math.max(dilation * (kernel - 1) + 1 - stride, 0);
    return rest === 0 ? hopped : `${hopped} + ${rest}`;
  }
  const first = hop === 1 ? `${size} − 1` : `(${size} − 1)·${hop}`;
  const cut = padding.kind === 'explicit' ? paddingText(padding.before, padding.after).replaceAll('+', '−') : ' − 2·P';
  const more = outputPadding === 0 || outputPadding === 'none' ? '' : ` + ${outputPadding ?? 'P₊'}`;
  return `${first}${cut} + ${span}${more}`;
}
