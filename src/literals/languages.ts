import type { ReadingChoice } from './report/readingChoice';

/** What the reader has to know of a language. */
export interface Language {
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [string, string])[];
  readonly quotes: string;
  readonly tripleQuotes: boolean;
  /** A line end outside brackets ends a statement. */
  readonly lineEnds: boolean;
  /** In square brackets blanks divide cells, semicolons and line ends divide rows. */
  readonly blankCells: boolean;
  /** What arithmetic does with a bracketed list: numbers as in NumPy, repetition as in Python, nothing. */
  readonly lists: 'arrays' | 'sequences' | 'opaque';
  /** What a whole number divided by a whole number is. */
  readonly division: 'true' | 'truncated' | 'unknown';
  /** What fills up first when numbers are put into a shape. */
  readonly order: 'rows' | 'columns';
  /** What a person has chosen in place of the language's own way. */
  readonly choice?: ReadingChoice;
  /** `017` is fifteen. */
  readonly octal: boolean;
  readonly power: '**' | '^' | undefined;
  /** The mark that lets a statement go on in the next line. */
  readonly continuation: '...' | '\\' | undefined;
  /** No program but a text or its printed output: words carry no meaning. */
  readonly isText: boolean;
  /** `#` or `%` or … that a whole commented-out matrix may stand behind. */
  readonly commentPrefixes: readonly string[];
  /** `<-` assigns. */
  readonly arrow: boolean;
  /** `- ` at the beginning of a line marks an item of a list. */
  readonly itemMarks: boolean;
  /** A bracket right after a name is a list, not an index. */
  readonly neverIndexes: boolean;
  /** `f[x]` calls a function. */
  readonly callsInSquares: boolean;
  /** A matrix and a number are added with `.+` alone. */
  readonly dottedArithmetic: boolean;
  /** `new float[3][3]` is full of zeros. */
  readonly newIsZero: boolean;
}

const slashes = {
  lineComments: ['//'],
  blockComments: [['/*', '*/']] as const,
  commentPrefixes: ['//!', '///', '//', '/*', '*'],
};

const text: Language = {
  lineComments: [],
  blockComments: [],
  quotes: '"\'',
  tripleQuotes: false,
  lineEnds: true,
  blankCells: false,
  lists: 'arrays',
  division: 'true',
  order: 'rows',
  octal: false,
  power: undefined,
  continuation: '\\',
  isText: true,
  commentPrefixes: ['//!', '///', '//', '#', '%', '*'],
  arrow: false,
  itemMarks: false,
  neverIndexes: false,
  callsInSquares: false,
  dottedArithmetic: false,
  newIsZero: false,
};
const python: Language = {
  ...text,
  lineComments: ['#'],
  tripleQuotes: true,
  lists: 'sequences',
  power: '**',
  isText: false,
  commentPrefixes: ['#'],
};
const braces: Language = {
  ...text,
  ...slashes,
  lineEnds: false,
  lists: 'opaque',
  division: 'truncated',
  octal: true,
  isText: false,
};
const javascript: Language = { ...braces, quotes: '"\'`', lineEnds: true, division: 'true', power: '**' };
const json: Language = { ...javascript, quotes: '"', lineEnds: false, octal: false };
const matlab: Language = {
  ...text,
  lineComments: ['%', '#'],
  blockComments: [['%{', '%}']],
  blankCells: true,
  order: 'columns',
  power: '^',
  continuation: '...',
  isText: false,
  commentPrefixes: ['%', '#', '//'],
};
const julia: Language = {
  ...matlab,
  lineComments: ['#'],
  blockComments: [['#=', '=#']],
  quotes: '"',
  tripleQuotes: true,
  continuation: undefined,
  commentPrefixes: ['#'],
  dottedArithmetic: true,
};
const r: Language = {
  ...python,
  tripleQuotes: false,
  lists: 'arrays',
  order: 'columns',
  power: '^',
  arrow: true,
  commentPrefixes: ["#'", '#'],
};
const wolfram: Language = {
  ...text,
  blockComments: [['(*', '*)']],
  quotes: '"',
  power: '^',
  isText: false,
  callsInSquares: true,
};
const unknown: Language = { ...text, isText: false, lists: 'opaque', division: 'unknown' };
const hashes: Language = { ...unknown, lineComments: ['#'], commentPrefixes: ['#'] };

const byId: Readonly<Record<string, Language>> = {
  python,
  javascript,
  javascriptreact: javascript,
  typescript: javascript,
  typescriptreact: javascript,
  vue: javascript,
  dart: { ...javascript, power: undefined },
  json,
  jsonc: json,
  json5: json,
  jsonl: json,
  c: braces,
  cpp: braces,
  'cuda-cpp': braces,
  'objective-c': braces,
  'objective-cpp': braces,
  java: { ...braces, newIsZero: true },
  glsl: { ...braces, octal: true },
  hlsl: braces,
  csharp: { ...braces, octal: false, newIsZero: true },
  rust: { ...braces, octal: false },
  go: { ...braces, lineEnds: true },
  kotlin: { ...braces, lineEnds: true, octal: false },
  scala: { ...braces, lineEnds: true, octal: false },
  swift: { ...braces, lineEnds: true, octal: false, division: 'unknown' },
  php: { ...braces, lineComments: ['//', '#'], division: 'true', power: '**' },
  ruby: { ...hashes, division: 'truncated', octal: true, power: '**' },
  perl: { ...hashes, division: 'true', octal: true, power: '**' },
  lua: { ...unknown, lineComments: ['--'], blockComments: [['--[[', ']]']], division: 'true' },
  haskell: { ...unknown, lineComments: ['--'], division: 'true' },
  clojure: { ...unknown, lineComments: [';'], quotes: '"', neverIndexes: true },
  yaml: { ...hashes, itemMarks: true },
  toml: hashes,
  ini: { ...hashes, lineComments: ['#', ';'] },
  matlab,
  octave: matlab,
  scilab: { ...matlab, lineComments: ['//'], continuation: '...' },
  julia,
  r,
  wolfram,
  mathematica: wolfram,
  plaintext: text,
  markdown: text,
  latex: { ...text, lineComments: ['%'], commentPrefixes: ['%'] },
  tex: { ...text, lineComments: ['%'], commentPrefixes: ['%'] },
  csv: text,
  tsv: text,
};

/** The traits of a VS Code language id; without one it is a text, and an id that is not known is read with care. */
export function languageOf(languageId: string | undefined): Language {
  if (languageId === undefined) return text;
  return Object.hasOwn(byId, languageId) ? byId[languageId]! : unknown;
}
