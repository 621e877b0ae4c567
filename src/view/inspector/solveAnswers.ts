import type { AxisPlan } from '../../engine/convolution/conv2dPlan';
import { solveKernelSize } from '../../engine/solve/solveKernelSize';
import { type NoSymmetricPadding, solvePadding } from '../../engine/solve/solvePadding';
import type { Unsolved } from '../../engine/solve/solveProblem';
import { solveStride } from '../../engine/solve/solveStride';

/** What is solved for: added cells, both sides together; the stride; cells of the kernel. */
export type SolveFor = 'padding' | 'stride' | 'kernel';

/** One value that gives the wanted size. */
export interface SolveAnswer {
  readonly value: number;
  /** Cells at the end that no patch reads then. */
  readonly floored: number;
  readonly isBest: boolean;
}

/** The first values that give the wanted size, and what is to be said of the others. */
export interface SolveAnswers {
  readonly answers: readonly SolveAnswer[];
  /** Where there are more than are listed: the smallest, and the largest unless every larger one does it too. */
  readonly all: { readonly smallest: number; readonly largest: number | undefined } | undefined;
  readonly unsolved: Unsolved | undefined;
  readonly noneSymmetric: NoSymmetricPadding | undefined;
}

const mostListed = 6;

/** All values of one parameter that give a map of the wanted size on an axis, the others as they are. */
export function solveAnswers(solveFor: SolveFor, axis: AxisPlan, wanted: number): SolveAnswers {
  if (solveFor === 'padding') {
    const solution = solvePadding(axis, wanted);
    if ('unsolved' in solution) return none(solution);
    const { minTotal, maxTotal, recommended, whyNoneSymmetric } = solution;
    return listed(solveFor, axis, [minTotal, maxTotal], recommended.total, whyNoneSymmetric);
  }
  const solution = solveFor === 'stride' ? solveStride(axis, wanted) : solveKernelSize(axis, wanted);
  if ('unsolved' in solution) return none(solution);
  const { smallest, largest, exact } = solution;
  return listed(
    solveFor,
    axis,
    [smallest, largest],
    exact ?? (solveFor === 'stride' ? smallest : (largest ?? smallest)),
  );
}

/** The size of the map with another value; 0 where there is none. */
export function sizeWith(solveFor: SolveFor, axis: AxisPlan, value: number): number {
  const { room, stride } = changed(solveFor, axis, value);
  return room < 0 ? 0 : Math.floor(room / stride) + 1;
}

/** The value that an axis has now. */
export function valueNow(solveFor: SolveFor, { before, after, stride, kernelSize }: AxisPlan): number {
  return { padding: before + after, stride, kernel: kernelSize }[solveFor];
}

function listed(
  solveFor: SolveFor,
  axis: AxisPlan,
  [smallest, largest]: readonly [number, number | undefined],
  best: number,
  noneSymmetric?: NoSymmetricPadding | undefined,
): SolveAnswers {
  const count = Math.min(mostListed, (largest ?? Number.POSITIVE_INFINITY) - smallest + 1);
  const first = best < smallest + count ? smallest : best - count + 1;
  const answers = Array.from({ length: largest === undefined ? 1 : count }, (_, index) => {
    const value = first + index;
    const { room, stride } = changed(solveFor, axis, value);
    return { value, floored: room % stride, isBest: value === best };
  });
  const isWhole = largest !== undefined && largest - smallest < count;
  return { answers, all: isWhole ? undefined : { smallest, largest }, unsolved: undefined, noneSymmetric };
}

function none(unsolved: Unsolved): SolveAnswers {
  return { answers: [], all: undefined, unsolved, noneSymmetric: undefined };
}

/** Cells that the kernel can move over, and its hop, with another value. */
function changed(solveFor: SolveFor, { inputSize, before, after, dilation, ...axis }: AxisPlan, value: number) {
  const padding = solveFor === 'padding' ? value : before + after;
  const kernelSize = solveFor === 'kernel' ? value : axis.kernelSize;
  const stride = solveFor === 'stride' ? value : axis.stride;
  return { room: inputSize + padding - (dilation * (kernelSize - 1) + 1), stride };
}
