import type { ComponentChildren } from 'preact';

interface PictureFigureProps {
  readonly caption: ComponentChildren;
  readonly children: ComponentChildren;
  /** A sentence below. */
  readonly below?: ComponentChildren;
}

/** A picture with what it is above it. */
export function PictureFigure({ caption, children, below }: PictureFigureProps) {
  return (
    <figure class="picture-figure">
      <figcaption>{caption}</figcaption>
      {children}
      {below !== undefined && <p class="below-picture">{below}</p>}
    </figure>
  );
}
