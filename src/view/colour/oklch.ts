import type { Rgb } from './rgb';

/** A colour by lightness (0 to 1), chroma and hue in degrees, as in CSS `oklch()`. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

/** The nearest sRGB colour; parts beyond the gamut are cut off. Matrices by B. Ottosson. */
export function rgbOfOklch({ l, c, h }: Oklch): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return {
    r: encoded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    g: encoded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    b: encoded(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  };
}

/** `share` of the way from one colour to another; hues go the straight way, never round the circle. */
export function mixOklch(from: Oklch, to: Oklch, share: number): Oklch {
  const part = (a: number, b: number) => a + (b - a) * share;
  return { l: part(from.l, to.l), c: part(from.c, to.c), h: part(from.h, to.h) };
}

function encoded(linear: number): number {
  const share = Math.min(1, Math.max(0, linear));
  return 255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055);
}
