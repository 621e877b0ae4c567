import type { LearnedAnswer } from '../../../session/network/learnAnswer';
import { kernelWords } from '../../../words/kernelWords';
import { shortNumber } from '../../../words/numberText';
import { Segmented } from '../../parts/Segmented';
import { Stepper } from '../../parts/Stepper';
import { Field } from '../editor/Field';
import { useNetwork } from '../state/network';
import { hiddenKernels } from './hiddenKernels';
import { type LearnKept, percents, type WantedKind } from './learnKept';

interface LearnFieldsProps {
  readonly kept: LearnKept;
  readonly keep: (kept: LearnKept) => void;
  readonly channels: number;
  readonly learned: LearnedAnswer | undefined;
}

/** What is wanted, where the descent starts, and how far each step goes. */
export function LearnFields({ kept, keep, channels, learned }: LearnFieldsProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  return (
    <section class="learn-fields" aria-label={t('What is learned')}>
      <Wanted kept={kept} keep={keep} />
      <Field label={t('Start')}>
        <Segmented
          label={t('Start')}
          choices={[
            { id: 'zeros', text: t('zeros') },
            { id: 'seeded', text: t('by chance') },
          ]}
          chosen={kept.start.kind}
          onChoose={(kind) => keep({ ...kept, start: kind === 'seeded' ? { kind, seed: 1 } : { kind: 'zeros' } })}
        />
        {kept.start.kind === 'seeded' && (
          <Stepper
            label={t('Seed')}
            value={kept.start.seed}
            min={0}
            max={9999}
            onChange={(seed) => keep({ ...kept, start: { kind: 'seeded', seed } })}
          />
        )}
      </Field>
      <Rate kept={kept} keep={keep} learned={learned} />
      {channels > 1 && (
        <Field label={t('Channel of the image')}>
          <Stepper
            label={t('Channel')}
            value={Math.min(kept.channel, channels - 1)}
            min={0}
            max={channels - 1}
            onChange={(channel) => keep({ ...kept, channel })}
          />
        </Field>
      )}
    </section>
  );
}

function Wanted({ kept, keep }: Pick<LearnFieldsProps, 'kept' | 'keep'>) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const { wanted } = kept;
  return (
    <Field label={t('Wanted map')}>
      <Segmented
        label={t('Wanted map')}
        choices={[
          { id: 'preset', text: t('of a hidden kernel') },
          { id: 'kernel', text: t('of your kernel') },
          { id: 'map', text: t('your map') },
        ]}
        chosen={wanted}
        onChoose={(id) => keep({ ...kept, wanted: id as WantedKind })}
      />
      {wanted === 'preset' ? (
        <HiddenFields kept={kept} keep={keep} />
      ) : (
        <textarea
          class="wanted-text"
          spellcheck={false}
          aria-label={wanted === 'kernel' ? t('Your kernel') : t('Your map')}
          placeholder={t('a matrix, typed or pasted: [[1, 0, −1], …]')}
          value={wanted === 'kernel' ? kept.kernelText : kept.mapText}
          maxLength={200_000}
          onInput={(event) => {
            const text = event.currentTarget.value;
            keep({ ...kept, ...(wanted === 'kernel' ? { kernelText: text } : { mapText: text }) });
          }}
        />
      )}
      {wanted === 'map' && (
        <>
          <span class="label">{t('by a square kernel of')}</span>
          <Stepper
            label={t('Rows and columns of the kernel')}
            value={kept.side}
            min={1}
            max={9}
            onChange={(side) => keep({ ...kept, side })}
          />
        </>
      )}
    </Field>
  );
}

function HiddenFields({ kept, keep }: Pick<LearnFieldsProps, 'kept' | 'keep'>) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const at = kept.hidden % hiddenKernels.length;
  const { id } = hiddenKernels[at]!;
  return (
    <>
      <Stepper
        label={t('Hidden kernel')}
        value={at + 1}
        min={1}
        max={hiddenKernels.length}
        onChange={(number) => keep({ ...kept, hidden: number - 1, isRevealed: false })}
      />
      <button
        type="button"
        aria-pressed={kept.isRevealed}
        onClick={() => keep({ ...kept, isRevealed: !kept.isRevealed })}
      >
        {kept.isRevealed ? t('It is: {0}', kernelWords(t, id)?.name ?? id) : t('Reveal')}
      </button>
    </>
  );
}

function Rate({ kept, keep, learned }: Pick<LearnFieldsProps, 'kept' | 'keep' | 'learned'>) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const rate = learned ? shortNumber((learned.largestStableRate * kept.percent) / 100, 5) : '…';
  const largest = learned ? shortNumber(learned.largestStableRate, 5) : '…';
  return (
    <Field label={t('Learning rate')}>
      <span class="rate-field">
        <input
          type="range"
          min={percents.least}
          max={percents.most}
          step={5}
          value={kept.percent}
          aria-label={t('Learning rate')}
          aria-valuetext={t('{0}, {1} % of the largest stable rate {2}', rate, kept.percent, largest)}
          onChange={(event) => keep({ ...kept, percent: Number(event.currentTarget.value) })}
        />{' '}
        <span class="rate">{rate}</span>
        <br />
        <span class="label">{t('{0} % of the largest stable rate, {1}', kept.percent, largest)}</span>
      </span>
    </Field>
  );
}
