import { type Conv2dParams, defaultConv2dParams, type Padding, type PerAxis } from '../engine/convolution/conv2dParams';
import type { LayerReport } from '../layers/flow/layerReport';
import type { AxisWindow, Layer, Size } from '../layers/layer';
import { isRecord, readParams } from '../session/readParams';

/** A layer's window over a plane, for the lens: sizes and parameters without any numbers of the matrices. */
export interface LayerScene {
  readonly name: string;
  readonly input: PerAxis;
  readonly kernel: PerAxis;
  readonly params: Pick<Conv2dParams, 'strides' | 'dilations' | 'padding'>;
  /** The window takes a mean or a maximum. */
  readonly isPool: boolean;
}

/** Larger inputs are shown by a smaller one that ends alike. */
const mostCells = 64;
/** An input whose size is not known has so many cells at least. */
const fewestCells = 8;

/** The scene of a layer as it is used first; undefined where no window with known numbers slides over one or two axes. */
export function layerScene({ path, layer, uses }: LayerReport): LayerScene | undefined {
  if ('problem' in layer) return undefined;
  if (!hasWindow(layer) || layer.axes.length > 2) return undefined;
  const { axes, channels } = layer;
  const shape = uses[0]?.input;
  const spatial = shape && (channels === 'first' ? shape.slice(-axes.length) : shape.slice(-axes.length - 1, -1));
  const windows = axes.map((window, index) => sceneAxis(window, spatial?.[index]));
  if (windows.includes(undefined)) return undefined;
  // One axis is a row.
  const [height, width] = windows.length === 1 ? [oneCell, windows[0]!] : [windows[0]!, windows[1]!];
  const padding = paddingOf(height!, width!);
  return padding && sceneOf(path, height!, width!, padding, layer.kind === 'pool');
}

interface SceneAxis {
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padding: AxisWindow['padding'];
}

const oneCell: SceneAxis = {
  size: 1,
  kernel: 1,
  stride: 1,
  dilation: 1,
  padding: { kind: 'explicit', before: 0, after: 0 },
};

function hasWindow(layer: Layer): layer is Extract<Layer, { readonly kind: 'conv' | 'depthwise' | 'pool' }> {
  return layer.kind === 'conv' || layer.kind === 'depthwise' || layer.kind === 'pool';
}

function sceneAxis({ kernel, stride, dilation, padding }: AxisWindow, size: Size): SceneAxis | undefined {
  if (kernel === undefined || stride === undefined || dilation === undefined) return undefined;
  const span = dilation * (kernel - 1) + 1;
  const wanted = size ?? Math.max(fewestCells, span + 2 * stride);
  if (span > mostCells || stride > mostCells) return undefined;
  // The same remainder leaves the same cells over at the end.
  const cut = wanted <= mostCells ? wanted : mostCells - ((((mostCells - wanted) % stride) + stride) % stride);
  return { size: cut, kernel, stride, dilation, padding };
}

function sceneOf(name: string, height: SceneAxis, width: SceneAxis, padding: Padding, isPool: boolean): LayerScene {
  const pair = (pick: (axis: SceneAxis) => number): PerAxis => [pick(height), pick(width)];
  return {
    name,
    input: pair(({ size }) => size),
    kernel: pair(({ kernel }) => kernel),
    params: { strides: pair(({ stride }) => stride), dilations: pair(({ dilation }) => dilation), padding },
    isPool,
  };
}

function paddingOf(height: SceneAxis, width: SceneAxis): Padding | undefined {
  const same = [height, width].find(({ padding }) => padding.kind === 'same_upper' || padding.kind === 'same_lower');
  if (same) return { kind: same.padding.kind as 'same_upper' | 'same_lower' };
  const [vertical, horizontal] = [sidesOf(height), sidesOf(width)];
  if (!vertical || !horizontal) return undefined;
  const [top, bottom] = vertical;
  const [left, right] = horizontal;
  if (top + bottom + left + right === 0) return defaultConv2dParams.padding;
  const isOne = top === bottom && left === right && top === left;
  return isOne ? { kind: 'all', amount: top } : { kind: 'explicit', top, bottom, left, right };
}

/** A scene that a link hands over; undefined where it is none. */
export function readLayerScene(argument: unknown): LayerScene | undefined {
  if (!isRecord(argument)) return undefined;
  const { name, input, kernel, params, isPool } = argument;
  const read = readParams(params);
  if (typeof name !== 'string' || typeof isPool !== 'boolean' || !isSides(input) || !isSides(kernel)) return undefined;
  if (!read?.strides || !read.dilations || !read.padding) return undefined;
  const { strides, dilations, padding } = read;
  return { name, input, kernel, params: { strides, dilations, padding }, isPool };
}

function isSides(value: unknown): value is PerAxis {
  const isSide = (side: unknown) => Number.isInteger(side) && Number(side) >= 1 && Number(side) <= mostCells;
  return Array.isArray(value) && value.length === 2 && value.every(isSide);
}

function sidesOf({ padding, kernel, dilation }: SceneAxis): readonly [before: number, after: number] | undefined {
  if (padding.kind === 'causal') return [dilation * (kernel - 1), 0];
  if (padding.kind !== 'explicit' || padding.before === undefined || padding.after === undefined) return undefined;
  return padding.before < 0 || padding.after < 0 ? undefined : [padding.before, padding.after];
}
