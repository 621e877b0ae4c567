import { answerForm } from './answerForm';
import { checkAnswer } from './checkAnswer';
import { expectedAnswer } from './expectedAnswer';
import { givenAnswer } from './givenAnswer';
import type { LessonStep } from './lesson';
import type { Outcome } from './outcome';

/** What becomes of a step's question once these fields are filled in, or without them its answer is shown. */
export function judgeAnswer(
  { question, scene }: LessonStep,
  fields: readonly string[] | undefined,
): Outcome | undefined {
  if (!question) return undefined;
  const { answer } = question;
  if (!fields) return { is: 'revealed', expected: expectedAnswer(answer, scene) };
  const given = givenAnswer(answerForm(answer, scene), fields);
  if (!given) return { is: 'unread', fields };
  const verdict = checkAnswer(answer, scene, given);
  if (!verdict.isRight) return { is: 'wrong', fields, verdict };
  const weights = given.kind === 'kernel' ? given.values : undefined;
  return { is: 'right', fields, expected: expectedAnswer(answer, scene), weights };
}
