import { useEffect, useRef } from 'preact/hooks';
import type { LessonViewAct, ShownQuestion, TaughtStep } from '../../protocol/lesson';
import type { Translate } from '../../words/translate';
import { Icon } from '../parts/Icon';
import { AnswerFields } from './AnswerFields';

interface LessonCardProps {
  readonly lesson: TaughtStep;
  readonly t: Translate;
  readonly act: (act: LessonViewAct) => void;
}

/** The step of a lesson above what it is about: sentences, a question, its answer, and the way on. */
export function LessonCard({ lesson, t, act }: LessonCardProps) {
  const card = useRef<HTMLElement>(null);
  const { title, question } = lesson;
  useFocus(card, lesson);
  return (
    <section ref={card} class="lesson" aria-label={t('Lesson: {0}', title)}>
      <header class="lesson-head">
        <h2>{title}</h2>
        <span class="lesson-place">
          {lesson.place} · {t('step {0} of {1}', lesson.step + 1, lesson.steps)}
        </span>
        <button
          type="button"
          class="quiet"
          aria-label={t('Show the scene again')}
          title={t('Show the scene again, as it was before you changed it')}
          onClick={() => act({ kind: 'scene' })}
        >
          <Icon name="undo" />
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={t('Leave the lesson')}
          title={t('Leave the lesson; its place is kept')}
          onClick={() => act({ kind: 'leave' })}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="lesson-body">
        <div class="lesson-text">
          {lesson.intro !== undefined && <p class="lesson-intro">{lesson.intro}</p>}
          <p>{lesson.text}</p>
        </div>
        {question && <QuestionPart key={lesson.step} question={question} t={t} act={act} />}
      </div>
      <footer class="lesson-foot">
        {lesson.hasBack && (
          <button type="button" onClick={() => act({ kind: 'back' })}>
            {t('Back')}
          </button>
        )}
        {isSettled(question) && (
          <button type="button" class="primary lesson-next" onClick={() => act({ kind: 'next' })}>
            {nextName(t, lesson.next)}
          </button>
        )}
      </footer>
    </section>
  );
}

function QuestionPart({ question, t, act }: Pick<LessonCardProps, 't' | 'act'> & { readonly question: ShownQuestion }) {
  const settled = isSettled(question);
  return (
    <div class="lesson-question" role="group" aria-label={t('Question')}>
      <p class="lesson-ask">{question.ask}</p>
      <AnswerFields
        question={question}
        t={t}
        answer={(fields) => act({ kind: 'answer', fields })}
        reveal={() => act({ kind: 'reveal' })}
      />
      <div role="status" class="lesson-said" data-is={question.is}>
        {question.said !== undefined && (
          <p>
            {settled && <b>{question.is === 'right' ? t('Right') : t('The answer')}: </b>}
            {question.said}
          </p>
        )}
        {question.why !== undefined && <p>{question.why}</p>}
      </div>
    </div>
  );
}

function isSettled(question: ShownQuestion | undefined): boolean {
  return question === undefined || question.is === 'right' || question.is === 'revealed';
}

function nextName(t: Translate, next: TaughtStep['next']): string {
  if (next === 'step') return t('Next');
  return next === 'lesson' ? t('Next lesson') : t('Done');
}

/** A new step, and another try, begin in the first field; once the answer is known, Enter goes on. */
function useFocus(card: { readonly current: HTMLElement | null }, { title, step, question }: TaughtStep): void {
  useEffect(() => {
    if (!document.hasFocus()) return;
    const wanted = isSettled(question) ? '.lesson-next' : '.lesson-answer :is(input:checked, input)';
    const element = card.current?.querySelector<HTMLElement>(wanted);
    element?.focus({ preventScroll: true });
    if (element instanceof HTMLInputElement) element.select();
  }, [title, step, question]);
}
