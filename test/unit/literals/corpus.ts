import { readFileSync } from 'node:fs';

export interface ExpectedMatrix {
  readonly name?: string | null;
  readonly shape: readonly number[];
  readonly data: readonly (number | string)[];
}

export interface TextCase {
  readonly title: string;
  readonly languageId: string;
  readonly text: string;
  readonly expected: ExpectedMatrix | { readonly error: string } | { readonly matrices: readonly ExpectedMatrix[] };
}

function linesOf<T>(file: string): readonly T[] {
  return readFileSync(`test/fixtures/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** What NumPy 1.24 and PyTorch 1.13 print, with the numbers that they printed; `makePrints.py` makes it. */
export const prints: readonly TextCase[] = linesOf<TextCase>('prints.jsonl').map((one) => ({
  ...one,
  languageId: 'plaintext',
}));

/** Texts written by hand after the formats that programs document, with the numbers that stand in them. */
export const texts: readonly TextCase[] = linesOf('texts.jsonl');

/** All texts there are, with their languages. */
export const corpus: readonly { readonly text: string; readonly languageId: string }[] = [
  ...prints,
  ...texts,
  ...linesOf<TextCase>('literals.jsonl'),
];
