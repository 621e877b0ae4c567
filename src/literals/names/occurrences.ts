import type { Language } from '../languages';
import { type Tokens, tokenCode, tokenKinds, tokenText } from '../text/tokens';
import { BlockTracker } from './blocks';
import { changesArgument, leavesAlone, pureMethods } from './pureCalls';

/** Something a text does to a name: gives it a value, or may change what it holds. */
export interface NameEvent {
  readonly kind: 'assigned' | 'written' | 'parameter';
  /** The token of the name, and the first token behind the statement. */
  readonly token: number;
  end: number;
  /** The token behind `=`. */
  value: number;
  /** The block in which it happens. */
  readonly block: number;
  readonly isDeclaration: boolean;
  /** False where a function that is not known was only handed the name. */
  readonly isSure: boolean;
}

/** What happened to a name in the tokens before an offset, and the blocks that are open there. */
export interface NameHistory {
  readonly events: readonly NameEvent[];
  readonly blocks: BlockTracker;
}

interface OpenBracket {
  readonly code: number;
  readonly callee: string;
  readonly token: number;
}

interface Walk {
  readonly tokens: Tokens;
  readonly language: Language;
  readonly name: string;
  readonly brackets: OpenBracket[];
  readonly blocks: BlockTracker;
  readonly events: NameEvent[];
  /** How many open brackets are no blocks. */
  groups: number;
  isForTarget: boolean;
  statement: number;
  /** A bare occurrence on the left of this statement, which `=` would make a target. */
  bare: number;
}

/** Follows a name through a text up to an offset. */
export function nameHistory(tokens: Tokens, language: Language, name: string, offset: number): NameHistory {
  const blocks = new BlockTracker(tokens, language);
  const walk: Walk = {
    tokens,
    language,
    name,
    brackets: [],
    blocks,
    events: [],
    groups: 0,
    isForTarget: false,
    statement: 0,
    bare: -1,
  };
  let i = 0;
  for (; i < tokens.count && tokens.starts[i]! <= offset; i++) visit(walk, i);
  // A statement that goes on behind the offset has not happened yet, unless the offset is at its target.
  const end = statementEnd(tokens, language, i, walk.brackets.length);
  for (const event of walk.events) if (event.end < 0) event.end = end;
  return { events: walk.events.filter((event) => event.end <= i || coversOffset(tokens, event, offset)), blocks };
}

function coversOffset({ starts, ends }: Tokens, { kind, token }: NameEvent, offset: number): boolean {
  return kind === 'assigned' && starts[token]! <= offset && offset <= ends[token]!;
}

function visit(walk: Walk, i: number): void {
  const { tokens, brackets, blocks } = walk;
  const kind = tokens.kinds[i];
  if (kind === tokenKinds.open) openBracket(walk, i);
  else if (kind === tokenKinds.close) {
    const closed = brackets.pop();
    if (closed && closed.code !== 123) walk.groups--;
    if (tokenCode(tokens, i) === 125) endStatementHere(walk, i);
  } else if (kind === tokenKinds.semicolon || kind === tokenKinds.newline) {
    if (endsStatement(walk, kind)) endStatementHere(walk, i + 1);
  } else if (kind === tokenKinds.assign && walk.groups === 0) assignBare(walk, i);
  else if (kind === tokenKinds.name) visitName(walk, i);
  blocks.visit(i, walk.groups === 0);
}

function openBracket(walk: Walk, i: number): void {
  const { tokens, brackets } = walk;
  if (tokenCode(tokens, i) !== 123) walk.groups++;
  const before = i > 0 && tokens.kinds[i - 1] === tokenKinds.name ? pathBefore(tokens, i - 1) : '';
  brackets.push({ code: tokenCode(tokens, i), callee: before, token: i });
}

function pathBefore(tokens: Tokens, last: number): string {
  let first = last;
  while (
    first > 1 &&
    last - first < 20 &&
    tokens.kinds[first - 1] === tokenKinds.dot &&
    tokens.kinds[first - 2] === tokenKinds.name
  )
    first -= 2;
  return tokens.text.slice(tokens.starts[first], Math.min(tokens.ends[last]!, tokens.starts[first]! + 120));
}

function endsStatement({ language, groups }: Walk, kind: number): boolean {
  return groups === 0 && (kind === tokenKinds.semicolon || language.lineEnds);
}

function endStatementHere(walk: Walk, end: number): void {
  for (let i = walk.events.length - 1; i >= 0 && walk.events[i]!.end < 0; i--) walk.events[i]!.end = end;
  walk.statement = end;
  walk.bare = -1;
  walk.isForTarget = false;
}

function visitName(walk: Walk, i: number): void {
  const { tokens, name } = walk;
  const word = tokenText(tokens, i);
  if (word === 'for' || word === 'foreach') walk.isForTarget = true;
  if (word === 'in' || word === 'of') walk.isForTarget = false;
  if (word !== name || tokens.kinds[i - 1] === tokenKinds.dot) return;
  const bracket = walk.brackets.at(-1);
  const isTaken = walk.isForTarget || follows(tokens, i, ['del', 'import', 'as', 'global', 'nonlocal']);
  if (isTaken) record(walk, 'written', i, i);
  else if (bracket && bracket.code === 40 && isParameter(walk, bracket)) record(walk, 'parameter', i, i);
  else classify(walk, i, bracket);
}

function follows(tokens: Tokens, i: number, words: readonly string[]): boolean {
  return i > 0 && tokens.kinds[i - 1] === tokenKinds.name && words.includes(tokenText(tokens, i - 1));
}

function classify(walk: Walk, i: number, bracket: OpenBracket | undefined): void {
  const { tokens } = walk;
  const after = behindParts(walk, i + 1);
  const next = tokens.kinds[after];
  const isWhole = after === i + 1;
  const inBlock = walk.groups === 0;
  if (next === tokenKinds.assign && (inBlock || bracket?.code !== 40)) {
    const sign = tokenText(tokens, after);
    const isPlain = sign === '=' || sign === ':=' || sign === '<-' || sign === '<<-';
    const isDeclared = isDeclaration(walk, i);
    if (isPlain && (isWhole || isDeclared)) record(walk, 'assigned', i, after + 1, isDeclared);
    else record(walk, 'written', i, after + 1);
  } else if (isStep(tokens, after) || isStep(tokens, i - 1)) record(walk, 'written', i, i);
  else if (next === tokenKinds.dot) classifyMember(walk, i, after);
  else if (isWhole && bracket?.code === 40) classifyArgument(walk, i, bracket);
  else if (next === tokenKinds.colon && inBlock) classifyTyped(walk, i, after);
  else if (isWhole && inBlock && isDeclaration(walk, i) && next === tokenKinds.open)
    record(walk, 'assigned', i, after, true);
  else if (isWhole && inBlock) walk.bare = i;
}

/** `image: Array = …`. */
function classifyTyped(walk: Walk, i: number, colon: number): void {
  const { tokens } = walk;
  for (let at = colon; at < Math.min(tokens.count, colon + 60); at++) {
    const kind = tokens.kinds[at];
    if (kind === tokenKinds.newline || kind === tokenKinds.comma) return;
    if (kind === tokenKinds.assign) {
      record(walk, 'assigned', i, at + 1, isDeclaration(walk, i));
      return;
    }
  }
}

function isStep(tokens: Tokens, i: number): boolean {
  if (i < 0 || tokens.kinds[i] !== tokenKinds.operator) return false;
  const sign = tokenText(tokens, i);
  return sign === '++' || sign === '--';
}

/** The token behind the brackets of an index, which begin at `from`. */
function behindParts({ tokens, language }: Walk, from: number): number {
  let at = from;
  while (tokens.kinds[at] === tokenKinds.open) {
    const code = tokenCode(tokens, at);
    if (code === 123 || (code === 40 && !language.blankCells)) return at;
    const next = behindBracket(tokens, at);
    if (next === at) return at;
    at = next;
  }
  return at;
}

function behindBracket({ kinds, count }: Tokens, open: number): number {
  let depth = 0;
  for (let at = open; at < Math.min(count, open + 400); at++) {
    if (kinds[at] === tokenKinds.open) depth++;
    else if (kinds[at] === tokenKinds.close && --depth === 0) return at + 1;
  }
  return open;
}

function classifyMember(walk: Walk, i: number, dot: number): void {
  const { tokens } = walk;
  const member = tokenText(tokens, dot + 1);
  const behind = behindParts(walk, dot + 2);
  const isCall = tokens.kinds[dot + 2] === tokenKinds.open && tokenCode(tokens, dot + 2) === 40;
  const changes = tokens.kinds[behind] === tokenKinds.assign || ['at', 'iat', 'loc', 'iloc', 'flat'].includes(member);
  if (changes || (isCall && !pureMethods.has(member))) record(walk, 'written', i, i);
}

function classifyArgument(walk: Walk, i: number, { callee }: OpenBracket): void {
  const { tokens } = walk;
  const before = tokens.kinds[i - 1];
  const next = tokens.kinds[i + 1];
  const isBare = next === tokenKinds.comma || next === tokenKinds.close;
  const isAddress = before === tokenKinds.operator && tokenText(tokens, i - 1) === '&';
  const stands = before === tokenKinds.open || before === tokenKinds.comma || before === tokenKinds.assign || isAddress;
  if (isBare && stands && callee !== '' && !leavesAlone(callee)) {
    record(walk, 'written', i, i, false, changesArgument(callee));
  }
}

function isParameter({ tokens }: Walk, { token }: OpenBracket): boolean {
  const isNamed = tokens.kinds[token - 1] === tokenKinds.name;
  const word = isNamed && token > 1 && tokens.kinds[token - 2] === tokenKinds.name ? tokenText(tokens, token - 2) : '';
  if (word === 'def' || word === 'function' || word === 'func' || word === 'fn' || word === 'fun') return true;
  const behind = behindBracket(tokens, token);
  if (tokens.kinds[behind] === tokenKinds.operator && tokenText(tokens, behind) === '=>') return true;
  return (
    word !== '' &&
    !['return', 'new', 'await', 'else', 'in', 'not', 'and', 'or'].includes(word) &&
    behind > token &&
    tokens.kinds[behind] === tokenKinds.open &&
    tokenCode(tokens, behind) === 123
  );
}

function isDeclaration({ tokens, statement }: Walk, i: number): boolean {
  const before = tokens.kinds[i - 1];
  if (i <= statement) return false;
  if (before === tokenKinds.name) return !['return', 'in', 'and', 'or', 'not', 'is'].includes(tokenText(tokens, i - 1));
  return before === tokenKinds.operator && ['>', '*', '&'].includes(tokenText(tokens, i - 1));
}

/** A name among several on the left: `a, image = …`. */
function assignBare(walk: Walk, i: number): void {
  if (walk.bare < 0 || walk.bare === i - 1) return;
  record(walk, 'assigned', walk.bare, i + 1);
  walk.bare = -1;
}

function record(
  walk: Walk,
  kind: NameEvent['kind'],
  token: number,
  value: number,
  isDeclaration = false,
  isSure = true,
): void {
  // An assignment happens when its statement ends: what its right side does to the name came before.
  // A parameter belongs to the body that is about to open.
  const block = kind === 'parameter' ? walk.blocks.next : walk.blocks.current;
  walk.events.push({ kind, token, end: -1, value, block, isDeclaration, isSure });
}

/** The first token behind the statement that goes on at `from`. */
export function statementEnd(
  { kinds, text, starts, count }: Tokens,
  language: Language,
  from: number,
  open = 0,
): number {
  let depth = open;
  for (let at = from; at < count; at++) {
    const kind = kinds[at];
    if (kind === tokenKinds.open) depth++;
    else if (kind === tokenKinds.close) {
      depth--;
      if (depth < 0) return at;
    } else if (depth <= open && kind === tokenKinds.semicolon) return at;
    else if (depth <= 0 && kind === tokenKinds.newline && language.lineEnds) return at;
    if (text.charCodeAt(starts[at]!) === 125 && depth < open) return at;
  }
  return count;
}
