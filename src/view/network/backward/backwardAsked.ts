import type { StageShape } from '../../../engine/network/networkStage';
import type { QuestionOf } from '../../../session/network/networkQuestion';
import { type Column, placeWithin } from '../state/networkFacts';
import type { BackwardKept, KeptWeight } from './backwardKept';

/** The question that what was kept comes to in a network, and the columns that it is about. */
export interface BackwardAsked {
  readonly question: QuestionOf<'backward'>;
  /** Whose value it is; of a loss the last. */
  readonly from: Column;
  readonly stage: Column;
  /** What goes into the stage. */
  readonly before: Column;
  /** The stages that can be looked at. */
  readonly stages: readonly Column[];
  readonly weightShape: readonly number[] | undefined;
  /** Whether the last stage gives shares, so that there is a loss. */
  readonly hasLoss: boolean;
}

/** Every place brought into what the network has; undefined for a network without a layer. */
export function backwardAsked(columns: readonly Column[], kept: BackwardKept): BackwardAsked | undefined {
  const layers = columns.slice(1).filter(({ shape }) => shape !== undefined);
  const last = layers.at(-1);
  if (!last) return undefined;
  const hasLoss = last.stage?.stage.layer.kind === 'softmax' && layers.length === columns.length - 1;
  const isLoss = kept.kind === 'loss' && hasLoss;
  const from = (!isLoss && layers.find(({ of }) => of === kept.from)) || last;
  const end = layers.indexOf(from);
  const stages = layers.slice(0, end + 1);
  const stage = stages.find(({ of }) => of === kept.of) ?? stages.find(hasWeights) ?? stages[0]!;
  const at = layers.indexOf(stage);
  const before = columns[at]!;
  const weightShape = weightShapeOf(stage);
  const of = isLoss
    ? ({ kind: 'loss', label: placeWithin(last.shape!, { channel: 0, row: 0, col: kept.label }).col } as const)
    : ({ kind: 'value', stage: end, place: placeWithin(from.shape!, kept.place) } as const);
  const question = {
    kind: 'backward',
    of,
    stage: at,
    weight: weightShape ? weightWithin(weightShape, kept.weight) : { filter: 0, channel: 0, row: 0, col: 0 },
    cell: placeWithin(before.shape!, kept.cell),
  } as const;
  return { question, from, stage, before, stages, weightShape, hasLoss };
}

function hasWeights(column: Column): boolean {
  return weightShapeOf(column) !== undefined;
}

/** The shape of a layer's weights; undefined where it has none. */
function weightShapeOf({ stage }: Column): readonly number[] | undefined {
  const plan = stage?.stage.kind === 'planned' ? stage.stage.plan : undefined;
  if (plan?.kind === 'dense') return [plan.outputs, plan.inputs];
  return plan?.kind === 'conv' || plan?.kind === 'transposed' ? plan.geometry.kernelShape : undefined;
}

function weightWithin([filters = 1, ...rest]: readonly number[], weight: KeptWeight): KeptWeight {
  const plane: StageShape = rest.length === 1 ? [rest[0]!] : [rest[0]!, rest[1]!, rest[2]!];
  return { filter: Math.min(weight.filter, filters - 1), ...placeWithin(plane, weight) };
}
