import type { PerAxis } from '../../../engine/convolution/conv2dParams';
import type { Term } from '../../../words/terms';
import { Stepper } from '../../parts/Stepper';
import { useWords } from '../../parts/words';
import { Field } from './Field';

interface SizePairProps {
  readonly label: string;
  readonly term?: Term | undefined;
  readonly value: PerAxis;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: PerAxis) => void;
}

/** Rows and columns; a change of the rows takes the columns along as long as both are alike. */
export function SizePair({ label, term, value: [rows, cols], min, max, onChange }: SizePairProps) {
  const t = useWords();
  const limits = { min, max };
  return (
    <Field label={label} term={term}>
      <Stepper
        label={t('{0}, rows', label)}
        value={rows}
        {...limits}
        plain
        onChange={(next) => onChange([next, rows === cols ? next : cols])}
      />
      <span aria-hidden="true">×</span>
      <Stepper
        label={t('{0}, columns', label)}
        value={cols}
        {...limits}
        plain
        onChange={(next) => onChange([rows, next])}
      />
    </Field>
  );
}
