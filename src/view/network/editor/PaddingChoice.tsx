import type { Padding } from '../../../engine/convolution/conv2dParams';
import { Segmented } from '../../parts/Segmented';
import { Stepper } from '../../parts/Stepper';
import { useWords } from '../../parts/words';
import { Field } from './Field';

interface PaddingChoiceProps {
  readonly value: Padding;
  readonly withSame: boolean;
  readonly onChange: (padding: Padding) => void;
}

/** How many cells are added around the input. */
export function PaddingChoice({ value, withSame, onChange }: PaddingChoiceProps) {
  const t = useWords();
  const amount = value.kind === 'all' ? value.amount : 0;
  const chosen = value.kind === 'same_upper' ? 'same' : value.kind === 'valid' || amount === 0 ? 'valid' : undefined;
  const isSided = value.kind === 'explicit';
  return (
    <Field label={t('Padding')} term="padding">
      <Segmented
        label={t('Padding')}
        choices={[
          { id: 'valid', text: t('none') },
          ...(withSame
            ? [{ id: 'same', text: t('same'), title: t('As many rows and columns come out as go in') }]
            : []),
        ]}
        chosen={isSided ? undefined : chosen}
        onChoose={(id) => onChange({ kind: id === 'same' ? 'same_upper' : 'valid' })}
      />
      <Stepper
        label={t('Padding on each side')}
        value={amount}
        min={0}
        max={64}
        onChange={(next) => onChange(next === 0 ? { kind: 'valid' } : { kind: 'all', amount: next })}
      />
      {isSided && <span class="sided">{`${value.top} ${value.right} ${value.bottom} ${value.left}`}</span>}
    </Field>
  );
}
