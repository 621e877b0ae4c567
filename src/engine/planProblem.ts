/** The two axes of a plane. */
export type AxisName = 'height' | 'width';

/** What stands in the way of a plan. */
export type PlanProblemCode =
  | 'kernel-larger-than-input'
  | 'stride-not-positive'
  | 'dilation-not-positive'
  | 'padding-negative'
  | 'not-an-integer'
  | 'channel-mismatch'
  | 'groups-do-not-divide'
  | 'bias-mismatch'
  | 'empty-kernel'
  | 'empty-input'
  | 'rank-unsupported'
  | 'too-large'
  | 'same-with-stride'
  | 'reflect-pad-too-large'
  | 'circular-pad-too-large'
  | 'neither-contains-other'
  | 'pool-window-not-positive'
  | 'pool-pad-too-large'
  | 'divisor-zero'
  | 'output-padding-negative'
  | 'output-padding-too-large'
  | 'output-size-unreachable'
  | 'output-empty';

/** Why no plan exists: a code, the axis where there is one, and the numbers that disagree, by name. */
export interface PlanProblem {
  readonly problem: PlanProblemCode;
  readonly axis?: AxisName;
  readonly numbers: Readonly<Record<string, number>>;
}

/** True for the value that a planning function returns when there is no plan. */
export function isPlanProblem(value: object): value is PlanProblem {
  return 'problem' in value;
}
