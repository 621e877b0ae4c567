import { shortNumber } from '../../../words/numberText';
import { valueName } from '../../../words/traceWords';
import { Segmented } from '../../parts/Segmented';
import { Stepper } from '../../parts/Stepper';
import { columnFill } from '../layers/columnFill';
import { columnName } from '../layers/columnWords';
import { ChannelField } from '../parts/ChannelField';
import { PictureFigure } from '../parts/PictureFigure';
import { ValuesPicture } from '../parts/ValuesPicture';
import { useNetwork } from '../state/network';
import type { Column } from '../state/networkFacts';
import type { BackwardAsked } from './backwardAsked';
import type { BackwardKept } from './backwardKept';

interface BackwardFieldsProps {
  readonly kept: BackwardKept;
  readonly keep: (kept: BackwardKept) => void;
  readonly asked: BackwardAsked;
  readonly value: number | undefined;
}

/** What L is, and which layer is looked at. */
export function BackwardFields({ kept, keep, asked, value }: BackwardFieldsProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const { of } = asked.question;
  const layers = facts.columns.value.slice(1).filter(({ shape }) => shape !== undefined);
  return (
    <section aria-label={t('What is asked')}>
      <div class="scene-tools">
        <span class="label">{t('L is')}</span>
        <Segmented
          label={t('What L is')}
          choices={[
            ...(asked.hasLoss ? [{ id: 'loss', text: t('the loss') }] : []),
            { id: 'value', text: t('a value') },
          ]}
          chosen={of.kind}
          onChoose={(kind) => keep({ ...kept, kind: kind === 'loss' ? 'loss' : 'value' })}
        />
        {of.kind === 'loss' ? (
          <>
            <span class="label">{t('−ln of the share of class')}</span>
            <Stepper
              label={t('Class')}
              value={of.label}
              min={0}
              max={(asked.from.shape?.[0] ?? 1) - 1}
              onChange={(label) => keep({ ...kept, label })}
            />
          </>
        ) : (
          <Layers
            label={t('Layer of the value')}
            layers={layers}
            chosen={asked.from}
            onChoose={(from) => keep({ ...kept, from })}
          />
        )}
        {value !== undefined && (
          <b class="rate" title={String(value)}>
            L = {shortNumber(value, 8)}
          </b>
        )}
        <span class="label">{t('gradients of')}</span>
        <Layers
          label={t('Layer')}
          layers={asked.stages}
          chosen={asked.stage}
          onChoose={(stage) => keep({ ...kept, of: stage })}
        />
      </div>
      {of.kind === 'value' && <ValueChoice kept={kept} keep={keep} column={asked.from} place={of.place} />}
    </section>
  );
}

interface LayersProps {
  readonly label: string;
  readonly layers: readonly Column[];
  readonly chosen: Column;
  readonly onChoose: (of: number) => void;
}

function Layers({ label, layers, chosen, onChoose }: LayersProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  return (
    <select
      aria-label={label}
      value={String(chosen.of)}
      onChange={(event) => onChoose(Number(event.currentTarget.value))}
    >
      {layers.map((column, at) => (
        <option key={column.of} value={String(column.of)}>
          {`${at + 1}  ${columnName(t, column)}`}
        </option>
      ))}
    </select>
  );
}

interface ValueChoiceProps extends Pick<BackwardFieldsProps, 'kept' | 'keep'> {
  readonly column: Column;
  readonly place: BackwardKept['place'];
}

/** The value itself, picked in its map. */
function ValueChoice({ kept, keep, column, place }: ValueChoiceProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const { shape, held } = column;
  if (!shape || !held) return null;
  const name = columnName(t, column);
  return (
    <PictureFigure
      caption={
        <>
          <b>{name}</b> {t('L is {0}', valueName(t, shape, place))}
        </>
      }
      below={
        shape.length === 3 &&
        shape[0] > 1 && (
          <ChannelField
            label={t('Channel of the value')}
            channel={place.channel}
            count={shape[0]}
            onChange={(channel) => keep({ ...kept, place: { ...place, channel } })}
          />
        )
      }
    >
      <ValuesPicture
        label={t('{0}: choose the value', name)}
        shape={shape}
        held={held}
        channel={place.channel}
        fill={columnFill(facts.palette.value, held, false)}
        side={180}
        chosen={place}
        onPick={(to) => keep({ ...kept, from: Number(column.of), place: to })}
      />
    </PictureFigure>
  );
}
