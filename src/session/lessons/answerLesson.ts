import { numberIn } from './expectedAnswer';
import { judgeAnswer } from './judgeAnswer';
import type { LessonStep } from './lesson';
import type { Outcome } from './outcome';
import { type LessonReading, readLesson } from './readLesson';

/** Asks about lessons, as plain data, so that another thread can answer. */
export type LessonRequest =
  | { readonly kind: 'lesson'; readonly text: string }
  /** Without fields, for the right answer. */
  | { readonly kind: 'lesson-answer'; readonly step: LessonStep; readonly fields: readonly string[] | undefined };

/** A lesson file as it was read, with the number that each step asks for. */
export type LessonRead = LessonReading & { readonly numbers: readonly (number | undefined)[] };

/** The answers by the kind of the request. */
export interface LessonAnswers {
  readonly lesson: LessonRead;
  readonly 'lesson-answer': { readonly outcome: Outcome | undefined };
}

/** Answers a request. Never throws; takes time in proportion to the text. */
export function answerLesson(request: LessonRequest): LessonAnswers[LessonRequest['kind']] {
  if (request.kind === 'lesson-answer') return { outcome: judgeAnswer(request.step, request.fields) };
  const reading = readLesson(request.text);
  return { ...reading, numbers: reading.lesson?.steps.map(numberIn) ?? [] };
}
