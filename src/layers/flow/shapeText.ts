import type { Size } from '../layer';

/** More axes, or larger sizes, are no tensor's. */
const mostAxes = 6;
const longestText = 100;

const size = /^(?:\d{1,7}|-1|\?|[A-Za-z]|None|null|batch)$/;

/**
 * The shape that a person has written: `3x224x224`, `3 × 224 × 224`, `(1, 3, 224, 224)`, `N, 3, 32, 32`; letters,
 * `None`, `?` and −1 stand for sizes that are not known. Undefined where the text says something else.
 */
export function shapeText(text: string): readonly Size[] | undefined {
  const written = text.trim();
  if (written.length > longestText) return undefined;
  const inner = /^[[(].*[\])]$/.test(written) ? written.slice(1, -1) : written;
  // A letter x between digits separates, as in 3x224x224.
  const parts = inner
    .replace(/(\d|\?)\s*[x×*]\s*/gi, '$1,')
    .replace(/\b(N|B|None|batch)\s*[x×*]\s*/g, '$1,')
    .split(',')
    .map((part) => part.trim());
  const sizes = parts.at(-1) === '' && parts.length > 1 ? parts.slice(0, -1) : parts;
  if (sizes.length > mostAxes || !sizes.every((one) => size.test(one)) || !sizes.some((one) => /^\d/.test(one)))
    return undefined;
  const numbers = sizes.map((one) => (/^\d/.test(one) ? Number(one) : undefined));
  return numbers.includes(0) ? undefined : numbers;
}
