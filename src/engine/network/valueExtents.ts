import type { Fill } from '../convolution/conv2dParams';
import { fillSource, fillValue } from '../padding/fill';
import type { PoolAxis } from '../pooling/pool2dPlan';
import { poolWindowAt } from '../pooling/poolWindow';
import type { TransposedAxisPlan } from '../transposed/convTranspose2dPlan';
import type { LayerPlan, PlannedStage, StageShape } from './networkStage';
import { placeOf } from './valuePlace';

/** From `first` to `last`, both included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** What is read of one axis. */
export interface AxisExtent {
  /** The first and the last cell; undefined where nothing but padding is read. */
  readonly cells: Range | undefined;
  /** How many places before the first cell of the axis, and behind its last, are read: padding. */
  readonly before: number;
  readonly after: number;
}

/** The smallest box around the values of an activation, or of the image, that a value depends on. */
export type Extent =
  | {
      readonly kind: 'planes';
      readonly channels: Range;
      readonly rows: AxisExtent;
      readonly cols: AxisExtent;
    }
  | { readonly kind: 'row'; readonly values: Range | undefined };

/**
 * What the value at `index` of a stage's activation depends on, traced back layer by layer: item i is the box in what
 * goes into stage i, item 0 the box in the image. What lies in the padding of a layer depends on nothing before it,
 * unless the fill copies cells; then these are in the box.
 */
export function valueExtents(stages: readonly PlannedStage[], stage: number, index: number): readonly Extent[] {
  const extents: Extent[] = [];
  let extent = extentOfValue(stages[stage]!.outputShape, index);
  for (let i = stage; i >= 0; i--) {
    extent = extentBefore(stages[i]!, extent);
    extents[i] = extent;
  }
  return extents;
}

function extentOfValue(shape: StageShape, index: number): Extent {
  const { channel, row, col } = placeOf(shape, index);
  if (shape.length === 1) return { kind: 'row', values: { first: col, last: col } };
  return { kind: 'planes', channels: { first: channel, last: channel }, rows: untouched(row), cols: untouched(col) };
}

function untouched(place: number): AxisExtent {
  return { cells: { first: place, last: place }, before: 0, after: 0 };
}

function extentBefore({ plan, inputShape }: PlannedStage, extent: Extent): Extent {
  if (plan.kind === 'flatten') return extent.kind === 'row' ? unflattened(inputShape, extent.values) : extent;
  if (plan.kind === 'dense' || plan.kind === 'softmax') {
    const isNothing = extent.kind === 'row' && !extent.values;
    return { kind: 'row', values: isNothing ? undefined : { first: 0, last: inputShape[0] - 1 } };
  }
  if (plan.kind === 'relu' || extent.kind === 'row') return extent;
  return {
    kind: 'planes',
    channels: channelsBefore(plan, extent.channels),
    rows: axisBefore(plan, 'height', extent.rows.cells),
    cols: axisBefore(plan, 'width', extent.cols.cells),
  };
}

/** The box around a piece of a row, before it was one. */
function unflattened(shape: StageShape, values: Range | undefined): Extent {
  if (shape.length === 1) return { kind: 'row', values };
  const nothing: AxisExtent = { cells: undefined, before: 0, after: 0 };
  const [, rows, cols] = shape;
  if (!values) return { kind: 'planes', channels: { first: 0, last: 0 }, rows: nothing, cols: nothing };
  const first = placeOf(shape, values.first);
  const last = placeOf(shape, values.last);
  const isOneChannel = first.channel === last.channel;
  const isOneRow = isOneChannel && first.row === last.row;
  const whole = (size: number): AxisExtent => ({ cells: { first: 0, last: size - 1 }, before: 0, after: 0 });
  return {
    kind: 'planes',
    channels: { first: first.channel, last: last.channel },
    rows: isOneChannel ? { ...whole(rows), cells: { first: first.row, last: last.row } } : whole(rows),
    cols: isOneRow ? { ...whole(cols), cells: { first: first.col, last: last.col } } : whole(cols),
  };
}

type WindowPlan = Extract<LayerPlan, { kind: 'conv' | 'transposed' | 'pool' }>;

function channelsBefore(plan: WindowPlan, channels: Range): Range {
  if (plan.kind === 'pool') return channels;
  const { inputChannels, outputChannels, groups } = plan.geometry;
  const outputs = outputChannels / groups;
  const inputs = inputChannels / groups;
  const first = Math.floor(channels.first / outputs) * inputs;
  return { first, last: (Math.floor(channels.last / outputs) + 1) * inputs - 1 };
}

function axisBefore(plan: WindowPlan, axis: 'height' | 'width', cells: Range | undefined): AxisExtent {
  if (!cells) return { cells: undefined, before: 0, after: 0 };
  if (plan.kind === 'transposed') return { cells: laidBy(plan.geometry[axis], cells), before: 0, after: 0 };
  if (plan.kind === 'pool') return pooledFrom(plan.geometry[axis], cells);
  const { inputSize, stride, before, dilation, kernelSize } = plan.geometry[axis];
  const places = (output: number) => ({ first: output * stride - before, step: dilation, count: kernelSize });
  return readOf(inputSize, places, cells, plan.geometry.fill);
}

function pooledFrom(axis: PoolAxis, cells: Range): AxisExtent {
  // What crosses the padded end is not there at all.
  const places = (output: number) => {
    const { first, step, onPadded } = poolWindowAt(axis, output);
    return { first, step, count: onPadded };
  };
  return readOf(axis.inputSize, places, cells, { kind: 'zeros' });
}

interface Places {
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

/** All that the windows of some outputs read, place by place: strides and dilations may leave cells out. */
function readOf(size: number, placesOf: (output: number) => Places, outputs: Range, fill: Fill): AxisExtent {
  const isCopying = fillValue(fill) === undefined;
  const read = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  let before = 0;
  let after = 0;
  for (let output = outputs.first; output <= outputs.last; output++) {
    const { first, step, count } = placesOf(output);
    for (let i = 0; i < count; i++) {
      const place = first + i * step;
      before = Math.max(before, -place);
      after = Math.max(after, place - size + 1);
      const isInside = place >= 0 && place < size;
      if (isInside || isCopying) widen(read, isInside ? place : fillSource(fill, place, size));
    }
  }
  return { cells: rangeOf(read), before, after };
}

/** The inputs whose kernels reach these outputs. */
function laidBy({ inputSize, kernelSize, stride, dilation, before }: TransposedAxisPlan, outputs: Range) {
  const read = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  for (let output = outputs.first; output <= outputs.last; output++) {
    for (let place = 0; place < kernelSize; place++) {
      const input = (output + before - place * dilation) / stride;
      if (Number.isInteger(input) && input >= 0 && input < inputSize) widen(read, input);
    }
  }
  return rangeOf(read);
}

function widen(range: { first: number; last: number }, place: number): void {
  range.first = Math.min(range.first, place);
  range.last = Math.max(range.last, place);
}

function rangeOf({ first, last }: Range): Range | undefined {
  return first <= last ? { first, last } : undefined;
}
