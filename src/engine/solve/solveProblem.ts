/** Why no value gives the wanted output size: a code, and the numbers that disagree, by name. */
export interface Unsolved {
  readonly unsolved:
    | 'not-an-integer'
    | 'not-positive'
    | 'negative'
    | 'too-large'
    /** Even without padding the output has `unpadded` cells. */
    | 'smaller-than-unpadded'
    /** The kernel covers `span` cells and only `paddedSize` are there. */
    | 'kernel-larger-than-input'
    /** At most `largest` cells can come out, with the smallest value there is. */
    | 'larger-than-possible'
    /** The value `below` gives `sizeBelow` cells, the next one, `above`, already fewer than wanted: `sizeAbove`. */
    | 'between';
  readonly numbers: Readonly<Record<string, number>>;
}

/** The first of these named numbers that is no whole number from 1 on, or beyond 2^53; undefined when all are fine. */
export function positiveProblem(numbers: Readonly<Record<string, number>>): Unsolved | undefined {
  return wholeProblem(numbers, 1, 'not-positive');
}

/** The first of these named numbers that is no whole number from 0 on, or beyond 2^53; undefined when all are fine. */
export function negativeProblem(numbers: Readonly<Record<string, number>>): Unsolved | undefined {
  return wholeProblem(numbers, 0, 'negative');
}

function wholeProblem(
  numbers: Readonly<Record<string, number>>,
  least: number,
  tooSmall: Unsolved['unsolved'],
): Unsolved | undefined {
  for (const [name, value] of Object.entries(numbers)) {
    if (!Number.isInteger(value)) return { unsolved: 'not-an-integer', numbers: { [name]: value } };
    if (value < least) return { unsolved: tooSmall, numbers: { [name]: value } };
    if (!Number.isSafeInteger(value)) return { unsolved: 'too-large', numbers: { [name]: value } };
  }
  return undefined;
}
