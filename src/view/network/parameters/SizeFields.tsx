import { Stepper } from '../../parts/Stepper';
import { useNetwork } from '../state/network';
import { type ComparedSizes, imagenetSizes, mnistSizes, mostSizes } from './comparedSizes';

interface SizeFieldsProps {
  readonly sizes: ComparedSizes;
  readonly onChange: (sizes: ComparedSizes) => void;
}

/** The sizes to compare, typed, dragged, or those of the course and of this network's image. */
export function SizeFields({ sizes, onChange }: SizeFieldsProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const image = facts.columns.value[0]?.shape;
  const own = image?.length === 3 ? { ...sizes, channels: image[0], rows: image[1], cols: image[2] } : undefined;
  const field = (name: keyof ComparedSizes, label: string) => (
    <Stepper
      label={label}
      value={sizes[name]}
      min={1}
      max={mostSizes[name]}
      plain
      onChange={(value) => onChange({ ...sizes, [name]: value })}
    />
  );
  return (
    <section class="compared-sizes" aria-label={t('Your sizes')}>
      <span class="group">
        <span class="label">{t('Image')}</span>
        {field('rows', t('Rows'))}×{field('cols', t('Columns'))}×{field('channels', t('Channels'))}
      </span>
      <span class="group">
        <span class="label">{t('Neurons')}</span>
        {field('units', t('Neurons'))}
      </span>
      <span class="group">
        <span class="label">{t('Filters')}</span>
        {field('filters', t('Filters'))}
        <span class="label">{t('of')}</span>
        {field('kernel', t('Rows and columns of a kernel'))}
        <span aria-hidden="true">× {sizes.kernel}</span>
      </span>
      <span class="group chips">
        <button type="button" onClick={() => onChange(mnistSizes)}>
          MNIST 28 × 28
        </button>
        <button type="button" onClick={() => onChange(imagenetSizes)}>
          ImageNet 224 × 224 × 3
        </button>
        {own && (
          <button type="button" onClick={() => onChange(own)}>
            {t('This image')}
          </button>
        )}
      </span>
    </section>
  );
}
