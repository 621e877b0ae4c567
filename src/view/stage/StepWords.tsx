import { useState } from 'preact/hooks';
import type { Conv2dPlan } from '../../engine/conv2dPlan';
import { type StepSentence, sentenceText, stepCaption, stepSentence, sumByWeight } from '../../words/stepWords';
import type { Rgb } from '../colour/rgb';
import { styleOf } from '../grid/GridCell';
import type { StageLayout } from '../layout/stageLayout';
import { useLens } from '../state/lens';
import type { ShownStep } from '../state/shownStep';

interface StepWordsProps {
  readonly layout: StageLayout;
  readonly plan: Conv2dPlan;
  readonly shown: ShownStep;
  readonly colour: Rgb | undefined;
}

const foldAfter = 25;

/** Where the filter lies, the sum written out, and the same sum by weight. */
export function StepWords({ layout, plan, shown, colour }: StepWordsProps) {
  const { facts } = useLens();
  const t = facts.t.value;
  const sentence = stepSentence(shown.terms, shown.sum, 0);
  const isNarrow = layout.width < 620;
  const byWeight = isNarrow ? undefined : sumByWeight(shown.terms, shown.sum);
  const { words } = layout;
  return (
    <div class="words" style={{ left: `${words.x}px`, top: `${words.y}px`, width: `${words.width}px` }}>
      {layout.width >= 420 && <p class="caption-line">{stepCaption(t, plan, shown.row, shown.col)}</p>}
      {isNarrow && plan.width.kernelSize <= 4 && shown.terms.length <= foldAfter ? (
        <SentenceGrid sentence={sentence} cols={plan.width.kernelSize} colour={colour} />
      ) : (
        <SentenceLine sentence={sentence} colour={colour} />
      )}
      {byWeight !== undefined && sentence.exact && words.height >= 70 && (
        <p class="by-weight">
          <span>{t('by weight')}</span> {byWeight}
        </p>
      )}
    </div>
  );
}

interface SentenceProps {
  readonly sentence: StepSentence;
  readonly colour: Rgb | undefined;
}

function SentenceLine({ sentence, colour }: SentenceProps) {
  const { facts } = useLens();
  const t = facts.t.value;
  const [isOpen, setOpen] = useState(false);
  const folds = sentence.parts.length > foldAfter;
  const parts = folds && !isOpen ? sentence.parts.slice(0, 6) : sentence.parts;
  return (
    <p class={isOpen ? 'sentence open' : 'sentence'} data-sentence={sentenceText(sentence)}>
      {parts.map((part, index) => [
        index > 0 ? ' + ' : '',
        <span key={index} class={part.dim ? 'term dim' : 'term'}>
          {part.text}
        </span>,
      ])}
      {folds && (
        <button type="button" class="fold" onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('fold') : t('+ … {0} more', sentence.parts.length - 6)}
        </button>
      )}
      <Result sentence={sentence} colour={colour} />
    </p>
  );
}

/** One line for each row of the kernel, terms below each other. */
function SentenceGrid({ sentence, cols, colour }: SentenceProps & { readonly cols: number }) {
  const rows = Array.from({ length: Math.ceil(sentence.parts.length / cols) }, (_, row) =>
    sentence.parts.slice(row * cols, (row + 1) * cols),
  );
  return (
    <p
      class="sentence columns"
      data-sentence={sentenceText(sentence)}
      style={{ gridTemplateColumns: `auto repeat(${cols}, auto)` }}
    >
      {rows.map((row, index) => [
        <span key={`${index}+`} class="plus">
          {index > 0 ? '+ ' : ''}
        </span>,
        ...row.map((part, col) => (
          <span key={`${index},${col}`} class={part.dim ? 'term dim' : 'term'}>
            {col > 0 && <span class="plus"> + </span>}
            {part.text}
          </span>
        )),
      ])}
      <Result sentence={sentence} colour={colour} />
    </p>
  );
}

function Result({ sentence, colour }: SentenceProps) {
  return (
    <span class="result">
      <span class="equals"> {sentence.exact ? '=' : '≈'} </span>
      <b class="sum" style={styleOf(colour)}>
        {sentence.sum}
      </b>
    </span>
  );
}
