import { tokenCode, tokenKinds, tokenText } from '../text/tokens';
import { isDirective } from './blocks';
import type { NameEvent } from './nameEvent';
import { positionOf } from './position';
import { isWord, type Program } from './program';
import { newSharing, newValue, type Sharing, share } from './sharing';

/** An open bracket of a walk. */
export interface OpenBracket {
  readonly token: number;
  readonly code: number;
  /** It opens a block. */
  readonly isBody: boolean;
  /** The dotted name of the function that is handed what stands in it; `?` for one without a name; empty for none. */
  readonly callee: string;
  /** The token that begins the body of the function whose parameters stand in it, or -1. */
  readonly body: number;
  /** The innermost bracket of parameters of the same body that it is or stands in. */
  readonly parameters: { readonly token: number; readonly body: number } | undefined;
  readonly groups: number;
  readonly statement: number;
  readonly left: number;
}

/** A call of something that is not known to leave the generators of random numbers alone. */
export interface Call {
  readonly at: number;
  readonly callee: string;
  readonly statement: number;
}

/** What all cells together do to names. */
export interface NameRecords {
  /** The events of a name by the block that has it; those of the files' own names are under `file`. */
  readonly names: Map<string, Map<number, NameEvent[]>>;
  /** Stretches in which a name is a parameter of an expression. */
  readonly bound: Map<string, { readonly from: number; readonly to: number }[]>;
  /** Calls that may draw random numbers, by the position of their bracket. */
  readonly calls: Call[];
  /** Places from which on any name may hold something else. */
  readonly wild: number[];
  readonly sharing: Sharing;
  /** Like `sharing`, with copies that hold the same rows. */
  readonly rows: Sharing;
  /** What the names hold, by owner. */
  readonly held: Map<string, Map<number, number>>;
}

/** The owner of names that no block declares. */
export const file = -1;

/** A value that stands on the right of a statement. */
export interface Source {
  readonly value: number;
  readonly isShallow: boolean;
}

/** A pass over the tokens of a cell. */
export interface Walk {
  readonly program: Program;
  readonly records: NameRecords;
  readonly brackets: OpenBracket[];
  /** How many brackets but blocks are open. */
  groups: number;
  statement: number;
  /** Where the part of the statement begins that an `=` has on its left. */
  left: number;
  /** The first token behind the empty lines that were passed over last. */
  solid: number;
  /** Names are being given values by `for`, until `in`. */
  isForTarget: boolean;
  /** Names are being made parameters of the block that `do` opens, until the line ends. */
  isBlockHead: boolean;
  /** Names are being made parameters by `lambda`, until its colon. */
  isLambda: boolean;
  /** The values that this statement gives, and of what they may be parts. */
  targets: number[];
  /** Lets names hold them. */
  renewed: (() => void)[];
  sources: Source[];
  /** What `match` looks at, of which the names of its cases may be parts. */
  subject: readonly Source[];
  /** Events that have not happened yet. */
  readonly open: NameEvent[];
  /** The brackets whose arguments were found to be written to. */
  readonly inPlace: Set<number>;
  /** The names that a function has said to be those of its surroundings. */
  readonly outer: Set<string>;
}

/** Nothing recorded yet. */
export function newRecords(): NameRecords {
  return {
    names: new Map(),
    bound: new Map(),
    calls: [],
    wild: [],
    sharing: newSharing(),
    rows: newSharing(),
    held: new Map(),
  };
}

/** A value that is like no other. */
export function freshValue({ sharing, rows }: NameRecords): number {
  newValue(rows);
  return newValue(sharing);
}

/** A walk at the first token. */
export function newWalk(program: Program, records: NameRecords): Walk {
  const statement = {
    groups: 0,
    statement: 0,
    left: 0,
    isForTarget: false,
    solid: 0,
    isBlockHead: false,
    isLambda: false,
    targets: [],
    renewed: [],
    sources: [],
    subject: [],
  };
  return { program, records, brackets: [], open: [], inPlace: new Set(), outer: new Set(), ...statement };
}

/** Ends the statement; the next one begins at `next`. */
export function endStatement(walk: Walk, next: number): void {
  const { program, records, open } = walk;
  const end = positionOf(program.cell, next);
  for (const event of open) {
    if (event.end < 0) event.end = end;
    event.statementEnd = end;
  }
  open.length = 0;
  if (isWord(program.tokens, walk.statement, 'match')) walk.subject = walk.sources;
  // What a statement assigns may be a part of what stands on its right, and one object of several names.
  const [first] = walk.targets;
  for (const { value, isShallow } of first === undefined ? [] : [...toSources(walk.targets), ...walk.sources]) {
    if (!isShallow) share(records.sharing, first!, value);
    share(records.rows, first!, value);
  }
  for (const renew of walk.renewed) renew();
  walk.renewed = [];
  walk.targets = [];
  walk.sources = [];
  walk.statement = next;
  walk.left = next;
  walk.isForTarget = false;
  walk.isLambda = false;
  walk.isBlockHead = false;
}

function toSources(targets: readonly number[]): readonly Source[] {
  return targets.map((value) => ({ value, isShallow: false }));
}

/** Whether the statement goes on behind the line end at a token. */
export function goesOn(walk: Walk, i: number): boolean {
  const { program, statement } = walk;
  const { tokens, scopes, pairs, language } = program;
  if (scopes.blocks === 'indents' || language.continuation === '...') return false;
  const before = i > 0 ? tokens.kinds[i - 1] : tokenKinds.newline;
  if (before === tokenKinds.operator || before === tokenKinds.comma || before === tokenKinds.assign) return true;
  if (scopes.blocks === 'ends') return false;
  if (before === tokenKinds.dot || isWord(tokens, i - 1, 'else', 'do')) return true;
  const isHead = before === tokenKinds.close && isWord(tokens, statement, 'if', 'for', 'while');
  if (isHead && pairs[i - 1] === statement + 1) return true;
  if (walk.solid <= i) {
    walk.solid = i + 1;
    while (tokens.kinds[walk.solid] === tokenKinds.newline) walk.solid++;
  }
  const next = walk.solid;
  const kind = tokens.kinds[next];
  if (kind === tokenKinds.dot || kind === tokenKinds.operator) return !language.arrow;
  const code = kind === tokenKinds.open ? tokenCode(tokens, next) : 0;
  return scopes.joinsBrackets && (code === 40 || code === 91);
}

/** Whether a directive of the preprocessor ends or begins at a token. */
export function isDirectiveEdge({ program, statement }: Walk, i: number): boolean {
  const { tokens, scopes } = program;
  if (!scopes.hasPreprocessor) return false;
  if (tokens.kinds[i] === tokenKinds.newline) return isDirective(tokens, statement + 1);
  const isMark = tokens.text.charCodeAt(tokens.starts[i]!) === 35;
  return isMark && (i === 0 || tokens.kinds[i - 1] === tokenKinds.newline);
}

const conditionalWords = new Set(
  'if for while else elif try except case do switch unless when catch foreach finally match default with'.split(' '),
);

/** `def f(): k[0] = 1` on one line. */
export function isOneLineFunction({ program: { tokens, scopes }, statement }: Walk): boolean {
  return scopes.blocks === 'indents' && isWord(tokens, statement, 'def', 'async');
}

/** Whether the statement is a block of its own: `if (x) k = 1;`. */
export function isConditional({ program: { tokens, scopes }, statement }: Walk): boolean {
  if (scopes.blocks === 'ends' || tokens.kinds[statement] !== tokenKinds.name) return false;
  return conditionalWords.has(tokenText(tokens, statement));
}
