import type { PlanProblemCode } from '../engine/planProblem';

export type LayerProblemCode =
  | PlanProblemCode
  /** There is no call of a layer in the text. */
  | 'no-call'
  /** The call does not end yet, or something in it cannot be read. */
  | 'incomplete-call'
  | 'unknown-argument'
  | 'missing-argument'
  | 'bad-value'
  | 'rank-mismatch'
  /** The call hands over what stands elsewhere: `**options`. */
  | 'not-in-sight';

/** Why nothing is said of a call: a code, and the numbers and names that a sentence needs. */
export interface LayerProblem {
  readonly problem: LayerProblemCode;
  readonly details: Readonly<Record<string, string | number>>;
}

/** A problem of a call. */
export function layerProblem(problem: LayerProblemCode, details: LayerProblem['details'] = {}): LayerProblem {
  return { problem, details };
}

/** Whether what was made of a call is a problem. */
export function isLayerProblem(value: object): value is LayerProblem {
  return 'problem' in value;
}
