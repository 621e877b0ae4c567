import { quoted } from '../problem';
import { tokenKinds, tokenText } from '../text/tokens';
import { addArgument } from './calls';
import type { Declaration } from './declaration';
import type { Frame, Label } from './frame';
import { indexItem, mostItems, spanPart } from './indexItems';
import { addItem, endRow, takeValue } from './items';
import { discard, type Machine } from './machine';
import { operand } from './operands';
import { pendingOperator, reduce } from './operators';
import { endStatement, endValue } from './statements';
import { faulty, isMatrix, isScalar, other, type Value } from './value';

/** Reads a comma: the end of an item, an argument or a value. */
export function readComma(machine: Machine): void {
  const frame = machine.frames.at(-1)!;
  frame.commas++;
  endItem(machine, frame);
  machine.at++;
}

/** Ends what was read in a frame since its last separator. */
export function endItem(machine: Machine, frame: Frame): void {
  switch (frame.kind) {
    case 'root':
      endValue(machine, frame, false);
      return;
    case 'call':
      addArgument(frame, takeValue(machine, frame));
      return;
    case 'index': {
      const value = takeValue(machine, frame);
      if (frame.items.length < mostItems) frame.items = [...frame.items, indexItem(machine, frame, value)];
      frame.spanParts = [];
      frame.side = isScalar(value) ? machine.pool.values[value.from] : undefined;
      if (value) discard(machine, value);
      frame.count++;
      return;
    }
    default:
      addItem(machine, frame, machine.at);
  }
}

/** Reads a semicolon: the end of a row of cells, of a statement, or of what Rust repeats. */
export function readSemicolon(machine: Machine): void {
  const frame = machine.frames.at(-1)!;
  const { language, tokens, at } = machine;
  const place = { start: tokens.starts[at]!, end: tokens.ends[at]! };
  const isProgram = language.lineComments.includes('//') && !language.blankCells;
  if (frame.kind === 'root') endStatement(machine, frame);
  else if (frame.kind === 'list' && isProgram) repeat(machine, frame);
  else if (frame.kind === 'brace' && isProgram) endBlockStatement(machine, frame);
  else if (frame.kind === 'list' || frame.kind === 'brace') {
    frame.semicolons++;
    if (frame.after || frame.operators.length > 0) addItem(machine, frame, at);
    if (language.lists === 'sequences') frame.fault ??= faulty('not-numeric', place, { found: ';' });
    if (joinsAcross(machine)) frame.fault ??= faulty('unsupported', place, { found: ';;' });
    endRow(frame, machine.pool.size, place);
  } else endItem(machine, frame);
  machine.at++;
}

/** In Julia two semicolons join along the second axis, three along the third; at the end they only name the axes. */
function joinsAcross({ language, tokens, at }: Machine): boolean {
  const isDouble = language.blankCells && language.quotes === '"' && tokens.kinds[at - 1] === tokenKinds.semicolon;
  return isDouble && tokens.kinds[at + 1] !== tokenKinds.close;
}

function repeat(machine: Machine, frame: Frame): void {
  frame.semicolons++;
  const value = takeValue(machine, frame);
  if (value?.kind === 'faulty') frame.fault ??= value;
  if (value) frame.arguments.push({ keyword: undefined, value });
  frame.count++;
}

function endBlockStatement(machine: Machine, frame: Frame): void {
  frame.isBlock = true;
  frame.fault = undefined;
  machine.pool.size = Math.max(frame.base, machine.pool.size);
  if (frame.after || frame.operators.length > 0) addItem(machine, frame, machine.at);
  frame.label = undefined;
  frame.firstWrite = -1;
  frame.isConditional = false;
  frame.words = 0;
  frame.typeWords = [];
  frame.count = 0;
  frame.itemShape = undefined;
  frame.fault = undefined;
}

/** Reads a line end, which ends a statement, a row of cells, or nothing. */
export function readNewline(machine: Machine): void {
  const frame = machine.frames.at(-1)!;
  const { language, tokens, at } = machine;
  machine.at++;
  if (frame.kind === 'root') {
    const isBegun = frame.after || frame.operators.length > 0 || frame.label || frame.targets.length > 0;
    // What a statement has found already is not taken back by the next line's `=`.
    if (!isBegun && machine.findings.length === frame.findingsBefore) return;
    if (language.lineEnds && endsHere(machine, frame)) {
      machine.at = at;
      endStatement(machine, frame);
      machine.at = at + 1;
    }
    return;
  }
  frame.lineBreaks++;
  if (frame.kind === 'list' && language.blankCells) {
    // Julia's commas make one vector, on as many lines as it takes.
    if (language.dottedArithmetic && frame.commas > 0 && !frame.after) return;
    if (frame.after) addItem(machine, frame, at);
    if (frame.rowCount > 0) endRow(frame, machine.pool.size, { start: tokens.starts[at]!, end: tokens.ends[at]! });
    return;
  }
  const isStatement = frame.kind === 'brace' && language.lineEnds && frame.after && frame.label?.by === 'assign';
  if (isStatement && !goesOn(machine)) endBlockStatement(machine, frame);
}

function endsHere(machine: Machine, frame: Frame): boolean {
  if (frame.after) return !goesOn(machine);
  if (frame.operators.length > 0) return false;
  const waits = frame.targets.length > 0 && frame.targetIndex === 0;
  const isLabel = frame.label !== undefined && machine.language.lists !== 'sequences';
  return !waits && !isLabel;
}

/** In some languages a line that begins with an operator or a dot goes on with the one before. */
function goesOn({ tokens, at, language }: Machine): boolean {
  if (!language.lineComments.includes('//') || language.blankCells) return false;
  const next = tokens.kinds[at];
  return next === tokenKinds.dot || next === tokenKinds.operator;
}

/** Reads a colon: after a label or key, in a range, in a slice, or before a type. */
export function readColon(machine: Machine): void {
  const frame = machine.frames.at(-1)!;
  const { tokens, at, language } = machine;
  const place = { start: tokens.starts[at]!, end: tokens.ends[at]! };
  const isRange = language.blankCells || language.arrow || frame.operators.some(({ sign }) => sign === '?');
  machine.at++;
  if (isRange) {
    if (frame.after) {
      // What stands between two colons is a step.
      reduce(machine, frame, 5);
      frame.operators.push(pendingOperator(':', false, place.start, place.end));
      frame.after = false;
    } else operand(frame, other(place));
    return;
  }
  const value = takeValue(machine, frame);
  if (frame.kind === 'index') {
    addSpanPart(machine, frame, value);
  } else if (frame.kind === 'list' && (!value || value.kind === 'numbers')) {
    if (value) discard(machine, value);
    operand(frame, other({ start: value?.start ?? place.start, end: place.end }));
  } else {
    frame.label = { name: labelName(machine, frame, value, place.start), by: 'colon' };
    if (value) discard(machine, value);
  }
}

/** Adds what stands before a colon of a slice. */
export function addSpanPart(machine: Machine, frame: Frame, value: Value | undefined): void {
  if (frame.spanParts.length < mostItems) frame.spanParts = [...frame.spanParts, spanPart(machine, value)];
  if (value) discard(machine, value);
}

function labelName(machine: Machine, frame: Frame, value: Value | undefined, end: number): string | undefined {
  if (!value || isMatrix(value)) return undefined;
  if (machine.language.isText && frame.kind === 'root') {
    const tail = machine.text.slice(Math.max(frame.itemStart, end - 60), end);
    const line = tail.slice(tail.lastIndexOf('\n') + 1).trim();
    return line === '' ? undefined : line;
  }
  if (value.kind === 'name') return frame.declared ?? value.name;
  if (value.kind === 'other' && value.isText) return quoted(machine.text, value.start + 1, value.end - 1);
  return undefined;
}

/** Reads `=`, `:=`, `<-` or `+=`: what stands on its left is no value. */
export function readAssign(machine: Machine): void {
  const { tokens, at } = machine;
  const frame = machine.frames.at(-1)!;
  const sign = tokenText(tokens, at);
  const isPlain = sign === '=' || sign === ':=' || sign === '<-' || sign === '<<-';
  const value = takeValue(machine, frame);
  machine.at++;
  if (value) discard(machine, value);
  const label: Label = frame.label ?? { name: targetName(frame, value), by: 'assign' };
  if (frame.kind === 'root') {
    assignStatement(machine, frame, value, label.name, isPlain);
    return;
  }
  noteWrite(machine, frame, value, isPlain);
  frame.label = { name: label.name, by: 'assign' };
  frame.declaration = declarationOf(frame, value);
}

function targetName(frame: Frame, value: Value | undefined): string | undefined {
  if (frame.declared !== undefined) return frame.declared;
  if (value?.kind === 'name') return value.name;
  return value?.kind === 'other' ? value.partOf : undefined;
}

function assignStatement(
  machine: Machine,
  frame: Frame,
  value: Value | undefined,
  name: string | undefined,
  isPlain: boolean,
): void {
  noteWrite(machine, frame, value, isPlain);
  frame.declaration = declarationOf(frame, value);
  machine.findings.length = frame.findingsBefore;
  const isChain = frame.targets.length > 0 && frame.commasSinceAssign === 0;
  if (!isChain) frame.targets = name === undefined ? frame.pendingNames : [...frame.pendingNames.slice(0, 200), name];
  if (!isPlain) frame.targets = [];
  frame.pendingNames = [];
  frame.targetIndex = 0;
  frame.commasSinceAssign = 0;
  frame.label = undefined;
  frame.declared = undefined;
}

/** `k[0, 0] = 9` and `k /= 16` change what `k` holds; `float k[3][3] = …` declares it. */
function noteWrite(machine: Machine, frame: Frame, value: Value | undefined, isPlain: boolean): void {
  const name = value?.kind === 'name' ? value.name : value?.kind === 'other' ? value.partOf : undefined;
  if (!value || name === undefined) return;
  const isPart = value.kind === 'other' && (frame.words === 0 || frame.typeWords.length === 0);
  if (isPlain && !isPart) return;
  const { indices } = value.kind === 'other' ? value : {};
  const isPlainPart = isPlain && isPart && !frame.isConditional && frame.label?.by !== 'colon';
  const element = isPlainPart && indices ? { indices, token: machine.at - 1 } : undefined;
  if (frame.firstWrite < 0) frame.firstWrite = machine.writes.length;
  machine.writes.push({ name, start: value.start, end: value.end, ...(element ? { element } : {}) });
}

function declarationOf(frame: Frame, value: Value | undefined): Declaration | undefined {
  if (frame.words === 0 || frame.declared !== undefined) return undefined;
  return { sides: (value?.kind === 'other' && value.sides) || [], types: frame.typeWords };
}
