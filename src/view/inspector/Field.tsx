import type { ComponentChildren } from 'preact';

/** A named group of controls. */
export function Field({
  name,
  children,
  kind,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
  readonly kind: string;
}) {
  return (
    <div class={`field ${kind}`} role="group" aria-label={name}>
      <span class="field-name" data-term={kind}>
        {name}
      </span>
      <div class="field-body">{children}</div>
    </div>
  );
}
