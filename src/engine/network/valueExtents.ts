import { fillSource } from '../padding/fill';
import { axisReads } from './axisReads';
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

/** The same while it is traced: along each axis every place that is read, in no order, since strides and dilations leave some out. */
type Reading =
  | { readonly kind: 'planes'; readonly channels: Range; readonly rows: AxisReading; readonly cols: AxisReading }
  | { readonly kind: 'row'; readonly values: Range | undefined };

interface AxisReading {
  readonly places: ReadonlySet<number>;
  readonly before: number;
  readonly after: number;
}

/**
 * What the value at `index` of a stage's activation depends on, traced back layer by layer: item i is the box in what
 * goes into stage i, item 0 the box in the image. What lies in the padding of a layer depends on nothing before it,
 * unless the fill copies cells; then these are in the box.
 */
export function valueExtents(stages: readonly PlannedStage[], stage: number, index: number): readonly Extent[] {
  const extents: Extent[] = [];
  let reading = readingOfValue(stages[stage]!.outputShape, index);
  for (let i = stage; i >= 0; i--) {
    reading = readingBefore(stages[i]!, reading);
    extents[i] = extentOf(reading);
  }
  return extents;
}

function extentOf(reading: Reading): Extent {
  if (reading.kind === 'row') return reading;
  const along = ({ places, before, after }: AxisReading): AxisExtent => {
    if (places.size === 0) return { cells: undefined, before, after };
    let [first, last] = [Number.POSITIVE_INFINITY, 0];
    for (const place of places) [first, last] = [Math.min(first, place), Math.max(last, place)];
    return { cells: { first, last }, before, after };
  };
  return { ...reading, rows: along(reading.rows), cols: along(reading.cols) };
}

function readingOfValue(shape: StageShape, index: number): Reading {
  const { channel, row, col } = placeOf(shape, index);
  if (shape.length === 1) return { kind: 'row', values: { first: col, last: col } };
  return { kind: 'planes', channels: { first: channel, last: channel }, rows: inside([row]), cols: inside([col]) };
}

function inside(places: Iterable<number>): AxisReading {
  return { places: new Set(places), before: 0, after: 0 };
}

function readingBefore({ plan, inputShape }: PlannedStage, reading: Reading): Reading {
  if (plan.kind === 'flatten') return reading.kind === 'row' ? unflattened(inputShape, reading.values) : reading;
  if (plan.kind === 'dense' || plan.kind === 'softmax') {
    const isNothing = reading.kind === 'row' && !reading.values;
    return { kind: 'row', values: isNothing ? undefined : { first: 0, last: inputShape[0] - 1 } };
  }
  if (plan.kind === 'relu' || reading.kind === 'row') return reading;
  return {
    kind: 'planes',
    channels: channelsBefore(plan, reading.channels),
    rows: axisBefore(plan, 'height', reading.rows.places),
    cols: axisBefore(plan, 'width', reading.cols.places),
  };
}

/** One value of a row, or all of it, before it was one. */
function unflattened(shape: StageShape, values: Range | undefined): Reading {
  if (shape.length === 1) return { kind: 'row', values };
  if (!values) return { kind: 'planes', channels: { first: 0, last: 0 }, rows: inside([]), cols: inside([]) };
  if (values.first === values.last) return readingOfValue(shape, values.first);
  const [channels, rows, cols] = shape;
  const whole = (size: number) => inside(Array.from({ length: size }, (_, place) => place));
  return { kind: 'planes', channels: { first: 0, last: channels - 1 }, rows: whole(rows), cols: whole(cols) };
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

function axisBefore(plan: WindowPlan, axis: 'height' | 'width', outputs: ReadonlySet<number>): AxisReading {
  const { inputSize, fill, end, placesOf } = axisReads(plan, axis)!;
  const places = new Set<number>();
  let before = 0;
  let after = 0;
  for (const output of outputs) {
    for (const place of placesOf(output)) {
      if (place >= end) continue;
      // Around what a transposed convolution reads there is nothing.
      if (plan.kind !== 'transposed') {
        before = Math.max(before, -place);
        after = Math.max(after, place - inputSize + 1);
      }
      const source = fillSource(fill, place, inputSize);
      if (source >= 0) places.add(source);
    }
  }
  return { places, before, after };
}
