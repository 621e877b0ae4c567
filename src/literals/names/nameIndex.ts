import { tokenCode, tokenKinds, tokenText } from '../text/tokens';
import type { NameEvent } from './nameEvent';
import {
  endStatement,
  goesOn,
  isDirectiveEdge,
  type NameRecords,
  newRecords,
  newWalk,
  type OpenBracket,
  type Walk,
} from './nameWalk';
import { bodyBehind } from './parameters';
import { positionOf } from './position';
import { isSign, isWord, type Program } from './program';
import { leavesAlone, pureMethods } from './pureCalls';
import { changesByGroup, groupOf, groupSizes } from './sharing';
import { recordTargets } from './targets';
import { visitName } from './visitName';

/** What happens to names in the cells of a notebook or in a file. */
export interface NameIndex extends Pick<NameRecords, 'names' | 'bound' | 'calls' | 'wild' | 'sharing' | 'rows'> {
  readonly programs: readonly (Program | undefined)[];
  /** Groups that a function changes by a name of its surroundings, whenever it is called, and where. */
  readonly captured: ReadonlyMap<number, readonly NameEvent[]>;
  /** How many values are in a group. */
  readonly sizes: ReadonlyMap<number, number>;
  /** Where values of a group are changed. */
  readonly changes: ReadonlyMap<number, readonly number[]>;
  /** The same, with values that only share their rows. */
  readonly rowChanges: ReadonlyMap<number, readonly number[]>;
}

/** Indexes programs in one pass over each. */
export function nameIndex(programs: readonly (Program | undefined)[]): NameIndex {
  const records = newRecords();
  for (const program of programs) {
    if (!program) continue;
    const walk = newWalk(program, records);
    noteMagic(walk);
    for (let i = 0; i < program.tokens.count; i++) visit(walk, i);
    endStatement(walk, program.tokens.count);
  }
  const { names, bound, calls, wild, sharing, rows } = records;
  const changes = changesByGroup(sharing);
  const indexed = { programs, names, bound, calls, wild, sharing, rows };
  const captured = capturedChanges(records);
  return { ...indexed, changes, rowChanges: changesByGroup(rows), sizes: groupSizes(sharing), captured };
}

/** So many functions that change something are told apart. */
const mostCaptured = 50;

/** A function that changes what a name of its surroundings holds may do so with all that it ever holds. */
function capturedChanges({ names, sharing }: NameRecords): ReadonlyMap<number, readonly NameEvent[]> {
  const captured = new Map<number, NameEvent[]>();
  for (const owners of names.values()) {
    for (const events of owners.values()) {
      const changes = events.filter(({ isCaptured, kind }) => isCaptured && kind === 'changed').slice(0, mostCaptured);
      if (changes.length === 0) continue;
      for (const group of new Set(events.map(({ value }) => groupOf(sharing, value)))) {
        const known = captured.get(group) ?? [];
        captured.set(group, known);
        if (known.length < mostCaptured) known.push(...changes);
      }
    }
  }
  return captured;
}

/** Cell magics that run their cell as it stands. */
const plainMagics = ['time', 'timeit', 'capture', 'prun', 'memit', 'mprun'];

/** A cell that another program runs may hand names back. */
function noteMagic({ program, records }: Walk): void {
  const { tokens, cell } = program;
  if (isSign(tokens, 0, '%%') && !isWord(tokens, 1, ...plainMagics)) records.wild.push(positionOf(cell, 0));
}

function visit(walk: Walk, i: number): void {
  const { program, brackets } = walk;
  const { tokens } = program;
  const kind = tokens.kinds[i];
  if (isDirectiveEdge(walk, i)) endStatement(walk, i);
  if (kind === tokenKinds.name) visitName(walk, i);
  else if (kind === tokenKinds.open) openBracket(walk, i);
  else if (kind === tokenKinds.close) closeBracket(walk, i);
  else if (kind === tokenKinds.assign) {
    if (walk.groups === 0 || isGrouped(walk)) recordTargets(walk, i);
    if (walk.groups === 0) walk.left = i + 1;
    walk.isForTarget = false;
  } else if (kind === tokenKinds.colon) {
    walk.isLambda = false;
    if (program.scopes.blocks === 'braces' && brackets.at(-1)?.callee === 'for') walk.isForTarget = false;
  } else if (endsStatement(walk, i)) endStatement(walk, i + 1);
  else if (kind === tokenKinds.operator && tokenText(tokens, i) === '*' && isImport(walk)) {
    walk.records.wild.push(positionOf(program.cell, i));
  }
}

/** JavaScript's `({ image } = …)`. */
function isGrouped({ program, brackets }: Walk): boolean {
  const around = brackets.at(-1);
  return program.scopes.joinsBrackets && around?.code === 40 && around.callee === '';
}

/** `from library import *` may bring any name. */
function isImport({ program: { tokens, scopes }, statement }: Walk): boolean {
  return scopes.blocks === 'indents' && isWord(tokens, statement, 'from');
}

function endsStatement(walk: Walk, i: number): boolean {
  const { program, groups } = walk;
  const { tokens, language, scopes } = program;
  if (groups > 0) return false;
  const kind = tokens.kinds[i];
  if (kind === tokenKinds.semicolon) return true;
  if (kind === tokenKinds.newline) return language.lineEnds && !goesOn(walk, i);
  return kind === tokenKinds.comma && scopes.hasClosedFunctions;
}

function openBracket(walk: Walk, i: number): void {
  const { program, brackets, groups, statement, left } = walk;
  const { tokens, blocks } = program;
  const code = tokenCode(tokens, i);
  const isBody = blocks.bodies[i] === 1;
  const body = code === 40 ? bodyBehind(program, i, statement) : -1;
  const callee = isBody ? '' : calleeOf(walk, i, code);
  const parameters = isBody ? undefined : body >= 0 ? { token: i, body } : brackets.at(-1)?.parameters;
  brackets.push({ token: i, code, isBody, callee, body, parameters, groups, statement, left });
  if (code === 40 && callee !== '' && mayDraw(walk, i, callee)) {
    walk.records.calls.push({ at: positionOf(program.cell, i), callee, statement });
  }
  if (!isBody) walk.groups++;
  else {
    endStatement(walk, i + 1);
    walk.groups = 0;
  }
}

/** Whether a call may draw random numbers; a bracket that only groups arguments of one is part of it. */
function mayDraw({ program }: Walk, open: number, callee: string): boolean {
  const { tokens, languageId, scopes } = program;
  if (languageId !== 'python' || isWord(tokens, open - 2, 'def', 'class')) return false;
  const before = tokens.kinds[open - 1];
  if (before !== tokenKinds.name && before !== tokenKinds.close) return false;
  const dot = callee.lastIndexOf('.');
  if (callee.startsWith('torch.') || callee.startsWith('nn.') || callee.startsWith('F.')) return true;
  return !leavesAlone(callee, scopes) && !(dot > 0 && pureMethods.has(callee.slice(dot + 1)));
}

function closeBracket(walk: Walk, i: number): void {
  const closed = walk.brackets.pop();
  if (!closed) return;
  walk.groups = closed.groups;
  if (!closed.isBody) {
    if (closed.callee === 'for' || closed.callee === 'foreach') walk.isForTarget = false;
    return;
  }
  endStatement(walk, i + 1);
  // A function among the arguments of a call leaves the call's statement where it was.
  if (closed.groups > 0) {
    walk.statement = closed.statement;
    walk.left = closed.left;
  }
}

const longestPath = 20;

/** The function that is handed what stands in a bracket, through the lists and groups around it. */
function calleeOf({ program: { tokens }, brackets }: Walk, open: number, code: number): string {
  const before = open > 0 ? tokens.kinds[open - 1] : tokenKinds.newline;
  const outer = (): OpenBracket['callee'] => brackets.at(-1)?.callee ?? '';
  if (code === 123) return outer();
  if (before === tokenKinds.close) return code === 40 ? '?' : '';
  if (before !== tokenKinds.name) return outer();
  if (code === 91) return isWord(tokens, open - 1, 'return', 'in', 'and', 'or', 'not', 'else', 'new') ? outer() : '';
  let first = open - 1;
  while (first > 1 && open - first < longestPath && isJoined(tokens, first)) first -= 2;
  if (tokens.kinds[first - 1] === tokenKinds.dot) return `?.${tokenText(tokens, open - 1)}`;
  const words: string[] = [];
  for (let at = first; at < open; at += 2) words.push(tokenText(tokens, at));
  return words.join('.');
}

function isJoined(tokens: Program['tokens'], name: number): boolean {
  const isDot = tokens.kinds[name - 1] === tokenKinds.dot || isSign(tokens, name - 1, '::', '->', '?.');
  return isDot && tokens.kinds[name - 2] === tokenKinds.name;
}
