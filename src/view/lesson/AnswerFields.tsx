import { useRef } from 'preact/hooks';
import type { ShownQuestion } from '../../protocol/lesson';
import type { AnswerForm } from '../../session/lessons/answerForm';
import type { Translate } from '../../words/translate';

interface AnswerFieldsProps {
  readonly question: ShownQuestion;
  readonly t: Translate;
  readonly answer: (fields: readonly string[]) => void;
  readonly reveal: () => void;
}

/** Where the answer is given: Enter checks it, as the button does. Once it is known, the fields are only read. */
export function AnswerFields({ question, t, answer, reveal }: AnswerFieldsProps) {
  const root = useRef<HTMLDivElement>(null);
  const { form, is, fields } = question;
  const isOver = is === 'right' || is === 'revealed';
  const check = () => {
    if (root.current) answer(written(root.current, form));
  };
  return (
    <div
      ref={root}
      class="lesson-answer"
      role="group"
      aria-label={t('Your answer')}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement) || isOver) return;
        event.preventDefault();
        check();
      }}
    >
      {form.kind === 'choice' ? (
        <Options options={form.options} chosen={fields[0]} isOver={isOver} t={t} />
      ) : (
        <Numbers form={form} fields={fields} isOver={isOver} isWrong={is === 'wrong' || is === 'unread'} t={t} />
      )}
      {!isOver && (
        <span class="lesson-acts">
          <button type="button" class="primary" onClick={check}>
            {t('Check')}
          </button>
          <button type="button" class="link" onClick={reveal}>
            {t('Show the answer')}
          </button>
        </span>
      )}
    </div>
  );
}

/** What stands in the fields; of a choice the number of the option. */
function written(root: HTMLElement, form: AnswerForm): readonly string[] {
  const inputs = [...root.querySelectorAll('input')];
  if (form.kind === 'choice') return [inputs.find((input) => input.checked)?.value ?? ''];
  return inputs.map((input) => input.value);
}

interface OptionsProps {
  readonly options: readonly string[];
  readonly chosen: string | undefined;
  readonly isOver: boolean;
  readonly t: Translate;
}

function Options({ options, chosen, isOver, t }: OptionsProps) {
  return (
    <div class="lesson-options" role="radiogroup" aria-label={t('Answer')}>
      {options.map((option, index) => (
        <label key={index}>
          <input
            type="radio"
            name="lesson-answer"
            value={index}
            defaultChecked={chosen === String(index)}
            disabled={isOver}
          />
          <span>{option}</span>
        </label>
      ))}
    </div>
  );
}

interface NumbersProps {
  readonly form: Exclude<AnswerForm, { readonly kind: 'choice' }>;
  readonly fields: readonly string[];
  readonly isOver: boolean;
  readonly isWrong: boolean;
  readonly t: Translate;
}

function Numbers({ form, fields, isOver, isWrong, t }: NumbersProps) {
  const field = (index: number, name: string) => (
    <input
      type="text"
      inputMode="text"
      autocomplete="off"
      spellcheck={false}
      size={form.kind === 'number' ? 12 : 4}
      aria-label={name}
      aria-invalid={isWrong}
      readOnly={isOver}
      defaultValue={fields[index] ?? ''}
    />
  );
  if (form.kind === 'number') return field(0, t('Answer'));
  if (form.kind === 'size')
    return (
      <span class="lesson-size">
        {field(0, t('Rows'))} × {field(1, t('Columns'))}
      </span>
    );
  return (
    <span
      class="lesson-kernel"
      role="group"
      aria-label={t('Weights')}
      style={{ gridTemplateColumns: `repeat(${form.cols}, auto)` }}
    >
      {Array.from({ length: form.rows * form.cols }, (_, index) => (
        <span key={index}>
          {field(index, t('Row {0}, column {1}', Math.floor(index / form.cols), index % form.cols))}
        </span>
      ))}
    </span>
  );
}
