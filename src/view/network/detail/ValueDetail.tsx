import type { ValueTrace } from '../../../engine/network/traceValue';
import type { ValuePlace } from '../../../engine/network/valuePlace';
import { shortNumber } from '../../../words/numberText';
import { madeSentence, valueName } from '../../../words/traceWords';
import { digitInk } from '../../colour/contrast';
import { cssOf } from '../../colour/rgb';
import { columnFill } from '../layers/columnFill';
import { columnName, heldValue } from '../layers/columnWords';
import { useNetwork } from '../state/network';
import type { ChosenInColumn } from '../state/networkFacts';
import { useAnswer } from '../state/useAnswer';
import { ChannelSwitch } from './ChannelSwitch';
import { DenseMade } from './DenseMade';
import { PoolMade } from './PoolMade';
import { FlattenMade, ReluMade, SoftmaxMade } from './SimpleMade';
import { SumMade } from './SumMade';
import { Trail } from './Trail';

/** What the chosen value was made of; each part of it leads further back, to the pixels. */
export function ValueDetail() {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const chosen = facts.chosen.value;
  const question =
    chosen && chosen.column > 0
      ? ({ kind: 'trace', stage: chosen.column - 1, place: placeOf(chosen) } as const)
      : undefined;
  const { value: trace, question: asked } = useAnswer('trace', question);
  if (!chosen)
    return (
      <section class="detail empty" aria-label={t('Where a value comes from')}>
        <p>{t('Choose a value in the maps above to see what it is made of.')}</p>
      </section>
    );
  const isThere = trace !== undefined && asked !== undefined && asked.stage === chosen.column - 1;
  return (
    <section class="detail" aria-label={t('Where a value comes from')}>
      <Trail />
      <Headline chosen={chosen} trace={isThere ? trace : undefined} />
      {isThere && <Made trace={trace} stage={asked.stage} />}
      {chosen.column === 0 && <p class="say">{t('A number of the image itself: nothing made it.')}</p>}
      <p class="for-readers" role="status">
        {isThere && madeSentence(t, columnName(t, facts.columns.value[chosen.column]!), chosen.shape, trace)}
      </p>
    </section>
  );
}

function placeOf({ channel, row, col }: ValuePlace): ValuePlace {
  return { channel, row, col };
}

/** Name and place of the value, and the number on its colour. */
function Headline({ chosen, trace }: { readonly chosen: ChosenInColumn; readonly trace: ValueTrace | undefined }) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const column = facts.columns.value[chosen.column]!;
  const place = trace?.place ?? chosen;
  const value = trace?.value ?? heldValue(column.held, chosen.shape, chosen);
  const fill = column.held && columnFill(facts.palette.value, column.held, chosen.column === 0);
  const colour = value === undefined ? undefined : fill?.(value);
  return (
    <header class="headline">
      <h2>
        <b>{columnName(t, column)}</b> {valueName(t, chosen.shape, place)}
      </h2>
      {value !== undefined && (
        <output
          class="value"
          title={String(value)}
          style={colour && { background: cssOf(colour), color: cssOf(digitInk(colour)) }}
        >
          {shortNumber(value, 9)}
        </output>
      )}
      <ChannelSwitch chosen={chosen} />
    </header>
  );
}

function Made({ trace, stage }: { readonly trace: ValueTrace; readonly stage: number }) {
  switch (trace.kind) {
    case 'conv':
    case 'transposed':
      return <SumMade trace={trace} stage={stage} />;
    case 'pool':
      return <PoolMade trace={trace} stage={stage} />;
    case 'relu':
      return <ReluMade trace={trace} stage={stage} />;
    case 'flatten':
      return <FlattenMade trace={trace} stage={stage} />;
    case 'dense':
      return <DenseMade trace={trace} stage={stage} />;
    case 'softmax':
      return <SoftmaxMade trace={trace} stage={stage} />;
  }
}
