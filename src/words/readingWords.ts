import type { LiteralForm } from '../literals/literal';
import type { NoteCode, NoteKind, ReadingNote } from '../literals/report/readingNote';
import type { Arrangement } from '../session/planeLayout';
import type { ReadAs, ReadingReport } from '../session/readingReport';
import { choiceName } from './choiceWords';
import { shortNumber } from './numberText';
import { shownText } from './shownText';
import type { Translate } from './translate';

/** A report in words, as the panel shows it. */
export interface ReadingTold {
  readonly headline: string;
  readonly summary: string;
  readonly lines: readonly ToldLine[];
  readonly readings: readonly ToldReading[];
}

export interface ToldLine {
  readonly kind: NoteKind;
  readonly text: string;
  /** Whether there are characters that show it. */
  readonly hasPlace: boolean;
}

export interface ToldReading {
  readonly as: ReadAs;
  readonly name: string;
  readonly isChosen: boolean;
}

/** The report on a reading in words. */
export function readingTold(t: Translate, report: ReadingReport): ReadingTold {
  return {
    headline: readingHeadline(t, report),
    summary: readingSummary(t, report),
    lines: report.lines.map(({ kind, note }) => ({
      kind,
      text: noteText(t, note),
      hasPlace: note.range !== undefined,
    })),
    readings: report.readings.map(({ as, isChosen }) => ({ as, name: readAsName(t, as), isChosen })),
  };
}

/** What *Read as …* calls a reading. */
export function readAsName(t: Translate, as: ReadAs): string {
  return readAsNames[as](t);
}

const readAsNames: Readonly<Record<ReadAs, (t: Translate) => string>> = {
  'columns-first': (t) => choiceName(t, { order: 'columns' }),
  'rows-first': (t) => choiceName(t, { order: 'rows' }),
  'true-division': (t) => choiceName(t, { division: 'true' }),
  'integer-division': (t) => choiceName(t, { division: 'truncated' }),
  row: (t) => t('Row'),
  column: (t) => t('Column'),
  square: (t) => t('Square'),
  chw: (t) => t('Channels, rows, columns'),
  hwc: (t) => t('Rows, columns, channels'),
  nchw: (t) => t('Samples or outputs, channels, rows, columns'),
  nhwc: (t) => t('Samples, rows, columns, channels'),
  hwio: (t) => t('Rows, columns, inputs, outputs'),
};

/** Syntax and number type: `NumPy print · int`. */
function readingHeadline(t: Translate, { form, languageId, type }: ReadingReport): string {
  return t('{0} · {1}', formName(t, form, languageId), type);
}

/** Syntax, shape, number type and range in one sentence. */
function readingSummary(t: Translate, { form, languageId, type, shape, range: { min, max } }: ReadingReport): string {
  const what = t('Read as {0} of {1}, {2}', formName(t, form, languageId), shape.join(' × '), type);
  return min <= max ? t('{0}: {1} to {2}.', what, shortNumber(min), shortNumber(max)) : t('{0}.', what);
}

/** What a note says, as a sentence. */
export function noteText(t: Translate, { note, details }: ReadingNote): string {
  const { found } = details;
  return noteSentences[note](
    t,
    typeof found === 'string' ? { ...details, found: shownText(found, mostInNote) } : details,
  );
}

/** Characters of a person's text that a note repeats. */
const mostInNote = 200;

/** What a person calls a syntax. */
export function formName(t: Translate, form: LiteralForm, languageId: string | undefined): string {
  return formNames[form](t, languageId ?? '');
}

const formNames: Readonly<Record<LiteralForm, (t: Translate, languageId: string) => string>> = {
  brackets: (t, languageId) => bracketsName(t, languageId),
  printed: (t) => t('NumPy print'),
  'r-print': (t) => t('R print'),
  'tensor-print': (t) => t('tensor print'),
  braces: (t) => t('braces'),
  rows: (t, languageId) => (languageId === 'julia' ? t('Julia rows') : t('MATLAB rows')),
  latex: (t) => t('LaTeX'),
  table: (t) => t('table'),
  plain: (t, languageId) => (languageId === 'csv' ? t('CSV') : languageId === 'tsv' ? t('TSV') : t('plain rows')),
  builder: (t) => t('call'),
  npy: (t) => t('NumPy file'),
  csv: (t) => t('CSV'),
  tsv: (t) => t('TSV'),
  json: (t) => t('JSON'),
};

function bracketsName(t: Translate, languageId: string): string {
  if (languageId === 'r') return t('R call');
  if (languageId === 'json' || languageId === 'jsonc') return t('JSON');
  return /^(?:java|type)script/.test(languageId) ? t('array') : t('list');
}

type Details = ReadingNote['details'];

const noteSentences: Readonly<Record<NoteCode, (t: Translate, details: Details) => string>> = {
  comments: (t, { count }) => (count === 1 ? t('1 comment inside.') : t('{0} comments inside.', count ?? '')),
  'comment-marks': (t, { found }) =>
    found ? t('The comment mark {0} before its lines.', found) : t('The comment marks around its lines.'),
  prompts: (t) => t('The prompts before its lines.'),
  colours: (t) => t('The colours of a terminal.'),
  keywords: (t, { found }) => t('{0}, which leave the numbers alone.', found ?? ''),
  header: (t, { found }) => t('The header {0}.', found ?? ''),
  'index-column': (t) => t('The column that numbers the rows.'),
  labels: (t, { found }) => t('The label {0}.', found ?? ''),

  'columns-first': (t, { found }) =>
    found === undefined ? t('Columns are filled first.') : t('{0} fills columns first.', found),
  'rows-first': (t) => t('Rows are filled first, as you have chosen.'),
  'true-division': (t, { found }) => t('{0} keeps its fraction, as you have chosen.', found ?? '/'),
  factor: (t, { found }) => t('Every number is multiplied by {0}.', found ?? ''),
  'printed-factor': (t, { found }) => t('The printed factor {0} is taken in.', found ?? ''),
  'decimal-comma': (t) => t('The comma is the decimal sign.'),
  transposed: (t, { found }) => t('Rows and columns are exchanged: {0}.', found ?? ''),
  reshaped: (t, { found }) => t('The numbers are put into another shape: {0}.', found ?? ''),
  built: (t, { found }) => t('The numbers come out of {0}.', found ?? ''),
  computed: (t, { found }) => t('The numbers are computed: {0}.', found ?? ''),
  cut: (t) => t('Fractions are cut off: the type holds whole numbers.'),
  assigned: (t) => t('The cells are assigned one by one; all others hold 0.'),
  sliced: (t, { found }) => t('A part is selected: {0}.', found ?? ''),
  named: (t, { found }) => t('It is what {0} was last assigned; nothing was run.', found ?? ''),
  'in-cell': (t, { cell }) => t('It stands in cell {0}, as written there, not run.', cell ?? ''),
  seeded: (t, { found, seed }) =>
    // The logarithm behind a normal number is rounded by each system's own library.
    /(?:randn|normal)$/.test(String(found))
      ? t(
          '{0} was drawn with the seed {1}; about one number in 3,000 may differ in its last digit from system to system.',
          found ?? '',
          seed ?? '',
        )
      : t('{0} was drawn with the seed {1}.', found ?? '', seed ?? ''),

  'integer-division': (t, { found, value }) =>
    t('{0} is {1} here: this language cuts the fraction off.', found ?? '', value ?? 0),
  'laid-out-in-rows': (t) =>
    t(
      'The numbers stand in rows, but the language fills columns first: the matrix is the transpose of what it looks like.',
    ),
  axes: (t, { arrangement }) => axesSentences[arrangement as Arrangement](t),
};

const axesSentences: Readonly<Record<Arrangement, (t: Translate) => string>> = {
  row: (t) => t('Its one axis is taken as a row.'),
  column: (t) => t('Its one axis is taken as a column.'),
  square: (t) => t('Its one axis is taken as a square, row by row.'),
  chw: (t) => t('Its first axis holds the channels, as in PyTorch.'),
  hwc: (t) => t('Its last axis holds the channels, as in Pillow and OpenCV.'),
  nchw: (t) => t('Its first axes are samples (or output channels) and channels, as in PyTorch.'),
  nhwc: (t) => t('Its first axis holds samples, its last one channels, as in TensorFlow.'),
  hwio: (t) => t('Its last axes are input and output channels, as in kernels of TensorFlow.'),
};
