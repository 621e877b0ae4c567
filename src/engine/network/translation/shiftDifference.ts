import type { Fill, PerAxis } from '../../convolution/conv2dParams';
import type { Tensor } from '../../tensor';
import { type Convolve, loopConvolve } from '../convolve';
import { finished } from '../finished';
import type { NetworkStage, PlannedStage } from '../networkStage';
import { type NetworkRun, networkSteps } from '../runNetwork';
import { type AxisShift, shiftAfter, unmoved } from './axisShift';
import { shiftPlanes } from './shiftPlanes';

/** By how much the image is moved, down and to the right, in cells, and what comes in from outside. */
export interface ImageShift {
  readonly by: PerAxis;
  readonly fill: Fill;
}

/** What a moved image does to a network. */
export interface ShiftDifference {
  /** The moved image through the same stages. */
  readonly moved: NetworkRun;
  readonly stages: readonly StageShift[];
}

/** What a moved image does to what comes out of one stage. */
export interface StageShift {
  /**
   * How far the map moves with the image, in its own cells: the shift by the strides so far. Undefined for rows of
   * values, where nothing has a place any more.
   */
  readonly expected: PerAxis | undefined;
  /** Whether that is a whole number of cells here and in every stage before; else the strides break the rule. */
  readonly isWhole: boolean;
  /** The moved image's map against the first one, moved by `expected`, rounded: equivariance. Undefined for rows. */
  readonly following: Difference | undefined;
  /** The moved image's map against the first one, where it was: invariance. */
  readonly staying: Difference;
}

/** How two activations differ, the first being what the moved image gives. */
export interface Difference {
  /** First minus second; 0 where there is nothing to compare with. */
  readonly map: Tensor;
  /** How many values were compared, how many of them differ, the largest difference without its sign, and where. */
  readonly compared: number;
  readonly differing: number;
  readonly largest: number;
  readonly largestAt: number | undefined;
  /** The mean of the differences without their signs, over what was compared. */
  readonly mean: number;
  /** The same counts for those values alone that see no border: no padding and no end of the image in any stage. */
  readonly inside: { readonly compared: number; readonly differing: number; readonly largest: number };
}

/** What moves in every stage when the image moves, and what does not, in double precision by the plain loops. */
export function shiftDifference(stages: readonly NetworkStage[], image: Tensor, shift: ImageShift): ShiftDifference {
  return finished(shiftSteps(finished(networkSteps(stages, image)), shift));
}

/** The same for a network that was run, in steps, each the share done; `convolve` is to be that of the run. */
export function* shiftSteps(
  run: NetworkRun,
  { by, fill }: ImageShift,
  convolve: Convolve = loopConvolve,
): Generator<number, ShiftDifference> {
  const moved = yield* networkSteps(run.stages, shiftPlanes(run.image, by, fill), convolve);
  const shifts: StageShift[] = [];
  let height = unmoved(by[0], run.image.shape[1] ?? 1);
  let width = unmoved(by[1], run.image.shape[2] ?? 1);
  for (const [index, stage] of run.stages.entries()) {
    const maps = { before: run.activations[index]!, after: moved.activations[index]! };
    height = shiftAfter(stage, 'height', height);
    width = shiftAfter(stage, 'width', width);
    shifts.push(stageShift(stage, maps, height, width));
    yield 1;
  }
  return { moved, stages: shifts };
}

interface Maps {
  readonly before: Tensor;
  readonly after: Tensor;
}

function stageShift({ outputShape }: PlannedStage, maps: Maps, height: AxisShift, width: AxisShift): StageShift {
  const isWhole = height.isWhole && width.isWhole;
  if (outputShape.length === 1) {
    return { expected: undefined, isWhole, following: undefined, staying: rowDifference(maps) };
  }
  const expected = [height.expected, width.expected] as const;
  const rounded = [Math.round(expected[0]), Math.round(expected[1])] as const;
  const axes = [height, width] as const;
  return {
    expected,
    isWhole,
    following: planeDifference(maps, outputShape, rounded, axes),
    staying: planeDifference(maps, outputShape, [0, 0], axes),
  };
}

function rowDifference({ before, after }: Maps): Difference {
  const count = counter(after.shape);
  for (let i = 0; i < after.data.length; i++) count.add(i, after.data[i]! - before.data[i]!, false);
  return count.result();
}

function planeDifference(
  { before, after }: Maps,
  [channels, rows, cols]: readonly [number, number, number],
  [down, right]: PerAxis,
  [height, width]: readonly [AxisShift, AxisShift],
): Difference {
  const count = counter(after.shape);
  for (let channel = 0; channel < channels; channel++) {
    for (let row = Math.max(0, down); row < Math.min(rows, rows + down); row++) {
      const isRowInside = !height.seesBorder[row] && !height.seesBorder[row - down];
      for (let col = Math.max(0, right); col < Math.min(cols, cols + right); col++) {
        const isInside = isRowInside && !width.seesBorder[col] && !width.seesBorder[col - right];
        const at = (channel * rows + row) * cols + col;
        count.add(at, after.data[at]! - before.data[at - down * cols - right]!, isInside);
      }
    }
  }
  return count.result();
}

/** Takes differences one by one and adds them up. */
function counter(shape: readonly number[]) {
  const map = new Float64Array(shape.reduce((cells, side) => cells * side, 1));
  const all = { compared: 0, differing: 0, largest: 0 };
  const inside = { ...all };
  let largestAt: number | undefined;
  let sum = 0;
  return {
    add: (at: number, difference: number, isInside: boolean) => {
      const size = Math.abs(difference);
      map[at] = difference;
      sum += size;
      if (size > all.largest) largestAt = at;
      for (const counts of isInside ? [all, inside] : [all]) {
        counts.compared++;
        if (difference !== 0) counts.differing++;
        counts.largest = Math.max(counts.largest, size);
      }
    },
    result: (): Difference => {
      const mean = all.compared === 0 ? 0 : sum / all.compared;
      return { map: { shape, data: map }, ...all, largestAt, mean, inside };
    },
  };
}
