import type { Conv2dParams } from '../engine/convolution/conv2dParams';
import type { Work } from '../engine/convolution/planWithinCeiling';
import type { ConvPath, ErrorClass } from '../engine/convPath';
import type { Picture } from '../engine/picture/picture';
import type { Act, Side } from '../session/act';
import type { ReadAs } from '../session/readingReport';
import type { SavedSession } from '../session/saved';
import type { Notice } from '../session/state';
import type { KernelTold } from '../words/kernelTold';
import type { ReadingTold } from '../words/readingWords';
import type { KeptView } from './keptView';
import type { LessonViewAct, ShownLesson } from './lesson';
import type { SentLook } from './sentLook';

/** The matrices of a snapshot by what they are in it. */
export type Role = 'input' | 'kernel' | 'output';

/**
 * The most cells of a matrix that crosses whole: 128 kB, which takes no longer than its picture. A larger one crosses
 * as a picture, and the numbers around what is looked at on request.
 */
export const mostWholeCells = 16_384;

/** One matrix of a snapshot; it crosses apart, once, under `id`, whole or as a picture. */
export interface ShownMatrix {
  readonly id: string;
  readonly rows: number;
  readonly cols: number;
}

/** Input or kernel as the view needs it. */
export interface ShownOperand extends ShownMatrix {
  readonly name: string | undefined;
  readonly plane: number;
  readonly planes: number;
  readonly edited: boolean;
  /** Where the person can be taken to: true for text that is still there. */
  readonly hasSource: boolean;
  /** True where the text computes the numbers, so that what is typed into a cell cannot be written there. */
  readonly computed: boolean;
  /** The preset that these numbers are, by its id. */
  readonly preset: string | undefined;
  /** What is said of the numbers of a kernel; undefined for an input. */
  readonly told: KernelTold | undefined;
  /** How it was read; undefined for what comes from no text. */
  readonly reading: ReadingTold | undefined;
}

/** The feature map, and how it was computed. */
export interface ShownMap extends ShownMatrix {
  readonly path: ConvPath;
  readonly error: ErrorClass;
}

export interface ShownCandidate {
  readonly name: string | undefined;
  readonly rows: number;
  readonly cols: number;
  readonly place: string;
}

/** The whole state of a surface. The plan is not in it: the view makes it from the same sizes and parameters. */
export interface Snapshot {
  readonly revision: number;
  /** Grows when another pair of matrices is brought in from outside; the view then starts at the first step. */
  readonly subject: number;
  readonly input: ShownOperand;
  readonly kernel: ShownOperand;
  /** Undefined while it is being computed, once that was cancelled, and where no plan exists. */
  readonly output: ShownMap | undefined;
  /** 0 to 1 while a long computation runs. */
  readonly progress: number | undefined;
  /** True when the person has cancelled the computation of this state. */
  readonly cancelled: boolean;
  readonly params: Conv2dParams;
  /** The work beyond which the person is asked first. */
  readonly ceiling: Work;
  /** How many seconds it is expected to take where the person is asked first. */
  readonly seconds: number | undefined;
  readonly candidates: readonly ShownCandidate[];
  readonly notice: Notice | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** A rectangle of cells of a matrix. */
export interface CellWindow {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

/** The cells whose characters the caret in the text is in. */
export type CaretMarks = { readonly [S in Side]?: { readonly row: number; readonly col: number } | undefined };

/** The most cells of one region. */
export const mostRegionCells = 2 ** 18;

/** Host to view. The view keeps exactly the matrices that the newest snapshot names. */
export type ToView =
  | { readonly type: 'hello'; readonly words: Readonly<Record<string, string>> }
  | {
      readonly type: 'matrix';
      readonly id: string;
      readonly rows: number;
      readonly cols: number;
      readonly data: Float64Array;
    }
  | { readonly type: 'picture'; readonly id: string; readonly picture: Picture }
  | { readonly type: 'region'; readonly id: string; readonly window: CellWindow; readonly data: Float64Array }
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly type: 'caret'; readonly marks: CaretMarks }
  /** The step of a lesson that is shown above the lens; undefined where none is. */
  | { readonly type: 'lesson'; readonly lesson: ShownLesson | undefined }
  /** Presentation mode on, or off where it is on. */
  | { readonly type: 'present' }
  /** Opens the solver for paddings. */
  | { readonly type: 'solve' }
  /** A picture file to be answered with its levels, or that it cannot be decoded. */
  | { readonly type: 'decode'; readonly id: number; readonly mediaType: string; readonly bytes: Uint8Array }
  /** To be answered with the step that is shown, and with the theme's colours. */
  | { readonly type: 'ask-page'; readonly id: number }
  /** Pages of SVG to be drawn: the first as PNG, or all as a GIF, each for `delay` milliseconds. */
  | {
      readonly type: 'rasterise';
      readonly id: number;
      readonly pages: readonly string[];
      readonly as: 'png' | 'gif';
      readonly delay: number;
    }
  /** Follows the snapshot of a session that was brought in with the step and the look that somebody else had. */
  | { readonly type: 'view'; readonly view: KeptView }
  /** The session for the view's own saved state, which it never reads; comes when things are at rest. */
  | { readonly type: 'saved'; readonly session: SavedSession };

/**
 * View to host. `ready` is answered with hello, every matrix and the snapshot; each snapshot with `painted`, before
 * which no other comes. `side` is the longer side of a picture in pixels of the screen.
 */
export type FromView =
  | { readonly type: 'ready' }
  | { readonly type: 'painted'; readonly revision: number }
  | { readonly type: 'picture-side'; readonly role: Role; readonly side: number }
  | { readonly type: 'region'; readonly id: string; readonly window: CellWindow }
  /** Puts a matrix on the clipboard, or a block of it. */
  | { readonly type: 'copy'; readonly role: Role; readonly window?: CellWindow }
  /** Puts the matrix of the clipboard into cells, its first into the first of the window; one number fills the window. */
  | { readonly type: 'paste'; readonly side: Side; readonly window: CellWindow }
  /** Shows what follows from a number that is being typed, until an act or the end takes its place. */
  | {
      readonly type: 'try-cell';
      readonly side: Side;
      readonly row: number;
      readonly col: number;
      readonly value: number;
    }
  | { readonly type: 'try-end' }
  | { readonly type: 'copy-as'; readonly role: Role }
  /** A picture: the levels of each plane after another, 0 to 255; one plane where it is grey. */
  | {
      readonly type: 'decoded';
      readonly id: number;
      readonly rows: number;
      readonly cols: number;
      readonly planes: 1 | 3;
      readonly levels: Uint8Array;
      readonly hasAlpha: boolean;
    }
  | { readonly type: 'undecodable'; readonly id: number }
  | {
      readonly type: 'page';
      readonly id: number;
      readonly view: KeptView;
      readonly look: SentLook;
    }
  | { readonly type: 'rasterised'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly type: 'not-rasterised'; readonly id: number }
  | { readonly type: 'act'; readonly act: Act }
  /** The person has gone to a cell; `opens` where they have pointed at it, which may bring its text to the front. */
  | {
      readonly type: 'point';
      readonly side: Side;
      readonly row: number;
      readonly col: number;
      readonly opens: boolean;
    }
  | { readonly type: 'lesson'; readonly act: LessonViewAct }
  | { readonly type: 'cancel' }
  | { readonly type: 'compute' }
  | { readonly type: 'reveal-source'; readonly side: 'input' | 'kernel' }
  /** The person wants another reading of what was read. */
  | { readonly type: 'read-as'; readonly side: Side; readonly as: ReadAs }
  /** Shows the characters that a line of the report is about. */
  | { readonly type: 'reveal-note'; readonly side: Side; readonly line: number };

/** What the view keeps across reloads. `session` is handed back to the host as it came. */
export interface ViewState extends KeptView {
  readonly version: 1;
  readonly session: SavedSession;
}
