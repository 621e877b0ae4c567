import { useState } from 'preact/hooks';
import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { countText, shortNumber } from '../../words/numberText';
import {
  type StepSentence,
  type StepTerm,
  sentenceText,
  stepCaption,
  stepSentence,
  sumByWeight,
} from '../../words/stepWords';
import type { Rgb } from '../colour/rgb';
import { styleOf } from '../grid/GridCell';
import { foldAfter, type StageLayout } from '../layout/stageLayout';
import { useLens } from '../state/lens';
import type { ShownStep } from '../state/shownStep';
import { mostInRows, StepRows } from './StepRows';

interface StepWordsProps {
  readonly layout: StageLayout;
  readonly plan: Conv2dPlan;
  readonly shown: ShownStep;
  readonly colour: Rgb | undefined;
}

/** Where the filter lies, the sum written out, and the same sum by weight. */
export function StepWords({ layout, plan, shown, colour }: StepWordsProps) {
  const { facts, model } = useLens();
  const t = facts.t.value;
  const { words } = layout;
  const { input, kernel } = model.snapshot.value ?? {};
  const names = { input: input?.name, kernel: kernel?.name };
  return (
    <div class="words" style={{ left: `${words.x}px`, top: `${words.y}px`, width: `${words.width}px` }}>
      {layout.width >= 420 && (
        <p class="caption-line">
          <span>{stepCaption(t, plan, shown.row, shown.col, names)}</span>
          <RowsSwitch />
        </p>
      )}
      {shown.terms && model.settings.value.asRows && shown.terms.length <= mostInRows ? (
        <StepRows width={words.width} terms={shown.terms} sum={shown.sum ?? 0} colour={colour} />
      ) : shown.terms === undefined ? (
        <Untold plan={plan} sum={shown.sum} colour={colour} />
      ) : (
        <Told layout={layout} plan={plan} terms={shown.terms} sum={shown.sum ?? 0} colour={colour} />
      )}
    </div>
  );
}

/** The step as rows instead of a sentence, or back. */
function RowsSwitch() {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const { asRows } = model.settings.value;
  return (
    <button
      type="button"
      class="link as-rows"
      title={t('The patch as a row, the kernel as a row, and their dot product  f')}
      onClick={() => actions.set({ asRows: !asRows })}
    >
      {asRows ? t('as a sum') : t('flatten')}
    </button>
  );
}

interface ToldProps extends Omit<StepWordsProps, 'shown'> {
  readonly terms: readonly StepTerm[];
  readonly sum: number;
}

function Told({ layout, plan, terms, sum, colour }: ToldProps) {
  const { facts } = useLens();
  const sentence = stepSentence(terms, sum, 0);
  const isNarrow = layout.width < 620;
  const byWeight = layout.byWeight ? sumByWeight(terms, sum) : undefined;
  return (
    <>
      {isNarrow && plan.width.kernelSize <= 4 && terms.length <= foldAfter.wide ? (
        <SentenceGrid sentence={sentence} cols={plan.width.kernelSize} colour={colour} />
      ) : (
        <SentenceLine sentence={sentence} colour={colour} most={isNarrow ? foldAfter.narrow : foldAfter.wide} />
      )}
      {byWeight !== undefined && sentence.exact && (
        <p class="by-weight">
          <span>{facts.t.value('by weight')}</span> {byWeight}
        </p>
      )}
    </>
  );
}

/** A sum whose numbers are on their way, or too many to be written out. */
function Untold({ plan, sum, colour }: Pick<StepWordsProps, 'plan' | 'colour'> & { readonly sum: number | undefined }) {
  const { facts } = useLens();
  if (sum === undefined) return <p class="sentence">…</p>;
  const count = countText(plan.height.kernelSize * plan.width.kernelSize);
  return (
    <p class="sentence">
      {facts.t.value('{0} products', count)} ={' '}
      <b class="sum" style={styleOf(colour)}>
        {shortNumber(sum, 9)}
      </b>
    </p>
  );
}

interface SentenceProps {
  readonly sentence: StepSentence;
  readonly colour: Rgb | undefined;
}

function SentenceLine({ sentence, colour, most }: SentenceProps & { readonly most: number }) {
  const { facts } = useLens();
  const t = facts.t.value;
  const [isOpen, setOpen] = useState(false);
  const folds = sentence.parts.length > most;
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
