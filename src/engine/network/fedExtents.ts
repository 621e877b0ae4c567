import { fillSource } from '../padding/fill';
import { cellCount } from '../shape4';
import { axisReads } from './axisReads';
import type { LayerPlan, PlannedStage, StageShape } from './networkStage';
import type { Extent, Range } from './valueExtents';
import { indexOf, type ValuePlace } from './valuePlace';

/** The values of an activation that are fed: along each axis every place, or some of a row. */
type Fed =
  | {
      readonly kind: 'planes';
      readonly channels: Range;
      readonly rows: ReadonlySet<number>;
      readonly cols: ReadonlySet<number>;
    }
  | { readonly kind: 'row'; readonly values: Range | undefined };

/**
 * The smallest box around the values that a value of the image can change, stage by stage: item i is the box in what
 * comes out of stage i. In a row behind planes it is the piece from the first to the last of these values. `cells` are
 * undefined where none is fed: strides may leave a value out. The padding that an extent tells is 0.
 */
export function fedExtents(stages: readonly PlannedStage[], place: ValuePlace): readonly Extent[] {
  const first = stages[0];
  if (!first) return [];
  let fed = fedAt(first.inputShape, place);
  return stages.map((stage) => {
    fed = fedBehind(stage, fed);
    return extentOf(fed);
  });
}

function fedAt(shape: StageShape, { channel, row, col }: ValuePlace): Fed {
  if (shape.length === 1) return { kind: 'row', values: { first: col, last: col } };
  return { kind: 'planes', channels: { first: channel, last: channel }, rows: new Set([row]), cols: new Set([col]) };
}

function fedBehind({ plan, inputShape, outputShape }: PlannedStage, fed: Fed): Fed {
  if (plan.kind === 'flatten') return flattened(inputShape, fed);
  if (plan.kind === 'dense' || plan.kind === 'softmax') {
    const isNothing = fed.kind === 'row' && !fed.values;
    return { kind: 'row', values: isNothing ? undefined : { first: 0, last: cellCount(outputShape) - 1 } };
  }
  if (plan.kind === 'relu' || fed.kind === 'row') return fed;
  return {
    kind: 'planes',
    channels: channelsBehind(plan, fed.channels),
    rows: cellsReading(plan, 'height', fed.rows),
    cols: cellsReading(plan, 'width', fed.cols),
  };
}

function flattened(shape: StageShape, fed: Fed): Fed {
  if (fed.kind === 'row') return fed;
  const rows = rangeOf(fed.rows);
  const cols = rangeOf(fed.cols);
  if (!rows || !cols) return { kind: 'row', values: undefined };
  const first = indexOf(shape, { channel: fed.channels.first, row: rows.first, col: cols.first });
  const last = indexOf(shape, { channel: fed.channels.last, row: rows.last, col: cols.last });
  return { kind: 'row', values: { first, last } };
}

type WindowPlan = Extract<LayerPlan, { kind: 'conv' | 'transposed' | 'pool' }>;

function channelsBehind(plan: WindowPlan, channels: Range): Range {
  if (plan.kind === 'pool') return channels;
  const { inputChannels, outputChannels, groups } = plan.geometry;
  const inputs = inputChannels / groups;
  const outputs = outputChannels / groups;
  const first = Math.floor(channels.first / inputs) * outputs;
  return { first, last: (Math.floor(channels.last / inputs) + 1) * outputs - 1 };
}

function cellsReading(plan: WindowPlan, axis: 'height' | 'width', inputs: ReadonlySet<number>): ReadonlySet<number> {
  const { inputSize, outputSize, fill, end, placesOf } = axisReads(plan, axis)!;
  const isFed = (place: number) => place < end && inputs.has(fillSource(fill, place, inputSize));
  const outputs = Array.from({ length: outputSize }, (_, output) => output);
  return new Set(outputs.filter((output) => placesOf(output).some(isFed)));
}

function extentOf(fed: Fed): Extent {
  if (fed.kind === 'row') return fed;
  const along = (places: ReadonlySet<number>) => ({ cells: rangeOf(places), before: 0, after: 0 });
  return { kind: 'planes', channels: fed.channels, rows: along(fed.rows), cols: along(fed.cols) };
}

/** Places come in their order. */
function rangeOf(places: ReadonlySet<number>): Range | undefined {
  const [first] = places;
  return first === undefined ? undefined : { first, last: [...places].at(-1)! };
}
