const values: Readonly<Record<string, number>> = {
  '\u00bc': 1 / 4,
  '\u00bd': 1 / 2,
  '\u00be': 3 / 4,
  '\u2150': 1 / 7,
  '\u2151': 1 / 9,
  '\u2152': 1 / 10,
  '\u2153': 1 / 3,
  '\u2154': 2 / 3,
  '\u2155': 1 / 5,
  '\u2156': 2 / 5,
  '\u2157': 3 / 5,
  '\u2158': 4 / 5,
  '\u2159': 1 / 6,
  '\u215a': 5 / 6,
  '\u215b': 1 / 8,
  '\u215c': 3 / 8,
  '\u215d': 5 / 8,
  '\u215e': 7 / 8,
};

/** What a character such as `½` is worth; undefined for any other. */
export function vulgarFraction(code: number): number | undefined {
  if (code < 0xbc) return undefined;
  return values[String.fromCharCode(code)];
}
