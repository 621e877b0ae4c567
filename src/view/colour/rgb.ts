/** An opaque colour, each part from 0 to 255. */
export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** A colour as CSS. */
export function cssOf({ r, g, b }: Rgb): string {
  return `rgb(${Math.round(r)} ${Math.round(g)} ${Math.round(b)})`;
}

/** `share` of `over` laid on `under`. */
export function mix(under: Rgb, over: Rgb, share: number): Rgb {
  const part = (a: number, b: number) => a + (b - a) * share;
  return { r: part(under.r, over.r), g: part(under.g, over.g), b: part(under.b, over.b) };
}

/** Black. */
export const black: Rgb = { r: 0, g: 0, b: 0 };

/** White. */
export const white: Rgb = { r: 255, g: 255, b: 255 };
