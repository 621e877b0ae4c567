import type { DenseWeightSource } from '../../../engine/network/weightSource';
import { Segmented } from '../../parts/Segmented';
import { Stepper } from '../../parts/Stepper';
import { useWords } from '../../parts/words';
import { Field } from './Field';

type Seeded = Extract<DenseWeightSource, { readonly kind: 'seeded' }>;

interface SeedFieldsProps {
  readonly source: Seeded;
  readonly onChange: (source: Seeded) => void;
}

/** The seed of weights by chance, and how far they spread. */
export function SeedFields({ source, onChange }: SeedFieldsProps) {
  const t = useWords();
  return (
    <Field label={t('Seed and spread')}>
      <Stepper
        label={t('Seed')}
        value={source.seed}
        min={0}
        max={99_999}
        onChange={(seed) => onChange({ ...source, seed })}
      />
      <Segmented
        label={t('Spread')}
        choices={[
          { id: 'torch', text: 'PyTorch', title: t('Within ±1/√n of n values that are read, PyTorch’s default') },
          { id: 'he', text: 'He', title: t('Within ±√(6/n), biases 0: He et al., 2015') },
        ]}
        chosen={source.spread}
        onChoose={(id) => onChange({ ...source, spread: id === 'he' ? 'he' : 'torch' })}
      />
    </Field>
  );
}
