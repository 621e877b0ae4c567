import { tokenCode } from '../text/tokens';
import { allocated } from './allocations';
import { bracesValue } from './braces';
import { listValue } from './brackets';
import { addArgument, callValue, isTypedList, typedListValue } from './calls';
import { commaListValue, endsCommaList } from './commaLists';
import { report, settle } from './emit';
import { type Frame, type FrameKind, openFrame } from './frame';
import { addItem, takeValue } from './items';
import { discard, type Machine } from './machine';
import { rowsValue } from './matlabRows';
import { besideValue, standsApart } from './operands';
import { partLevelsIn, partsValue } from './parts';
import { endItem } from './separators';
import { partOf } from './slices';
import { endStatement } from './statements';
import { faulty, isMatrix, other, type Value } from './value';

/** More open brackets than this are no program and no print. */
const deepest = 200;
const typeNames = /^(?:Float|Int|UInt|Bool)\d{0,3}$/;

/** Reads an opening bracket: a list, a group, a call's arguments, an index, or a block. */
export function openBracket(machine: Machine): void {
  const { tokens, at, frames } = machine;
  const start = tokens.starts[at]!;
  if (frames.length > deepest) {
    machine.findings.push({
      problem: faulty('too-deep', { start, end: start + 1 }).problem,
      weak: false,
      loose: false,
    });
    machine.at = tokens.count;
    frames.length = 1;
    machine.frames[0] = openFrame('root', { start, base: 0, findings: machine.findings.length }, undefined, false);
    return;
  }
  const frame = frames.at(-1)!;
  const code = tokenCode(tokens, at);
  const kind = code === 91 ? squareKind(machine, frame) : code === 40 ? roundKind(machine, frame) : 'brace';
  const takesCallee =
    kind === 'call' ||
    kind === 'index' ||
    (kind === 'brace' && frame.after && !frame.blanks && frame.operands.at(-1)?.kind !== 'numbers');
  if (!takesCallee) besideValue(machine, frame);
  const callee = takesCallee ? frame.operands.pop() : undefined;
  if (takesCallee) frame.after = false;
  const isDeclaration = kind === 'brace' && callee?.kind === 'name' && frame.words > 0 && !frame.blanks;
  if (isDeclaration && frame.targets.length === 0 && !frame.label) frame.targets = [callee.name];
  const blanks = kind === 'list' && (frame.blanks || machine.language.blankCells || machine.commaInside[at] === 0);
  const base = machine.pool.size;
  machine.at++;
  frames.push(
    openFrame(
      kind,
      { start, base, findings: machine.findings.length },
      callee,
      blanks,
      frame.kind !== 'list',
      kind === 'list' || kind === 'paren' ? partLevelsIn(frame) : 0,
    ),
  );
}

function squareKind(machine: Machine, frame: Frame): FrameKind {
  const owner = frame.after ? frame.operands.at(-1) : undefined;
  const { language } = machine;
  if (!owner || language.neverIndexes) return 'list';
  if (language.callsInSquares && owner.kind === 'name') return 'call';
  if (owner.kind === 'name' && isListType(machine, owner.name)) {
    frame.operands.pop();
    frame.after = frame.operands.length > 0 && frame.operators.length === 0;
    return 'list';
  }
  if (frame.blanks && (standsApart(machine) || owner.kind === 'numbers')) return 'list';
  if (language.isText && frame.kind === 'root' && standsApart(machine)) return headedList(frame, owner);
  return owner.kind === 'other' && owner.isText ? 'list' : 'index';
}

/** `kernel [[1, 0], [0, 1]]` in a text. */
function headedList(frame: Frame, owner: Value): FrameKind {
  if (owner.kind === 'name' && !frame.label && frame.targets.length === 0)
    frame.label = { name: owner.name, by: 'colon' };
  if (owner.kind !== 'numbers') frame.words++;
  return 'list';
}

function isListType({ language }: Machine, name: string): boolean {
  if (name.endsWith('!')) return true;
  if (language.blankCells) return typeNames.test(name);
  return (name === 'Matrix' || name === 'Vector') && language.lists !== 'arrays';
}

function roundKind(machine: Machine, frame: Frame): FrameKind {
  const owner = frame.after ? frame.operands.at(-1) : undefined;
  if (!owner || (frame.blanks && standsApart(machine))) return 'paren';
  if (machine.language.isText && owner.kind === 'numbers' && standsApart(machine)) return 'paren';
  return owner.kind === 'numbers' || owner.kind === 'faulty' ? 'index' : 'call';
}

/** Reads a closing bracket; one that fits no open bracket is told where it stands by a matrix. */
export function closeBracket(machine: Machine): void {
  closeCommaList(machine);
  const { tokens, at, frames } = machine;
  const code = tokenCode(tokens, at);
  const frame = frames.at(-1)!;
  const place = { start: tokens.starts[at]!, end: tokens.ends[at]! };
  if (frame.kind === 'root') {
    strayClose(machine, frame, code);
    machine.at++;
    return;
  }
  const found = String.fromCharCode(code);
  if (closeOf(frame, machine.text) !== code) {
    frame.fault = faulty('unbalanced', place, { found, expected: String.fromCharCode(closeOf(frame, machine.text)) });
    const outer = frames.at(-2)!;
    if (outer.kind !== 'root' && closeOf(outer, machine.text) === code) {
      closeTop(machine, place.start);
      return;
    }
  }
  machine.at++;
  closeTop(machine, place.end);
}

/** Ends a list behind `<<` at what ends it. */
export function closeCommaList(machine: Machine): void {
  if (endsCommaList(machine)) closeTop(machine, machine.tokens.ends[machine.at - 1]!);
}

/** The bracket that closes a frame; `f[x]` and `x(1)` close as they were opened. */
function closeOf({ kind, start }: Frame, text: string): number {
  if (kind === 'call' || kind === 'index') return text[start] === '[' ? 93 : 41;
  return kind === 'list' ? 93 : kind === 'brace' ? 125 : 41;
}

function strayClose(machine: Machine, frame: Frame, code: number): void {
  const { tokens, at, findings } = machine;
  const value = takeValue(machine, frame);
  const hasMatrix = isMatrix(value) || findings.length > frame.findingsBefore;
  if (value) discard(machine, value);
  while (findings.at(-1)?.loose) findings.pop();
  const place = { start: tokens.starts[at]!, end: tokens.ends[at]! };
  const { problem } = faulty('unbalanced', place, { found: String.fromCharCode(code) });
  report(machine, problem, code !== 93 && !hasMatrix);
}

/** Closes the innermost bracket and hands its value to the one around it. */
function closeTop(machine: Machine, end: number): void {
  const frame = machine.frames.at(-1)!;
  const isOpenIndex = frame.kind === 'index' && (frame.spanParts.length > 0 || frame.commas > 0);
  if (frame.after || frame.operators.length > 0 || isOpenIndex) {
    if (frame.kind === 'list' && frame.arguments.length > 0) {
      const value = takeValue(machine, frame);
      if (value) frame.arguments.push({ keyword: undefined, value });
    } else endItem(machine, frame);
  }
  machine.frames.pop();
  const parent = machine.frames.at(-1)!;
  const value = bracketValue(machine, frame, end);
  if (frame.isBlock) parent.findingsBefore = machine.findings.length;
  if (value) parent.operands.push(value);
  parent.after = parent.operands.length > 0 && (value !== undefined || parent.after);
}

function bracketValue(machine: Machine, frame: Frame, end: number): Value | undefined {
  if (frame.partLevels > 0) return partsValue(machine, frame, end);
  if (frame.commaList)
    return commaListValue(machine, frame, frame.count > 0 ? listValue(machine, frame, end) : undefined);
  switch (frame.kind) {
    case 'list':
      return machine.language.blankCells || isInRows(machine, frame)
        ? rowsValue(machine, frame, end)
        : listValue(machine, frame, end);
    case 'brace':
      return bracesValue(machine, frame, end);
    case 'call':
      return isTypedList(frame) ? typedListValue(machine, frame, end) : callValue(machine, frame, end);
    case 'index':
      return indexValue(machine, frame, end);
    default:
      return groupValue(machine, frame, end);
  }
}

/** In a text semicolons divide rows; Rust's repeat what stands before them. */
function isInRows({ language }: Machine, frame: Frame): boolean {
  return frame.semicolons > 0 && !language.lineComments.includes('//');
}

/** `(a)` is `a`; `(a, b)` is a tuple, and of one with words in it the matrices stand alone. */
function groupValue(machine: Machine, frame: Frame, end: number): Value | undefined {
  const [only] = frame.arguments;
  const place = { start: frame.start, end };
  if (frame.commas === 0 && frame.arguments.length === 1 && only && !frame.isRecord && !frame.fault) {
    return only.value.kind === 'numbers' || only.value.kind === 'faulty' ? only.value : { ...only.value, ...place };
  }
  const areArrays = frame.arguments.length > 1 && frame.arguments.every(({ value }) => isSeparate(value));
  const isMixed = frame.fault?.weak && frame.others > 0;
  if (isMixed || areArrays)
    for (const { value } of frame.arguments) settle(machine, value, { name: undefined, weak: false, loose: false });
  if (isMixed || areArrays || frame.count === 0) {
    machine.pool.size = frame.base;
    return other(place);
  }
  return listValue(machine, frame, end);
}

/** Arrays in a tuple are several matrices, lists in a tuple are rows. */
function isSeparate(value: Value): boolean {
  return isMatrix(value) && value.shape.length > 1 && value.holder !== 'list' && value.holder !== 'tuple';
}

/** An element or slice of something; of a matrix that is written right here, which one is not asked. */
function indexValue(machine: Machine, frame: Frame, end: number): Value {
  const callee = frame.callee!;
  const place = { start: callee.start, end };
  if (callee.kind === 'faulty') return callee;
  const { items } = frame;
  const zeros = callee.kind === 'name' ? allocated(machine, callee, items, place) : undefined;
  if (zeros) return zeros;
  if (callee.kind === 'name') return { ...other(place, callee.name), sides: [frame.side], indices: [items] };
  if (callee.kind === 'other') {
    const indices = callee.indices && callee.indices.length < 4 ? [...callee.indices, items] : undefined;
    const sides = [...(callee.sides ?? []).slice(0, 8), frame.side];
    return { ...other(place, callee.partOf), sides, ...(indices ? { indices } : {}) };
  }
  const isEmpty = frame.count === 0 && frame.start + 1 === end - 1;
  if (isEmpty && callee.kind === 'numbers') return callee;
  const part = isMatrix(callee) ? partOf(machine, callee, items, place) : undefined;
  if (part) return part;
  discard(machine, callee);
  const isWritten = isMatrix(callee) && (callee.shape[0] > 1 || callee.shape.length > 1);
  return isWritten ? faulty('ambiguous', place) : other(place);
}

/** Ends what was open when the text ended. */
export function closeUnfinished(machine: Machine): void {
  let told = false;
  while (machine.frames.length > 1) {
    const frame = machine.frames.pop()!;
    const holds = !frame.isBlock && !frame.isRecord && holdsNumbers(frame);
    if (holds && !told) {
      const place = { start: frame.start, end: frame.start + 1 };
      const { problem } = faulty('unbalanced', place, { found: machine.text[frame.start] ?? '' });
      report(machine, problem, false);
      told = true;
    } else if (frame.label && frame.after && !told) addItem(machine, frame, machine.at);
    machine.pool.size = Math.min(machine.pool.size, frame.base);
  }
  const root = machine.frames[0]!;
  if (told) {
    root.operands.length = 0;
    root.operators.length = 0;
    root.after = false;
  } else endStatement(machine, root);
}

/** Whether the open bracket is the beginning of a matrix, or of a call around one. */
function holdsNumbers(frame: Frame): boolean {
  const hasPending = frame.operands.some(isMatrix);
  if (hasPending && !(frame.label && frame.kind === 'brace')) return true;
  if (frame.kind === 'call') {
    addArgument(frame, undefined);
    return frame.arguments.some(({ value }) => isMatrix(value) || value.kind === 'faulty');
  }
  if (frame.kind === 'list') return true;
  if (frame.kind !== 'brace') return false;
  return frame.itemShape !== undefined || beginsRow(frame) || (frame.fault !== undefined && !frame.fault.weak);
}

/** `{1.5` behind nothing that a block stands behind, such as a name or a closing bracket. */
function beginsRow({ operands, operators, callee, label, words }: Frame): boolean {
  const isNumber = operands.length === 1 && operands[0]!.kind === 'numbers';
  const isSign = operands.length === 0 && operators.length > 0;
  return (isNumber || isSign) && callee === undefined && label === undefined && words === 0;
}
