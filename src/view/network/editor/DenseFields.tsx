import type { DenseLayer, NetworkLayer } from '../../../engine/network/networkLayer';
import { Stepper } from '../../parts/Stepper';
import { useWords } from '../../parts/words';
import { Field } from './Field';
import { SeedFields } from './SeedFields';

interface DenseFieldsProps {
  readonly layer: DenseLayer;
  readonly set: (layer: NetworkLayer) => void;
}

/** The parameters of a dense layer. */
export function DenseFields({ layer, set }: DenseFieldsProps) {
  const t = useWords();
  const { weights } = layer;
  const seeded = { kind: 'seeded', seed: 1, spread: 'torch' } as const;
  return (
    <>
      <Field label={t('Outputs')} term="neuron">
        <Stepper
          label={t('Outputs')}
          value={layer.units}
          min={1}
          max={4096}
          onChange={(units) => set({ ...layer, units, weights: weights.kind === 'typed' ? seeded : weights })}
        />
        <label class="switch">
          <input
            type="checkbox"
            checked={layer.hasBias}
            onChange={(event) =>
              set({
                ...layer,
                hasBias: event.currentTarget.checked,
                weights: weights.kind === 'typed' ? { ...weights, biases: [] } : weights,
              })
            }
          />
          {t('bias')}
        </label>
      </Field>
      {weights.kind === 'seeded' && (
        <SeedFields source={weights} onChange={(source) => set({ ...layer, weights: source })} />
      )}
    </>
  );
}
