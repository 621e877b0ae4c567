import type { Hides, Lesson, LessonStep, Scene } from './lesson';
import type { Outcome } from './outcome';

/** How far a person is in a lesson. */
export interface LessonState {
  readonly lesson: Lesson;
  /** The step that is shown. */
  readonly at: number;
  /** What has become of each step's question. */
  readonly outcomes: readonly Outcome[];
}

/** A lesson from its first step, or from another one. */
export function startLesson(lesson: Lesson, at = 0): LessonState {
  return {
    lesson,
    at: Math.min(Math.max(0, at), lesson.steps.length - 1),
    outcomes: lesson.steps.map(() => ({ is: 'open' })),
  };
}

/** The state one step on, once nothing is asked or the answer is known, or one step back; the very same at the ends. */
export function moveInLesson(state: LessonState, by: 'next' | 'back'): LessonState {
  if (by === 'back') return state.at > 0 ? { ...state, at: state.at - 1 } : state;
  return isSettled(state) && state.at + 1 < state.lesson.steps.length ? { ...state, at: state.at + 1 } : state;
}

/** The state once this has become of the shown step's question; once the answer is known, nothing changes it. */
export function withOutcome(state: LessonState, outcome: Outcome | undefined): LessonState {
  if (!outcome || isSettled(state)) return state;
  return { ...state, outcomes: state.outcomes.map((known, step) => (step === state.at ? outcome : known)) };
}

/** The step that is shown. */
export function shownStep({ lesson, at }: LessonState): LessonStep {
  return lesson.steps[at]!;
}

/** What has become of the shown step's question. */
export function shownOutcome({ outcomes, at }: LessonState): Outcome {
  return outcomes[at]!;
}

/** True where nothing is asked, or where the answer is known. */
export function isSettled(state: LessonState): boolean {
  const { is } = shownOutcome(state);
  return shownStep(state).question === undefined || is === 'right' || is === 'revealed';
}

/** What the panel keeps back. */
export function hiddenNow(state: LessonState): Hides {
  return isSettled(state) ? 'nothing' : shownStep(state).question!.hides;
}

/** What the panel shows: the step's scene, with the kernel that was asked for once it is known. */
export function shownScene(state: LessonState): Scene {
  const { scene, question } = shownStep(state);
  if (scene.in !== 'lens' || question?.answer.kind !== 'kernel' || !isSettled(state)) return scene;
  const outcome = shownOutcome(state);
  const { is: wanted } = question.answer;
  const weights = outcome.is === 'right' ? outcome.weights : undefined;
  return { ...scene, kernel: weights ? { shape: wanted.shape, data: Float64Array.from(weights) } : wanted };
}
