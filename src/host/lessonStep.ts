import * as vscode from 'vscode';
import type { ShownQuestion, TaughtStep } from '../protocol/lesson';
import { answerForm } from '../session/lessons/answerForm';
import type { LessonStep, Question } from '../session/lessons/lesson';
import { hiddenNow, type LessonState, shownOutcome, shownStep } from '../session/lessons/lessonState';
import type { Outcome } from '../session/lessons/outcome';
import { answerText, mistakeText, unreadText, wrongText } from '../words/lessonWords';

/** Where a lesson stands among others. */
export interface LessonNeighbours {
  readonly place: string;
  readonly hasNext: boolean;
}

/** The shown step of a lesson as it crosses to a view. */
export function taughtStep(state: LessonState, { place, hasNext }: LessonNeighbours): TaughtStep {
  const { lesson, at } = state;
  const { scene, text, question } = shownStep(state);
  const isLast = at + 1 === lesson.steps.length;
  return {
    title: lesson.title,
    place,
    step: at,
    steps: lesson.steps.length,
    intro: at === 0 ? lesson.intro : undefined,
    text,
    question: question && shownQuestion(shownStep(state), question, shownOutcome(state)),
    hides: hiddenNow(state),
    at: scene.in === 'lens' ? scene.at : undefined,
    show: scene.in === 'lens' ? scene.show : [],
    hasBack: at > 0,
    next: isLast ? (hasNext ? 'lesson' : 'end') : 'step',
  };
}

function shownQuestion({ scene }: LessonStep, question: Question, outcome: Outcome): ShownQuestion {
  const { ask, answer, why } = question;
  const isKnown = outcome.is === 'right' || outcome.is === 'revealed';
  const form = answerForm(answer, scene);
  const fields = 'fields' in outcome ? outcome.fields : [];
  return { ask, form, is: outcome.is, fields, said: saidOf(question, outcome), why: isKnown ? why : undefined };
}

function saidOf({ answer }: Question, outcome: Outcome): string | undefined {
  const t = vscode.l10n.t;
  switch (outcome.is) {
    case 'open':
      return undefined;
    case 'unread':
      return answer.kind === 'choice' ? t('Choose an answer.') : unreadText(t);
    case 'wrong': {
      const { says, mistake } = outcome.verdict;
      return says ?? (mistake ? mistakeText(t, mistake) : wrongText(t));
    }
    case 'right':
    case 'revealed': {
      const { expected } = outcome;
      const options = answer.kind === 'choice' ? answer.options.map(({ text }) => text) : [];
      return expected && answerText(t, expected, options);
    }
  }
}
