import type { ComponentChildren } from 'preact';

interface TableRoomProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A table that may be wider than the page: it is scrolled by keys too. */
export function TableRoom({ label, children }: TableRoomProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled is reached by keys
    <section class="table-room" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
