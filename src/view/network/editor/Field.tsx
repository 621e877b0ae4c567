import type { ComponentChildren } from 'preact';
import type { Term } from '../../../words/terms';

interface FieldProps {
  readonly label: string;
  /** The term that the label is, which is defined where somebody points at it. */
  readonly term?: Term | undefined;
  readonly children: ComponentChildren;
}

/** A label above what it is the label of. */
export function Field({ label, term, children }: FieldProps) {
  return (
    <div class="edit-field" role="group" aria-label={label}>
      <span class="label" data-term={term}>
        {label}
      </span>
      <span class="field-row">{children}</span>
    </div>
  );
}
