const paths = {
  first: 'M3 3v10M13 3.5 6 8l7 4.5z',
  previous: 'M11.5 3.5 4.5 8l7 4.5z',
  play: 'M4.5 2.8 13 8l-8.500 5.200z',
  pause: 'M4.500 3h2.500v10h-2.500zM9 3h2.500v10h-2.500z',
  next: 'M4.500 3.500 11.500 8l-7 4.500z',
  last: 'M13 3v10M3 3.500 10 8l-7 4.500z',
  down: 'M3.500 6 8 10.500 12.500 6',
  left: 'M10 3.500 5.500 8l4.500 4.500',
  right: 'M6 3.500 10.500 8 6 12.500',
  present: 'M2.500 6V3.500H5M11 3.500h2.500V6M13.500 10v2.500H11M5 12.500H2.500V10',
  close: 'M3.500 3.500l9 9M12.500 3.500l-9 9',
  swap: 'M3 5.500h9.500M10 3l2.500 2.500L10 8M13 10.500H3.500M6 8l-2.500 2.500L6 13',
  undo: 'M3 6.500h6.500a3.500 3.500 0 0 1 0 7H6M5.500 3.500 2.500 6.500l3 3',
  redo: 'M13 6.500H6.500a3.500 3.500 0 0 0 0 7H10M10.500 3.500l3 3-3 3',
  report: 'M3.500 2.500h9v11h-9zM6 5.500h4M6 8h4M6 10.500h2.500',
  source: 'M5.500 4.500 2 8l3.500 3.500M10.500 4.500 14 8l-3.500 3.500',
  linked:
    'M6.500 9.500l3-3M7 4.500l1.500-1.500a3 3 0 0 1 4.500 4.500L11.500 9M9 11.500 7.500 13A3 3 0 0 1 3 8.500L4.500 7',
  unlinked: 'M7 4.500l1.500-1.500a3 3 0 0 1 4.500 4.500L11.500 9M9 11.500 7.500 13A3 3 0 0 1 3 8.500L4.500 7',
} as const;

const solid = new Set<string>(['first', 'previous', 'play', 'pause', 'next', 'last']);

/** A small drawn sign in the colour of the text around it. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg class={solid.has(name) ? 'icon solid' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
