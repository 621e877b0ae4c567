import type { PlanProblem } from '../../engine/planProblem';
import type { PlacedJson } from './placedJson';

/** What is wrong in a lesson file. The first group is what its JSON schema says too. */
export type LessonProblemCode =
  | FormCode
  | 'ragged'
  | 'unknown-preset'
  | 'no-map'
  | 'outside-map'
  | 'outside-input'
  | 'no-such-option'
  | 'no-calculation'
  | 'unreachable-size'
  | 'other-size'
  | 'no-scene'
  | 'not-of-lens'
  | 'no-such-layer';

type FormCode = 'no-json' | 'too-long' | 'missing' | 'unknown-name' | 'other-kind' | 'version';

const formCodes: ReadonlySet<LessonProblemCode> = new Set<FormCode>([
  'no-json',
  'too-long',
  'missing',
  'unknown-name',
  'other-kind',
  'version',
]);

/** One thing that is wrong, and where it stands in the file, half-open in UTF-16 code units. */
export interface LessonProblem {
  readonly code: LessonProblemCode;
  readonly start: number;
  readonly end: number;
  readonly details: Readonly<Record<string, string | number>>;
  /** Why the scene has no map, where that is it. */
  readonly plan: PlanProblem | undefined;
}

/** True for what the JSON schema of lesson files says by itself. */
export function isOfSchema({ code }: LessonProblem): boolean {
  return formCodes.has(code);
}

/** Notes a problem at a part of the file; the `undefined` it gives is for the caller to return. */
export type Report = (
  code: LessonProblemCode,
  at: PlacedJson,
  details?: LessonProblem['details'],
  plan?: PlanProblem,
) => undefined;
