import type { LiteralProblem } from '../literal';
import { quoted } from '../problem';
import { asDeclared } from './declaration';
import { completeElements, linkElements } from './elementWrites';
import { settle } from './emit';
import type { Frame } from './frame';
import { discard, type Machine } from './machine';
import { reduce } from './operators';
import { type FaultyValue, faulty, isMatrix, isScalar, type Numbers, other, type Value } from './value';

/** The value of the expression that was read in a frame, which is then ready for the next one; undefined for nothing. */
export function takeValue(machine: Machine, frame: Frame): Value | undefined {
  const dangling = !frame.after ? frame.operators.at(-1) : undefined;
  if (dangling && dangling.sign !== '>') {
    for (const value of frame.operands.reverse()) discard(machine, value);
    frame.operands = [faulty('unbalanced', dangling, { found: dangling.sign }, true)];
  } else reduce(machine, frame, 0);
  const value = frame.operands.pop();
  frame.operands.length = 0;
  frame.operators.length = 0;
  frame.after = false;
  return value?.kind === 'member' ? memberAlone(machine, value.of, value) : value;
}

function memberAlone(machine: Machine, of: Numbers, place: { start: number; end: number }): Value {
  discard(machine, of);
  return isMatrix(of) ? faulty('unsupported', { start: of.start, end: place.end }) : other(place);
}

/** Adds the finished item of a list, tuple or initialiser to what its frame amounts to. */
export function addItem(machine: Machine, frame: Frame, separator: number): void {
  const value = takeValue(machine, frame);
  if (frame.label) {
    frame.isRecord = true;
    const declared = value && asDeclared(machine, value, frame.declaration);
    const before = machine.findings.length;
    if (value) completeElements(machine, frame, value);
    if (declared) settle(machine, declared, { name: frame.label.name, weak: false, loose: false });
    linkElements(machine, frame, before);
    frame.label = undefined;
    frame.declaration = undefined;
    return;
  }
  if (!value) {
    if (frame.fault || frame.isBlock) return;
    const end = machine.tokens.ends[separator]!;
    frame.fault = faulty('not-numeric', { start: machine.tokens.starts[separator]!, end }, cellOf(frame, ''), true);
    return;
  }
  if (frame.fault) {
    frame.count++;
    if (frame.kind === 'paren') frame.arguments.push({ keyword: undefined, value });
    else discard(machine, value);
  } else addValue(machine, frame, value);
}

function addValue(machine: Machine, frame: Frame, value: Value): void {
  if (frame.partLevels > 0) {
    frame.count++;
    if (value.kind === 'numbers' || value.kind === 'parts') frame.arguments.push({ keyword: undefined, value });
    else frame.fault = value.kind === 'faulty' ? value : notNumeric(machine, frame, value);
    return;
  }
  if (frame.kind === 'paren') frame.arguments.push({ keyword: undefined, value });
  if (value.kind === 'numbers') {
    addNumbers(machine, frame, value);
    return;
  }
  frame.others++;
  frame.fault = value.kind === 'faulty' ? inRow(value, frame.count) : notNumeric(machine, frame, value);
  frame.count++;
}

function addNumbers(machine: Machine, frame: Frame, value: Numbers): void {
  const expected = frame.itemShape;
  if (expected === undefined) frame.itemShape = value.shape;
  else if (!sameSides(expected, value.shape)) frame.fault ??= ragged(machine, frame, value, expected);
  frame.whole &&= value.whole;
  frame.computed ||= value.computed;
  frame.count++;
  countInRow(frame, value);
  if (frame.kind === 'list' && machine.language.blankCells && isMatrix(value)) addBlock(frame, value);
}

/** Keeps a cell that is a matrix; the rows that ended before it had none. */
function addBlock(frame: Frame, value: Numbers): void {
  if (frame.blocks.length === 0 && frame.rows > 0) {
    const size = (value.from - frame.base) / frame.rows;
    frame.rowTops = Array.from({ length: frame.rows }, (_, row) => frame.base + (row + 1) * size);
  }
  if (frame.blocks.length < mostBlocks) frame.blocks = [...frame.blocks, value];
  else frame.fault ??= faulty('unsupported', value, { found: '[' });
}

/** More matrices are not joined in one bracket. */
const mostBlocks = 200;

/** Keeps count of the numbers of a row, for brackets whose rows end with semicolons. */
function countInRow(frame: Frame, value: Numbers): void {
  if (isScalar(value)) frame.rowCount++;
  else if (value.shape.length === 2 && value.shape[0] === 1) frame.rowCount += value.shape[1]!;
  else frame.rowCount = Number.NaN;
}

function sameSides(one: readonly number[], two: readonly number[]): boolean {
  if (one.length !== two.length) return false;
  for (let axis = 0; axis < one.length; axis++) if (one[axis] !== two[axis]) return false;
  return true;
}

function ragged(machine: Machine, frame: Frame, value: Numbers, expected: readonly number[]): FaultyValue | undefined {
  // Rows of brackets with blanks are joined, not nested.
  if (frame.blanks && machine.language.blankCells) return undefined;
  return faulty('ragged', value, { row: frame.count, found: value.shape[0] ?? 1, expected: expected[0] ?? 1 });
}

function notNumeric(machine: Machine, frame: Frame, value: Value): FaultyValue {
  const found = quoted(machine.text, value.start, value.end);
  const isNested = frame.itemShape !== undefined;
  return faulty('not-numeric', value, cellOf(frame, found), !isNested);
}

function cellOf(frame: Frame, found: string): LiteralProblem['details'] {
  return frame.rows > 0 ? { row: frame.rows, column: frame.rowCount, found } : { column: frame.count, found };
}

/** The problem of a row as its matrix tells it. */
function inRow(value: FaultyValue, row: number): FaultyValue {
  const { problem } = value;
  const isPlaced = problem.details.row !== undefined || problem.details.column === undefined;
  const details = isPlaced ? problem.details : { ...problem.details, row };
  return { ...value, problem: { ...problem, details }, weak: value.weak && problem.problem === 'empty' };
}

/** Ends a row of cells; rows must have one length. */
export function endRow(frame: Frame, top: number, at: { readonly start: number; readonly end: number }): void {
  const { rowCount, rowWidth } = frame;
  if (rowCount === 0) return;
  if (Number.isNaN(rowCount) || Number.isNaN(rowWidth)) frame.rowWidth = Number.NaN;
  else if (frame.rows > 0 && rowCount !== rowWidth) {
    if (frame.blocks.length === 0)
      frame.fault ??= faulty('ragged', at, { row: frame.rows, found: rowCount, expected: rowWidth });
    else frame.rowWidth = Number.NaN;
  } else frame.rowWidth = rowCount;
  if (frame.blocks.length > 0) frame.rowTops = [...frame.rowTops, top];
  frame.rows++;
  frame.rowCount = 0;
}
