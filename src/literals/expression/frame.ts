import type { Declaration } from './declaration';
import type { IndexItem, SpanPart } from './indexItems';
import type { FaultyValue, Numbers, Value } from './value';

/** An operator that waits for its right side. */
export interface PendingOperator {
  readonly sign: string;
  readonly precedence: number;
  readonly unary: boolean;
  readonly start: number;
  readonly end: number;
}

/** What a text calls a value: `name =`, `name:`, a key. */
export interface Label {
  readonly name: string | undefined;
  readonly by: 'assign' | 'colon';
}

/** A value handed to a call, by place or by keyword. */
export interface Argument {
  readonly keyword: string | undefined;
  readonly value: Value;
}

export type FrameKind = 'root' | 'list' | 'paren' | 'brace' | 'call' | 'index';

const none: readonly never[] = [];

/** An open bracket, or the text as a whole, with what has been read in it so far. */
export interface Frame {
  readonly kind: FrameKind;
  /** Offset of the opening bracket. */
  readonly start: number;
  /** What stands right before the bracket. */
  readonly callee: Value | undefined;
  /** Blanks divide cells. */
  readonly blanks: boolean;
  /** The size of the number pool when the bracket opened. */
  readonly base: number;

  /** The item that is being read: operands, operators between them, and whether an operand came last. */
  operands: Value[];
  operators: PendingOperator[];
  after: boolean;
  label: Label | undefined;
  itemStart: number;
  /** Names on the left of `=`, for each value in turn. */
  targets: readonly string[];
  /** Names of this statement before its `=`. */
  pendingNames: string[];
  /** How many findings there were before this statement. */
  findingsBefore: number;

  /** What the items before it amount to. */
  count: number;
  itemShape: readonly number[] | undefined;
  whole: boolean;
  computed: boolean;
  fault: FaultyValue | undefined;
  /** Items that are no numbers. */
  others: number;
  isRecord: boolean;
  isBlock: boolean;
  arguments: Argument[];
  commas: number;
  /** Blanks that divided cells, without and with a sign after them: `1 2`, `1 -2`. */
  splits: number;
  signSplits: number;
  /** Rows ended by semicolons or line ends. */
  rows: number;
  rowCount: number;
  rowWidth: number;
  /** The cells that are matrices, and the size of the pool at the end of each row. */
  blocks: readonly Numbers[];
  rowTops: readonly number[];
  semicolons: number;
  /** Line ends in a bracket that is in no other list. */
  lineBreaks: number;
  readonly isOuter: boolean;
  /** How many levels of brackets, this one and those in it, hold matrices that a call joins, each for itself. */
  readonly partLevels: number;
  /** Commas since the last `=`, words that stood side by side, and the name that `var` or `let` introduced. */
  commasSinceAssign: number;
  words: number;
  declares: boolean;
  declared: string | undefined;
  /** The sides and the number type that a declaration names: `unsigned char k[3][3] = …`. */
  declaration: Declaration | undefined;
  /** The last word that a further word was put beside: a type, before a name. */
  typeWords: readonly string[];
  /** The whole number in an index. */
  side: number | undefined;
  /** The sides of a C++ matrix that takes its numbers behind `<<`, without brackets. */
  commaList: { readonly sides: readonly number[]; readonly isWhole: boolean } | undefined;
  /** A loop has made all items of the list from the one that was read. */
  isLooped: boolean;
  /** The first of the writes of this statement, -1 while there is none; and whether it happens on a condition. */
  firstWrite: number;
  isConditional: boolean;
  /** What stands between the commas of an index, and before the colons of the item that is read. */
  items: readonly IndexItem[];
  spanParts: readonly SpanPart[];
  /** The line of words above, which may be what a text calls its matrix. */
  heading: string | undefined;
  targetIndex: number;
}

/** A frame in which nothing has been read yet. */
export function openFrame(
  kind: FrameKind,
  at: { readonly start: number; readonly base: number; readonly findings: number },
  callee: Value | undefined,
  blanks: boolean,
  isOuter = true,
  partLevels = 0,
): Frame {
  return {
    kind,
    start: at.start,
    callee,
    blanks,
    base: at.base,
    operands: [],
    operators: [],
    after: false,
    label: undefined,
    itemStart: at.start,
    targets: [],
    pendingNames: [],
    findingsBefore: at.findings,
    count: 0,
    itemShape: undefined,
    whole: true,
    computed: false,
    fault: undefined,
    others: 0,
    isRecord: false,
    isBlock: false,
    arguments: [],
    commas: 0,
    splits: 0,
    signSplits: 0,
    rows: 0,
    rowCount: 0,
    rowWidth: 0,
    blocks: none,
    rowTops: none,
    semicolons: 0,
    lineBreaks: 0,
    isOuter,
    partLevels,
    commasSinceAssign: 0,
    words: 0,
    declares: false,
    declared: undefined,
    declaration: undefined,
    typeWords: [],
    side: undefined,
    commaList: undefined,
    isLooped: false,
    firstWrite: -1,
    isConditional: false,
    items: none,
    spanParts: none,
    heading: undefined,
    targetIndex: 0,
  };
}
