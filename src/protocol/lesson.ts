import type { PerAxis } from '../engine/convolution/conv2dParams';
import type { AnswerForm } from '../session/lessons/answerForm';
import type { Hides, SceneShow } from '../session/lessons/lesson';

/** The step of a lesson as a view shows it: everything in it is text, and shown as text. */
export interface ShownLesson {
  readonly title: string;
  /** Where the lesson stands, such as `Lesson 3 of 25`. */
  readonly place: string;
  readonly step: number;
  readonly steps: number;
  /** What the lesson is about; on its first step. */
  readonly intro: string | undefined;
  readonly text: string;
  readonly question: ShownQuestion | undefined;
  readonly hides: Hides;
  /** The surface's subject that is this step's scene; the view then goes to `at` and shows what `show` says. */
  readonly subject: number;
  readonly at: PerAxis | undefined;
  readonly show: readonly SceneShow[];
  readonly hasBack: boolean;
  /** What *Next* leads to. */
  readonly next: 'step' | 'lesson' | 'end';
}

/** A step of a lesson before a surface has numbered its scene. */
export type TaughtStep = Omit<ShownLesson, 'subject'>;

/** The question of a step, and what has become of it. */
export interface ShownQuestion {
  readonly ask: string;
  readonly form: AnswerForm;
  readonly is: 'open' | 'unread' | 'wrong' | 'right' | 'revealed';
  readonly fields: readonly string[];
  /** The hint to a wrong answer; the right answer once it is known. */
  readonly said: string | undefined;
  /** Why, once the answer is known. */
  readonly why: string | undefined;
}

/** What a person does with the lesson in a view; `scene` brings back what the step shows. */
export type LessonViewAct =
  | { readonly kind: 'answer'; readonly fields: readonly string[] }
  | { readonly kind: 'reveal' }
  | { readonly kind: 'next' }
  | { readonly kind: 'back' }
  | { readonly kind: 'scene' }
  | { readonly kind: 'leave' };
