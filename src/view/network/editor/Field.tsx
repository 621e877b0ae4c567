import type { ComponentChildren } from 'preact';

/** A label above what it is the label of. */
export function Field({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class="edit-field" role="group" aria-label={label}>
      <span class="label">{label}</span>
      <span class="field-row">{children}</span>
    </div>
  );
}
