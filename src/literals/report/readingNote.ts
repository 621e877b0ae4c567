import type { TextRange } from '../literal';

/** What a note says of a reading: that something was passed over, was settled one way, or may be meant otherwise. */
export type NoteKind = 'left-out' | 'decided' | 'doubtful';

/** One line of the report on a reading: a code, the place, and what a sentence needs. */
export interface ReadingNote {
  readonly note: NoteCode;
  readonly range?: TextRange;
  readonly details: Readonly<Record<string, string | number>>;
}

export type NoteCode = keyof typeof kinds;

/** Every note with its kind; what a sentence needs of its details stands behind it. */
const kinds = {
  /** `count` comments inside the literal. */
  comments: 'left-out',
  /** The literal stands in a comment; `found` is the mark before its lines, empty where it is no usual one. */
  'comment-marks': 'left-out',
  /** `count` lines with `>>> ` or `In [3]: ` before them. */
  prompts: 'left-out',
  /** Escape sequences of a terminal. */
  colours: 'left-out',
  /** Arguments that leave the numbers alone: `found` is `dtype=float32, requires_grad=True`. */
  keywords: 'left-out',
  /** `found` are the names of the columns. */
  header: 'left-out',
  /** The column that numbers or names the rows. */
  'index-column': 'left-out',
  /** Words beside or above the numbers, as `found`. */
  labels: 'left-out',

  /** The numbers fill columns first, as the language does it. */
  'columns-first': 'decided',
  /** The numbers fill rows first, although the language fills columns first: the person has chosen it. */
  'rows-first': 'decided',
  /** `found` keeps its fraction: the person has chosen it. */
  'true-division': 'decided',
  /** Every number was multiplied by what `found` says. */
  factor: 'decided',
  /** A program has printed the factor `found` above its numbers. */
  'printed-factor': 'decided',
  /** `1,5` is one and a half. */
  'decimal-comma': 'decided',
  /** Rows and columns were exchanged by `found`. */
  transposed: 'decided',
  /** `found` has put the numbers into another shape. */
  reshaped: 'decided',
  /** The numbers come out of the call `found`. */
  built: 'decided',
  /** The numbers were computed with `found`. */
  computed: 'decided',
  /** Fractions were cut off, since the type holds whole numbers. */
  cut: 'decided',
  /** Cells were assigned one by one; all others hold 0. */
  assigned: 'decided',
  /** A part was selected by `found`. */
  sliced: 'decided',
  /** The literal is what the name `found` was last assigned. */
  named: 'decided',
  /** The literal stands in cell `cell` (from 1) of the notebook, as written there, not run. */
  'in-cell': 'decided',
  /** A generator of random numbers was run as `found`, with the seed `seed`. */
  seeded: 'decided',

  /** `found` cuts its fraction off in this language, which gives `value`. */
  'integer-division': 'doubtful',
  /** The numbers are laid out in rows, and the language fills columns first. */
  'laid-out-in-rows': 'doubtful',
  /** The axes were laid out as `arrangement` says. */
  axes: 'doubtful',
} as const satisfies Readonly<Record<string, NoteKind>>;

/** The kind of a note. */
export function noteKind(code: NoteCode): NoteKind {
  return kinds[code];
}

/** A note with its place and what its sentence needs. */
export function noteAt(note: NoteCode, start: number, end: number, details: ReadingNote['details'] = {}): ReadingNote {
  return { note, range: { start, end }, details };
}
