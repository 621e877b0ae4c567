import { defaultLayer } from '../../engine/network/defaultLayer';
import type { NetworkLayer } from '../../engine/network/networkLayer';
import type { ModelReport, ModelRow } from '../flow/modelReport';
import type { AxisPadding, AxisWindow, Layer, Size } from '../layer';

/** A model as a stack of the network panel. */
export interface NetworkStack {
  readonly layers: readonly NetworkLayer[];
  /** Channels, rows and columns of the image; undefined where they are not known. */
  readonly image: readonly [channels: number, rows: number, columns: number] | undefined;
  /** The layers that the panel has no kind for, as they are written: they are left out. */
  readonly left: readonly string[];
  /** The first layer that a stack cannot hold: with it the stack ends; undefined where it holds all. */
  readonly stopped: string | undefined;
}

/** The most layers that a strip holds. */
const mostLayers = 32;

/**
 * The layers of a model that follow each other, as far as the network panel can hold them. Normalisation and dropout are
 * left out; where the model divides, or a layer has numbers that are not known, the stack ends.
 */
export function networkLayers({ rows, input }: ModelReport): NetworkStack {
  const layers: NetworkLayer[] = [];
  const left = new Set<string>();
  let last: readonly Size[] | undefined = input;
  for (const row of rows) {
    const made = stackLayer(row);
    const isNext = isSame(row.use.input, last) || isFlattened(row.use.input, last);
    if (made === undefined || !isNext || layers.length >= mostLayers)
      return { layers, image: imageOf(input, rows), left: [...left], stopped: row.path };
    if (made.kind === 'dense' && layers.at(-1)?.kind !== 'flatten' && !layers.some(({ kind }) => kind === 'dense'))
      layers.push(defaultLayer('flatten'));
    if (made.kind === 'left') left.add(row.path);
    else layers.push(made);
    const { result } = row.use;
    last = result && 'outputShape' in result ? result.outputShape : undefined;
  }
  return { layers, image: imageOf(input, rows), left: [...left], stopped: undefined };
}

function isSame(one: readonly Size[] | undefined, other: readonly Size[] | undefined): boolean {
  return one !== undefined && other !== undefined && one.slice(1).join() === other.slice(1).join();
}

/** A reshape between two layers that makes one row of everything. */
function isFlattened(one: readonly Size[] | undefined, other: readonly Size[] | undefined): boolean {
  const count = (sizes: readonly Size[]) => sizes.slice(1).reduce<number>((all, size) => all * (size ?? Number.NaN), 1);
  return one !== undefined && other !== undefined && one.length === 2 && count(one) === count(other);
}

function imageOf(input: readonly Size[] | undefined, rows: readonly ModelRow[]): NetworkStack['image'] {
  const [, one, two, three] = input ?? [];
  if (input?.length !== 4 || one === undefined || two === undefined || three === undefined) return undefined;
  const first = rows.find(({ use: { layer } }) => 'channels' in layer)?.use.layer;
  const isLast = first !== undefined && 'channels' in first && first.channels === 'last';
  return isLast ? [three, one, two] : [one, two, three];
}

/** A layer of the panel; `left` for one that changes no shape and is left out. */
function stackLayer({ path, use: { layer } }: ModelRow): NetworkLayer | { readonly kind: 'left' } | undefined {
  if ('problem' in layer) return undefined;
  switch (layer.kind) {
    case 'conv':
      return convLayer(layer);
    case 'pool':
      return poolLayer(layer, path);
    case 'dense':
      return layer.units === undefined || layer.hasBias === undefined
        ? undefined
        : { ...defaultLayer('dense'), units: layer.units, hasBias: layer.hasBias };
    case 'flatten':
      return defaultLayer('flatten');
    case 'same-shape':
      return activation(path);
    default:
      return undefined;
  }
}

function activation(path: string): NetworkLayer | { readonly kind: 'left' } {
  const name = path.split('.').at(-1)!;
  if (/^relu6?_?$/i.test(name)) return defaultLayer('relu');
  return /^(?:log_?)?softmax$/i.test(name) ? defaultLayer('softmax') : { kind: 'left' };
}

function convLayer(layer: Extract<Layer, { kind: 'conv' }>): NetworkLayer | undefined {
  const window = planeWindow(layer.axes);
  const { filters, groups, hasBias } = layer;
  if (!window || filters === undefined || groups === undefined || hasBias === undefined) return undefined;
  return { ...defaultLayer('conv'), ...window, filters, groups, hasBias };
}

function poolLayer(layer: Extract<Layer, { kind: 'pool' }>, path: string): NetworkLayer | undefined {
  const window = planeWindow(layer.axes);
  if (!window || layer.ceil === undefined) return undefined;
  const pooling = /av(?:g|erage)/i.test(path) ? 'average' : 'max';
  const rounding = layer.ceil ? 'ceil_inside' : 'floor';
  const { kernelSize, ...others } = window;
  return { ...defaultLayer('pool'), ...others, window: kernelSize, pooling, rounding };
}

/** Kernel, strides, dilations and padding of a layer over a plane whose numbers are all known. */
function planeWindow(axes: readonly AxisWindow[]) {
  const [tall, wide] = axes;
  if (axes.length !== 2 || !tall || !wide) return undefined;
  const pairOf = (one: Size, other: Size) =>
    one === undefined || other === undefined ? undefined : ([one, other] as const);
  const kernelSize = pairOf(tall.kernel, wide.kernel);
  const strides = pairOf(tall.stride, wide.stride);
  const dilations = pairOf(tall.dilation, wide.dilation);
  const padding = paddingOf(tall.padding, wide.padding);
  return kernelSize && strides && dilations && padding && { kernelSize, strides, dilations, padding };
}

function paddingOf(tall: AxisPadding, wide: AxisPadding) {
  if (tall.kind === 'same_upper' && wide.kind === 'same_upper') return { kind: 'same_upper' } as const;
  if (tall.kind !== 'explicit' || wide.kind !== 'explicit') return undefined;
  const [top, bottom, left, right] = [tall.before, tall.after, wide.before, wide.after];
  if (top === undefined || bottom === undefined || left === undefined || right === undefined) return undefined;
  return { kind: 'explicit', top, bottom, left, right } as const;
}
