import type { Matrix } from '../../engine/tensor';
import { checkAnswer, givenKernel, type Verdict } from './checkAnswer';
import { answerForm, givenAnswer } from './givenAnswer';
import type { Hides, Lesson, LessonStep, Scene } from './lesson';

/** How far a person is in a lesson. */
export interface LessonState {
  readonly lesson: Lesson;
  /** The step that is shown. */
  readonly at: number;
  /** What has become of each step's question. */
  readonly outcomes: readonly Outcome[];
}

/** What has become of a question. */
export type Outcome =
  | { readonly is: 'open' }
  /** A field holds no number. */
  | { readonly is: 'unread'; readonly fields: readonly string[] }
  | { readonly is: 'wrong'; readonly fields: readonly string[]; readonly verdict: Extract<Verdict, { isRight: false }> }
  | { readonly is: 'right'; readonly fields: readonly string[] }
  | { readonly is: 'revealed' };

/** What a person does in a lesson. */
export type LessonAct =
  | { readonly kind: 'answer'; readonly fields: readonly string[] }
  | { readonly kind: 'reveal' }
  | { readonly kind: 'next' }
  | { readonly kind: 'back' };

/** A lesson from its first step, or from another one. */
export function startLesson(lesson: Lesson, at = 0): LessonState {
  return {
    lesson,
    at: Math.min(Math.max(0, at), lesson.steps.length - 1),
    outcomes: lesson.steps.map(() => ({ is: 'open' })),
  };
}

/** The state after an act; the very same where it cannot apply. */
export function actInLesson(state: LessonState, act: LessonAct): LessonState {
  switch (act.kind) {
    case 'answer':
      return withOutcome(state, outcomeOf(shownStep(state), act.fields));
    case 'reveal':
      return withOutcome(state, shownStep(state).question && { is: 'revealed' });
    case 'next':
      return isSettled(state) && state.at + 1 < state.lesson.steps.length ? { ...state, at: state.at + 1 } : state;
    case 'back':
      return state.at > 0 ? { ...state, at: state.at - 1 } : state;
  }
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
  return { ...scene, kernel: foundKernel(state, question.answer.is) };
}

function foundKernel(state: LessonState, wanted: Matrix): Matrix {
  const outcome = shownOutcome(state);
  const given =
    outcome.is === 'right'
      ? givenAnswer(answerForm(shownStep(state).question!.answer, shownStep(state).scene), outcome.fields)
      : undefined;
  return given?.kind === 'kernel' ? givenKernel(wanted, given.values) : wanted;
}

function outcomeOf({ question, scene }: LessonStep, fields: readonly string[]): Outcome | undefined {
  if (!question) return undefined;
  const given = givenAnswer(answerForm(question.answer, scene), fields);
  if (!given) return { is: 'unread', fields };
  const verdict = checkAnswer(question.answer, scene, given);
  return verdict.isRight ? { is: 'right', fields } : { is: 'wrong', fields, verdict };
}

/** Once the answer is known, nothing changes it. */
function withOutcome(state: LessonState, outcome: Outcome | undefined): LessonState {
  if (!outcome || isSettled(state)) return state;
  return { ...state, outcomes: state.outcomes.map((known, step) => (step === state.at ? outcome : known)) };
}
