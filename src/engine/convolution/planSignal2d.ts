import { isPlanProblem, type PlanProblem } from '../planProblem';
import { type Conv2dParams, defaultConv2dParams, type Fill } from './conv2dParams';
import type { Conv2dPlan } from './conv2dPlan';
import { planConv2d } from './planConv2d';
import { withSamePadding } from './samePaddingRules';

/** Which part of the full result is kept; full has M + K − 1 cells on each axis, valid |M − K| + 1, same M. */
export type SignalMode = 'full' | 'same' | 'valid';

/** The functions that know the three modes. */
export type SignalFunction = 'scipy.signal.convolve2d' | 'scipy.signal.correlate2d' | 'matlab.conv2' | 'matlab.filter2';

/** What is computed, in which sense; MATLAB's functions know no fill but zeros. */
export interface SignalParams {
  readonly function: SignalFunction;
  readonly mode: SignalMode;
  readonly fill: Fill;
}

/** The geometry of such a call. */
export interface SignalPlan {
  readonly plan: Conv2dPlan;
  /** The second matrix is the plan's input and the first its kernel: SciPy's *valid* where only the second is larger. */
  readonly isSwapped: boolean;
  /** The result is the plan's output read backwards on both axes, as a swapped correlation is. */
  readonly isReversed: boolean;
}

type Shape2 = readonly [rows: number, cols: number];

/**
 * The geometry of full, same and valid in the sense of SciPy and MATLAB, or why there is none; never throws. Shapes are
 * [rows, columns]. SciPy's *valid* swaps the two where the second contains the first on both axes, and is refused
 * (`neither-contains-other`, SciPy's ValueError) where neither contains the other; MATLAB, whose result is empty then,
 * never swaps (`kernel-larger-than-input`). docs.scipy.org convolve2d and correlate2d, mathworks.com conv2 and filter2.
 */
export function planSignal2d(first: Shape2, second: Shape2, params: SignalParams): SignalPlan | PlanProblem {
  const swaps = params.function.startsWith('scipy') && params.mode === 'valid';
  const isSwapped = swaps && !contains(first, second) && contains(second, first);
  if (swaps && !isSwapped && !contains(first, second)) {
    const numbers = { inputRows: first[0], inputCols: first[1], kernelRows: second[0], kernelCols: second[1] };
    return { problem: 'neither-contains-other', numbers };
  }
  const [input, kernel] = isSwapped ? [second, first] : [first, second];
  const conv = conv2dParams(input, kernel, params);
  if (isPlanProblem(conv)) return conv;
  const plan = planConv2d(input, kernel, conv);
  return isPlanProblem(plan) ? plan : { plan, isSwapped, isReversed: isSwapped && !plan.flip };
}

function conv2dParams(
  input: Shape2,
  kernel: Shape2,
  { function: name, mode, fill }: SignalParams,
): Conv2dParams | PlanProblem {
  const same = withSamePadding(name, input, kernel, { ...defaultConv2dParams, fill });
  return isPlanProblem(same) || mode === 'same' ? same : { ...same, padding: { kind: mode } };
}

function contains(outer: Shape2, inner: Shape2): boolean {
  return outer[0] >= inner[0] && outer[1] >= inner[1];
}
