import type { PerAxis } from '../../engine/convolution/conv2dParams';
import type { Convolve } from '../../engine/network/convolve';
import type { NetworkRun } from '../../engine/network/runNetwork';
import { type Difference, type StageShift, shiftSteps } from '../../engine/network/translation/shiftDifference';
import type { QuestionOf } from './networkQuestion';
import type { SentActivation } from './networkRequest';
import { planeOf, sentActivation } from './sentActivation';

/** How two maps differ, in numbers. */
export type Differing = Omit<Difference, 'map'>;

/** What a moved image does to a stage, in numbers. */
export interface StageFollowing extends Pick<StageShift, 'expected' | 'isWhole'> {
  /** Against the map that moves with the image; undefined for rows. */
  readonly following: Differing | undefined;
  /** Against the map that stays. */
  readonly staying: Differing;
}

/** What a moved image does to a network. */
export interface ShiftAnswer {
  /** The first channel of the moved image. */
  readonly image: SentActivation;
  readonly stages: readonly StageFollowing[];
  /** A channel of the asked stage before and after, and after minus before moved along; of rows minus before. */
  readonly before: SentActivation;
  readonly after: SentActivation;
  readonly difference: SentActivation;
  /** The last stage's values before and after, where it is a row of not too many. */
  readonly scores: { readonly before: Float64Array; readonly after: Float64Array } | undefined;
}

/** Longer rows are no scores that somebody compares. */
const mostScores = 1000;

/** Moves the image, zeros coming in, and compares stage by stage. */
export function* shiftAnswer(
  run: NetworkRun,
  { by, stage, channel }: QuestionOf<'shift'>,
  convolve: Convolve,
): Generator<number, ShiftAnswer | undefined> {
  const shape = run.stages[stage]?.outputShape;
  if (shape === undefined || (shape.length === 3 && channel >= shape[0]) || isBeyond(run, by)) return undefined;
  const { moved, stages } = yield* shiftSteps(run, { by, fill: { kind: 'zeros' } }, convolve);
  const own = stages[stage]!;
  const difference = (own.following ?? own.staying).map;
  return {
    image: yield* sentActivation(planeOf(moved.image, 0)),
    stages: stages.map(following),
    before: yield* sentActivation(planeOf(run.activations[stage]!, channel)),
    after: yield* sentActivation(planeOf(moved.activations[stage]!, channel)),
    difference: yield* sentActivation(planeOf({ shape, data: difference.data }, channel)),
    scores: scoresOf(run, moved),
  };
}

function isBeyond({ image }: NetworkRun, by: PerAxis): boolean {
  return by.some((cells, axis) => Math.abs(cells) >= (image.shape[axis + 1] ?? 0));
}

function following({ expected, isWhole, following: moving, staying }: StageShift): StageFollowing {
  return { expected, isWhole, following: moving && counts(moving), staying: counts(staying) };
}

function counts({ map: _, ...numbers }: Difference): Differing {
  return numbers;
}

function scoresOf(run: NetworkRun, moved: NetworkRun): ShiftAnswer['scores'] {
  const [before, after] = [run.activations.at(-1), moved.activations.at(-1)];
  if (!before || !after || before.shape.length !== 1 || before.data.length > mostScores) return undefined;
  return { before: before.data.slice(), after: after.data.slice() };
}
