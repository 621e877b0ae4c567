import type { NetworkSnapshot } from '../../../protocol/network';
import type { Arrangement } from '../../../session/planeLayout';
import { Segmented } from '../../parts/Segmented';
import { Stepper } from '../../parts/Stepper';
import { useNetwork } from '../state/network';
import { Field } from './Field';

type Image = NetworkSnapshot['image'];

/** Which image goes in: one that is drawn here, or what was selected, and how its axes are read. */
export function ImageEditor() {
  const { model, facts, actions } = useNetwork();
  const t = facts.t.value;
  const image = model.snapshot.value?.image;
  if (!image) return null;
  return (
    <>
      <DigitField image={image} />
      <ShapesField image={image} />
      <Field label={t('Numbers of yours')}>
        <button type="button" onClick={() => actions.post({ type: 'use-selection' })}>
          {t('Use what is selected')}
        </button>
      </Field>
      {image.arrangements.length > 0 && <OrderField image={image} />}
      {image.samples > 1 && (
        <Field label={t('Sample, of {0}', image.samples)}>
          <Stepper
            label={t('Sample')}
            value={image.sample}
            min={0}
            max={image.samples - 1}
            onChange={(sample) => actions.act({ kind: 'show-sample', sample })}
          />
        </Field>
      )}
    </>
  );
}

interface ImageProps {
  readonly image: Image;
}

function DigitField({ image: { generated } }: ImageProps) {
  const { facts, actions } = useNetwork();
  const t = facts.t.value;
  return (
    <Field label={t('Digit, 28 × 28 as in MNIST')}>
      <Segmented
        label={t('Digit')}
        choices={Array.from({ length: 10 }, (_, one) => ({ id: String(one), text: String(one) }))}
        chosen={generated?.kind === 'digit' ? String(generated.digit) : undefined}
        onChoose={(id) => actions.act({ kind: 'use-image', image: { kind: 'digit', digit: Number(id) } })}
      />
    </Field>
  );
}

function ShapesField({ image: { generated } }: ImageProps) {
  const { facts, actions } = useNetwork();
  const t = facts.t.value;
  const drawn = generated && generated.kind !== 'digit' ? generated : undefined;
  const use = (kind: string, seed: number) =>
    actions.act({ kind: 'use-image', image: { kind: kind === 'imagenet' ? 'imagenet' : 'cifar10', seed } });
  return (
    <Field label={t('Coloured shapes, three channels')}>
      <Segmented
        label={t('Coloured shapes')}
        choices={[
          { id: 'cifar10', text: '32 × 32', title: t('As in CIFAR-10') },
          { id: 'imagenet', text: '224 × 224', title: t('As ImageNet’s pictures are fed to networks') },
        ]}
        chosen={drawn?.kind}
        onChoose={(id) => use(id, drawn?.seed ?? 1)}
      />
      {drawn && (
        <Stepper
          label={t('Picture')}
          value={drawn.seed}
          min={0}
          max={9999}
          onChange={(seed) => use(drawn.kind, seed)}
        />
      )}
    </Field>
  );
}

function OrderField({ image: { arrangement, arrangements } }: ImageProps) {
  const { facts, actions } = useNetwork();
  const t = facts.t.value;
  return (
    <Field label={t('The axes of the numbers are')}>
      <Segmented
        label={t('Order of the axes')}
        choices={arrangements.map((id) => ({ id, text: orderText(id), title: orderTitle(t, id) }))}
        chosen={arrangement}
        onChoose={(id) => actions.act({ kind: 'arrange-image', arrangement: id as Arrangement })}
      />
    </Field>
  );
}

function orderText(arrangement: Arrangement): string {
  return arrangement.length <= 4 ? arrangement.toUpperCase() : arrangement;
}

function orderTitle(t: ReturnType<typeof useNetwork>['facts']['t']['value'], arrangement: Arrangement): string {
  return arrangement.endsWith('c') ? t('channels last') : t('channels first');
}
