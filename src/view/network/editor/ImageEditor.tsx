import type { Arrangement } from '../../../session/planeLayout';
import { Segmented } from '../../parts/Segmented';
import { Stepper } from '../../parts/Stepper';
import { useNetwork } from '../state/network';
import { Field } from './Field';

/** Which image goes in: one that is drawn here, or what was selected, and how its axes are read. */
export function ImageEditor() {
  const { model, facts, actions } = useNetwork();
  const t = facts.t.value;
  const image = model.snapshot.value?.image;
  if (!image) return null;
  const { generated, arrangement, arrangements, sample, samples } = image;
  const digit = generated?.kind === 'digit' ? generated.digit : undefined;
  const drawn = generated && generated.kind !== 'digit' ? generated : undefined;
  const use = (kind: 'cifar10' | 'imagenet') =>
    actions.act({ kind: 'use-image', image: { kind, seed: drawn?.kind === kind ? drawn.seed : 1 } });
  return (
    <>
      <Field label={t('Digit, 28 × 28 as in MNIST')}>
        <Segmented
          label={t('Digit')}
          choices={Array.from({ length: 10 }, (_, one) => ({ id: String(one), text: String(one) }))}
          chosen={digit === undefined ? undefined : String(digit)}
          onChoose={(id) => actions.act({ kind: 'use-image', image: { kind: 'digit', digit: Number(id) } })}
        />
      </Field>
      <Field label={t('Coloured shapes, three channels')}>
        <Segmented
          label={t('Coloured shapes')}
          choices={[
            { id: 'cifar10', text: '32 × 32', title: t('As in CIFAR-10') },
            { id: 'imagenet', text: '224 × 224', title: t('As ImageNet’s pictures are fed to networks') },
          ]}
          chosen={drawn?.kind}
          onChoose={(id) => use(id as 'cifar10' | 'imagenet')}
        />
        {drawn && (
          <Stepper
            label={t('Picture')}
            value={drawn.seed}
            min={0}
            max={9999}
            onChange={(seed) => actions.act({ kind: 'use-image', image: { kind: drawn.kind, seed } })}
          />
        )}
      </Field>
      <Field label={t('Numbers of yours')}>
        <button type="button" onClick={() => actions.post({ type: 'use-selection' })}>
          {t('Use what is selected')}
        </button>
      </Field>
      {arrangements.length > 0 && (
        <Field label={t('The axes of the numbers are')}>
          <Segmented
            label={t('Order of the axes')}
            choices={arrangements.map((id) => ({ id, text: orderText(id), title: orderTitle(t, id) }))}
            chosen={arrangement}
            onChoose={(id) => actions.act({ kind: 'arrange-image', arrangement: id as Arrangement })}
          />
        </Field>
      )}
      {samples > 1 && (
        <Field label={t('Sample, of {0}', samples)}>
          <Stepper
            label={t('Sample')}
            value={sample}
            min={0}
            max={samples - 1}
            onChange={(to) => actions.act({ kind: 'show-sample', sample: to })}
          />
        </Field>
      )}
    </>
  );
}

function orderText(arrangement: Arrangement): string {
  return arrangement.length <= 4 ? arrangement.toUpperCase() : arrangement;
}

function orderTitle(t: ReturnType<typeof useNetwork>['facts']['t']['value'], arrangement: Arrangement): string {
  return arrangement.endsWith('c') ? t('channels last') : t('channels first');
}
