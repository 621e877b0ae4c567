import type { Language } from '../languages';
import { type Tokens, tokenCode, tokenKinds, tokenText } from '../text/tokens';
import type { Scopes } from './scopes';

/** A stretch of a program that may run never, once or many times: the file itself, a branch, a loop's or a function's body. */
export interface Block {
  readonly parent: number;
  readonly kind: 'file' | 'branch' | 'loop' | 'function' | 'class';
  /** The innermost body of a function or a class that it is or stands in; 0 for none. */
  readonly body: number;
  /** The token that opened it. */
  readonly start: number;
  /** The first token behind it; the number of tokens while it is open. */
  end: number;
}

/** The blocks of a program. */
export interface Blocks {
  readonly list: readonly Block[];
  /** For each token, the block it stands in. */
  readonly at: Uint32Array;
  /** 1 for a brace that opens a block, not an initialiser. */
  readonly bodies: Uint8Array;
}

interface Open {
  readonly id: number;
  /** The indentation of the line that opened it. */
  readonly indent: number;
  readonly by: 'file' | 'brace' | 'initialiser' | 'word' | 'line' | 'directive';
  /** How many other brackets were open when it opened. */
  readonly groups: number;
}

interface Tracker {
  readonly tokens: Tokens;
  readonly list: Block[];
  readonly open: Open[];
  readonly bodies: Uint8Array;
  /** The token that is read. */
  at: number;
  /** Brackets that are open in the block. */
  groups: number;
  /** The indentation of the line. */
  indent: number;
  /** What the words of the statement so far make of a brace that follows. */
  head: Block['kind'] | undefined;
  sawRound: boolean;
  sawAssign: boolean;
}

type Visit = (tracker: Tracker, i: number) => void;

/** Finds the blocks of a program in one pass over its tokens. */
export function blocksOf(tokens: Tokens, language: Language, scopes: Scopes): Blocks {
  const { count } = tokens;
  const list: Block[] = [{ parent: 0, kind: 'file', body: 0, start: 0, end: count }];
  const open: Open[] = [{ id: 0, indent: -1, by: 'file', groups: 0 }];
  const bodies = new Uint8Array(count + 1);
  const statement = { head: undefined, sawRound: false, sawAssign: false };
  const tracker: Tracker = { tokens, list, open, bodies, at: 0, groups: 0, indent: 0, ...statement };
  const visit = visitors[scopes.blocks];
  const at = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++) {
    tracker.at = i;
    if (scopes.hasPreprocessor) visitDirective(tracker, i);
    visit(tracker, i);
    if (scopes.blocks === 'braces') noteHead(tracker, i, language.lineEnds);
    at[i] = open.at(-1)!.id;
  }
  return { list, at, bodies };
}

/** Whether block `outer` is `inner` or lies around it. */
export function isAround({ list }: Blocks, outer: number, inner: number): boolean {
  // Blocks are numbered as they open.
  return outer === inner || (outer < inner && list[inner]!.start < list[outer]!.end);
}

function push(tracker: Tracker, kind: Block['kind'], by: Open['by'], indent = 0): void {
  const { list, open, tokens, at } = tracker;
  const parent = open.at(-1)!.id;
  const id = list.length;
  const body = kind === 'function' || kind === 'class' ? id : list[parent]!.body;
  open.push({ id, indent, by, groups: tracker.groups });
  list.push({ parent, kind, body, start: at, end: tokens.count });
}

function pop(tracker: Tracker, end: number): void {
  const { list, open } = tracker;
  if (open.length < 2) return;
  const { id, groups } = open.pop()!;
  list[id]!.end = end;
  tracker.groups = groups;
}

const loopWords = new Set('for foreach while do loop repeat parfor'.split(' '));
const branchWords = new Set(
  'if else elif elseif switch case default try catch finally match when unsafe using lock'.split(' '),
);
const functionWords = new Set(
  'function func fn fun def interface namespace impl trait enum object extension record union macro'.split(' '),
);

function kindOf(word: string): Block['kind'] | undefined {
  if (loopWords.has(word)) return 'loop';
  if (branchWords.has(word)) return 'branch';
  if (word === 'class' || word === 'struct') return 'class';
  return functionWords.has(word) ? 'function' : undefined;
}

const visitors: Readonly<Record<Scopes['blocks'], Visit>> = {
  braces: visitBrace,
  ends: visitWord,
  indents: visitLine,
};

function visitBrace(tracker: Tracker, i: number): void {
  const { tokens, open, bodies } = tracker;
  const code = tokenCode(tokens, i);
  if (tokens.kinds[i] === tokenKinds.open && code === 123) {
    if (isInitialiser(tracker, i)) {
      open.push({ ...open.at(-1)!, by: 'initialiser' });
      return;
    }
    bodies[i] = 1;
    push(tracker, bodyKind(tracker, i), 'brace');
    tracker.groups = 0;
    beginStatement(tracker);
  } else if (tokens.kinds[i] === tokenKinds.close && code === 125) closeBrace(tracker, i);
}

function closeBrace(tracker: Tracker, i: number): void {
  const { open } = tracker;
  while (open.at(-1)!.by === 'directive') pop(tracker, i);
  if (open.at(-1)!.by === 'initialiser') {
    open.pop();
    return;
  }
  pop(tracker, i + 1);
  beginStatement(tracker);
}

function isInitialiser({ tokens, open, head, sawRound, sawAssign }: Tracker, i: number): boolean {
  const before = i === 0 ? tokenKinds.newline : tokens.kinds[i - 1];
  const isInside = open.at(-1)!.by === 'initialiser';
  if (before === tokenKinds.assign || before === tokenKinds.comma) return true;
  if (before === tokenKinds.open) return tokenCode(tokens, i - 1) !== 123 || isInside;
  if (before === tokenKinds.close) return tokenCode(tokens, i - 1) === 93;
  if (before === tokenKinds.colon) return head === undefined;
  if (before !== tokenKinds.name) return isInside && before === tokenKinds.newline;
  return tokenText(tokens, i - 1) === 'return' || (head === undefined && (sawAssign || !sawRound));
}

function bodyKind({ tokens, head, sawRound }: Tracker, i: number): Block['kind'] {
  const isArrow = i > 0 && tokens.kinds[i - 1] === tokenKinds.operator && tokenText(tokens, i - 1) === '=>';
  if (isArrow) return 'function';
  return head ?? (sawRound ? 'function' : 'branch');
}

function beginStatement(tracker: Tracker): void {
  tracker.head = undefined;
  tracker.sawRound = false;
  tracker.sawAssign = false;
}

function noteHead(tracker: Tracker, i: number, lineEnds: boolean): void {
  const { tokens } = tracker;
  const kind = tokens.kinds[i];
  if (kind === tokenKinds.name && !isDirective(tokens, i)) {
    const word = kindOf(tokenText(tokens, i));
    if (word && tokens.kinds[i - 1] !== tokenKinds.dot) tracker.head = tracker.head ?? word;
    // `for (…) f(function () {`: the innermost function has the brace.
    if (word === 'function') tracker.head = word;
  } else if (kind === tokenKinds.open) tracker.sawRound ||= tokenCode(tokens, i) === 40;
  else if (kind === tokenKinds.assign) tracker.sawAssign = true;
  else if (kind === tokenKinds.semicolon && !isInHead(tracker)) beginStatement(tracker);
  else if (kind === tokenKinds.newline && lineEnds && endsHead(tokens, i)) beginStatement(tracker);
}

/** The semicolons of `for (;;)` end no statement. */
function isInHead({ head, open }: Tracker): boolean {
  return head === 'loop' && open.at(-1)!.by !== 'initialiser';
}

/** A brace may stand on the line below its head. */
function endsHead({ kinds, count, text, starts }: Tokens, i: number): boolean {
  return i + 1 >= count || kinds[i + 1] !== tokenKinds.open || text.charCodeAt(starts[i + 1]!) !== 123;
}

/** Words that open what `end` closes. */
const openers = new Set(
  'if for while switch try parfor function begin let do module baremodule struct macro quote classdef methods properties events enumeration unwind_protect spmd'.split(
    ' ',
  ),
);

function visitWord(tracker: Tracker, i: number): void {
  const { tokens } = tracker;
  const kind = tokens.kinds[i];
  if (kind === tokenKinds.open) tracker.groups++;
  else if (kind === tokenKinds.close) tracker.groups = Math.max(0, tracker.groups - 1);
  if (kind !== tokenKinds.name || tokens.kinds[i - 1] === tokenKinds.dot) return;
  const word = tokenText(tokens, i);
  if (tracker.groups > 0) return;
  if (openers.has(word) && tokens.kinds[i + 1] !== tokenKinds.assign) push(tracker, wordKind(tokens, i, word), 'word');
  else if (
    word === 'end' ||
    word === 'until' ||
    (word.startsWith('end') && openers.has(word.slice(word[3] === '_' ? 4 : 3)))
  )
    pop(tracker, i + 1);
}

function wordKind({ kinds }: Tokens, i: number, word: string): Block['kind'] {
  // `map(images) do image` hands over a function.
  if (word === 'do') return i > 0 && kinds[i - 1] !== tokenKinds.newline ? 'function' : 'loop';
  return word === 'begin' ? 'branch' : (kindOf(word) ?? 'function');
}

/** Words whose indented lines run just once, in their place. */
const transparent = new Set(['with']);
const lineWords = new Set('if elif else for while try except finally def class async match case'.split(' '));

function visitLine(tracker: Tracker, i: number): void {
  const { tokens } = tracker;
  const kind = tokens.kinds[i];
  const isFirst = tracker.groups === 0 && (i === 0 || tokens.kinds[i - 1] === tokenKinds.newline);
  if (isFirst && kind !== tokenKinds.newline) beginLine(tracker, i);
  if (kind === tokenKinds.open) tracker.groups++;
  else if (kind === tokenKinds.close) tracker.groups = Math.max(0, tracker.groups - 1);
  if (tracker.groups > 0) return;
  if (kind !== tokenKinds.newline || tokens.kinds[i - 1] !== tokenKinds.colon || tracker.head === undefined) return;
  push(tracker, tracker.head, 'line', tracker.indent);
  tracker.head = undefined;
}

function beginLine(tracker: Tracker, i: number): void {
  const { tokens, open } = tracker;
  const start = tokens.starts[i]!;
  const indent = start - (i === 0 ? tokens.text.lastIndexOf('\n', start - 1) + 1 : tokens.ends[i - 1]!);
  while (open.length > 1 && indent <= open.at(-1)!.indent) pop(tracker, i);
  const word = tokens.kinds[i] === tokenKinds.name ? tokenText(tokens, i) : '';
  tracker.indent = indent;
  tracker.head = lineWords.has(word) && !transparent.has(word) ? lineKind(tokens, i, word) : undefined;
}

function lineKind(tokens: Tokens, i: number, word: string): Block['kind'] {
  const main = word === 'async' && tokens.kinds[i + 1] === tokenKinds.name ? tokenText(tokens, i + 1) : word;
  return kindOf(main) ?? 'branch';
}

/** Whether a word stands behind `#`. */
export function isDirective({ text, starts }: Tokens, i: number): boolean {
  return i > 0 && text[starts[i - 1]!] === '#';
}

/** `#if`, `#else`, `#endif`. */
function visitDirective(tracker: Tracker, i: number): void {
  const { tokens, open } = tracker;
  if (tokens.kinds[i] !== tokenKinds.name || !isDirective(tokens, i)) return;
  const word = tokenText(tokens, i);
  if (word === 'if' || word === 'ifdef' || word === 'ifndef') push(tracker, 'branch', 'directive');
  else if (word === 'else' || word === 'elif') {
    if (open.at(-1)!.by === 'directive') pop(tracker, i);
    push(tracker, 'branch', 'directive');
  } else if (word === 'endif' && open.at(-1)!.by === 'directive') pop(tracker, i);
}
