import { useState } from 'preact/hooks';
import type { PerAxis } from '../../engine/convolution/conv2dParams';
import { Icon } from '../parts/Icon';
import { Stepper } from '../parts/Stepper';
import { useLens } from '../state/lens';
import { Field } from './Field';

interface PairFieldProps {
  readonly name: string;
  readonly kind: string;
  readonly value: PerAxis;
  readonly keys?: string;
  readonly onChange: (value: PerAxis) => void;
}

/** One number for both axes, or one for each. */
export function PairField({ name, kind, value, keys = '', onChange }: PairFieldProps) {
  const { facts } = useLens();
  const t = facts.t.value;
  const [height, width] = value;
  const [isSplit, setSplit] = useState(false);
  const split = isSplit || height !== width;
  const toggle = () => {
    if (split && height !== width) onChange([width, width]);
    setSplit(!split);
  };
  return (
    <Field name={name} kind={kind}>
      {split && (
        <Stepper
          label={t('{0}, height', name)}
          value={height}
          min={1}
          max={64}
          onChange={(next) => onChange([next, width])}
        />
      )}
      <Stepper
        label={split ? t('{0}, width', name) : name}
        title={`${name}${keys}`}
        value={width}
        min={1}
        max={64}
        onChange={(next) => onChange(split ? [height, next] : [next, next])}
      />
      <button
        type="button"
        class="quiet link-axes"
        aria-pressed={!split}
        title={split ? t('One number for both axes') : t('A number for each axis')}
        aria-label={split ? t('{0}: one number for both axes', name) : t('{0}: a number for each axis', name)}
        onClick={toggle}
      >
        <Icon name={split ? 'unlinked' : 'linked'} />
      </button>
    </Field>
  );
}
