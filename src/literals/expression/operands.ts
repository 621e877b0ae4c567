import { quoted } from '../problem';
import { namedNumber } from '../text/namedNumbers';
import { hasBlankBefore, tokenKinds, tokenText } from '../text/tokens';
import { readFilledName, readMatrixType } from './commaLists';
import { conditionalWords } from './elementWrites';
import { settle } from './emit';
import type { Frame } from './frame';
import { addItem, takeValue } from './items';
import { discard, type Machine } from './machine';
import { memberOf } from './members';
import { pendingOperator, reduce } from './operators';
import { loopedItem, passLoop } from './repeats';
import { readNamed } from './surroundings';
import { faulty, isMatrix, type NameValue, type Numbers, other, type Value } from './value';

const scalarShape: readonly number[] = [];

/** Words that carry no value: what follows them is an expression of its own. */
const silentWords = new Set(
  'return new await yield const let var val static final constexpr auto public private protected readonly export mut def in throw do not lambda local pub'.split(
    ' ',
  ),
);
/** Words between two values. */
const joiningWords = new Set('if else for and or is mod div instanceof where'.split(' '));

/** Adds a value to the expression that is read; one that stands right behind another begins a new one. */
export function operand(frame: Frame, value: Value): void {
  frame.operands.push(value);
  frame.after = true;
}

/** Makes room for a value behind another: the next cell, the next word, or a fault in a list with commas. */
export function besideValue(machine: Machine, frame: Frame): void {
  if (!frame.after || repeatsInLoop(machine, frame)) return;
  if (frame.blanks) {
    frame.splits++;
    addItem(machine, frame, machine.at);
    return;
  }
  if (isFactor(machine, frame)) {
    multiplyUnsaid(machine, frame);
    return;
  }
  frame.words++;
  const value = takeValue(machine, frame);
  if (!value) return;
  if (isCast(machine, frame, value)) frame.fault ??= faulty('unsupported', value, { found: '(' });
  if (value.kind === 'name' && frame.typeWords.length < 8) frame.typeWords = [...frame.typeWords, value.name];
  if (frame.kind === 'list' && (value.kind !== 'other' || startsWithSign(machine, value))) {
    const place = { start: value.start, end: machine.tokens.ends[machine.at]! };
    const isLoop = tokenText(machine.tokens, machine.at) === 'for';
    const found = quoted(machine.text, place.start, place.end);
    frame.fault ??= faulty(isLoop ? 'unsupported' : 'not-numeric', place, { column: frame.count, found });
    discard(machine, value);
  } else if (isMatrix(value) && value.shape[0]! > 1) {
    settleBeside(machine, frame, value);
  } else if (value.kind === 'faulty' && !value.weak) settleBeside(machine, frame, value);
  else discard(machine, value);
}

/** Whether a value is a sign of no meaning, such as the `\u00b1` of `[\u00b11, 2]`, which must not be passed over. */
function startsWithSign({ text }: Machine, value: Value): boolean {
  const code = text.charCodeAt(value.start);
  return value.end - value.start === 1 && code !== 34 && code !== 39;
}

/** Python's `[[0, 0] for i in range(2)]`, read at its `for`. */
function repeatsInLoop(machine: Machine, frame: Frame): boolean {
  const { tokens, at } = machine;
  const isFirst = frame.kind === 'list' && frame.count === 0 && tokens.kinds[at] === tokenKinds.name;
  if (!isFirst || tokenText(tokens, at) !== 'for') return false;
  const item = takeValue(machine, frame);
  if (!item) return false;
  const looped = item.kind === 'numbers' ? loopedItem(machine, item) : undefined;
  operand(frame, looped ?? item);
  frame.isLooped = looped !== undefined;
  return frame.isLooped;
}

/** `1/9 [[1, 1], [1, 1]]`: a number right before a bracket, which may be a factor. */
function isFactor({ tokens, at, language }: Machine, frame: Frame): boolean {
  const isBare = frame.kind === 'root' && frame.words === 0 && language.lists === 'arrays';
  return (
    isBare &&
    tokens.kinds[at] === tokenKinds.open &&
    frame.operands.at(-1)?.kind === 'numbers' &&
    !isMatrix(frame.operands.at(-1))
  );
}

function multiplyUnsaid({ tokens, at }: Machine, frame: Frame): void {
  frame.operators.push({
    sign: '\u2062',
    precedence: 3,
    unary: false,
    start: tokens.starts[at]!,
    end: tokens.starts[at]!,
  });
  frame.after = false;
}

/** `(byte) 200` in a list: what the cast makes of the number is not followed. */
function isCast({ text }: Machine, frame: Frame, value: Value): boolean {
  return (frame.kind === 'list' || frame.kind === 'brace') && value.kind !== 'numbers' && text[value.start] === '(';
}

/** A matrix with something behind it that does not compute with it: `[[1, 2]] as const`. */
function settleBeside(machine: Machine, frame: Frame, value: Value): void {
  const name = frame.label?.name ?? frame.targets[frame.targetIndex];
  const isProse = machine.language.isText && isMatrix(value) && value.shape.length === 1;
  settle(machine, value, { name, weak: isProse, loose: false, isAssigned: !frame.label && name !== undefined });
  frame.label = undefined;
  frame.targets = [];
}

/** Reads a number token; most stand alone between commas. */
export function readNumberToken(machine: Machine): void {
  const { tokens, pool, at } = machine;
  const frame = machine.frames.at(-1)!;
  const value = tokens.values[at]!;
  const next = tokens.kinds[at + 1];
  const isCell =
    (frame.kind === 'list' || frame.kind === 'brace') && (next === tokenKinds.comma || next === tokenKinds.close);
  const isCount = frame.arguments.length > 0;
  const isAlone = isCell && !frame.after && !isCount && frame.operators.length === 0 && !frame.label && !frame.fault;
  const isBesideRows = frame.itemShape !== undefined && frame.itemShape.length > 0;
  if (!isAlone || isBesideRows || !Number.isFinite(value)) {
    readScalar(machine, frame, value);
    return;
  }
  pool.push(value, tokens.starts[at]!, tokens.ends[at]!);
  frame.itemShape = scalarShape;
  frame.count++;
  frame.rowCount++;
  if (tokens.kinds[at] !== tokenKinds.integer) frame.whole = false;
  if (next === tokenKinds.comma) frame.commas++;
  machine.at += next === tokenKinds.comma ? 2 : 1;
}

function readScalar(machine: Machine, frame: Frame, value: number): void {
  const { tokens, at } = machine;
  besideValue(machine, frame);
  const place = { start: tokens.starts[at]!, end: tokens.ends[at]! };
  machine.at++;
  if (!Number.isFinite(value)) {
    operand(frame, faulty('not-finite', place, { found: quoted(machine.text, place.start, place.end) }));
  } else operand(frame, scalarAt(machine, value, place, tokens.kinds[at] === tokenKinds.integer));
}

function scalarAt(
  { pool }: Machine,
  value: number,
  { start, end }: { start: number; end: number },
  whole: boolean,
): Numbers {
  pool.push(value, start, end);
  return {
    kind: 'numbers',
    shape: scalarShape,
    from: pool.size - 1,
    start,
    end,
    whole,
    holder: 'list',
    precision: 'double',
    computed: false,
    form: 'brackets',
  };
}

/** Reads a string, a complex number, dots that leave something out, or a sign that is no part of an expression. */
export function readOperand(machine: Machine): void {
  const { tokens, at, language } = machine;
  const frame = machine.frames.at(-1)!;
  const kind = tokens.kinds[at];
  const place = { start: tokens.starts[at]!, end: tokens.ends[at]! };
  if (kind === tokenKinds.ellipsis) {
    readDots(machine, frame, place);
    return;
  }
  besideValue(machine, frame);
  machine.at++;
  if (kind === tokenKinds.complex) {
    operand(frame, faulty('complex', place, { found: quoted(machine.text, place.start, place.end) }));
  } else if (kind === tokenKinds.string) operand(frame, { ...other(place), isText: true });
  else if (frame.kind !== 'root' || !language.isText) operand(frame, other(place));
}

function readDots(machine: Machine, frame: Frame, place: { start: number; end: number }): void {
  machine.at++;
  if (frame.kind === 'root') return;
  const isSpread = !machine.language.isText && machine.language.lineComments.includes('//') && !frame.after;
  const isListed = frame.kind === 'list' || frame.kind === 'brace';
  if (isSpread) {
    if (isListed) frame.fault ??= faulty('unsupported', place, { found: '...' });
    return;
  }
  if (frame.after && frame.blanks) addItem(machine, frame, machine.at - 1);
  else if (frame.after) discard(machine, takeValue(machine, frame) ?? other(place));
  if (isListed) frame.fault = faulty('truncated', place);
  operand(frame, other(place));
}

/** Reads a word: a name, a named number, or one that joins or opens expressions. */
export function readName(machine: Machine): void {
  const { tokens, at, language } = machine;
  const frame = machine.frames.at(-1)!;
  const place = { start: tokens.starts[at]!, end: tokens.ends[at]! };
  const name = machine.text.slice(place.start, Math.min(place.end, place.start + 200));
  if (readMatrixType(machine, frame) || (!frame.after && readFilledName(machine))) return;
  if (name === 'as' && frame.after && tokens.kinds[at + 1] === tokenKinds.name) {
    const type = tokenText(tokens, at + 1);
    const isListed = frame.kind === 'list' || frame.kind === 'brace';
    if (isListed && !/^(?:f32|f64|number|const|any)$/.test(type))
      frame.fault ??= faulty('unsupported', place, { found: type });
    machine.at += 2;
    return;
  }
  const joins = joiningWords.has(name) || (name === 'in' && isMembership(machine, frame));
  const isJoin = frame.after && !language.isText && !frame.blanks && joins;
  if (isJoin && !(name === 'for' && frame.kind === 'list')) {
    if (conditionalWords.has(name)) frame.isConditional = true;
    machine.at++;
    frame.operators.push({ sign: name, precedence: 2, unary: false, ...place });
    frame.after = false;
    return;
  }
  besideValue(machine, frame);
  if (frame.isLooped) {
    passLoop(machine);
    return;
  }
  machine.at++;
  if (conditionalWords.has(name)) frame.isConditional = true;
  if (silentWords.has(name) || joiningWords.has(name)) {
    frame.declares = name === 'var' || name === 'let';
    return;
  }
  if (frame.declares) frame.declared = name;
  frame.declares = false;
  const named = machine.surroundings?.named(name, at);
  if (named) readNamed(machine, frame, { kind: 'name', name, path: name, ...place }, named);
  else pushName(machine, frame, { kind: 'name', name, path: name, ...place });
}

/** Python's `[[1, 2]] in rows`, which is no matrix. */
function isMembership({ language, tokens, at }: Machine, frame: Frame): boolean {
  return (
    language.lists === 'sequences' && isMatrix(frame.operands.at(-1)) && tokens.kinds[at + 1] !== tokenKinds.newline
  );
}

function pushName(machine: Machine, frame: Frame, value: NameValue): void {
  const next = machine.tokens.kinds[machine.at];
  const number = next === tokenKinds.dot ? undefined : namedNumber(value.path);
  if (number === undefined) operand(frame, value);
  else operand(frame, scalarAt(machine, number, value, false));
}

/** Reads a dot: an attribute or a method of what stands before it. */
export function readDot(machine: Machine): void {
  const { tokens } = machine;
  const frame = machine.frames.at(-1)!;
  const next = machine.at + 1;
  machine.at++;
  if (frame.after && isDottedSum(machine, next)) {
    const sign = `.${tokenText(tokens, next)}`;
    const operator = pendingOperator(sign, false, tokens.starts[next - 1]!, tokens.ends[next]!);
    reduce(machine, frame, operator.precedence);
    frame.operators.push(operator);
    frame.after = false;
    machine.at++;
    return;
  }
  if (frame.after && tokens.kinds[next] !== tokenKinds.name && isMatrix(frame.operands.at(-1))) {
    frame.operators.push(pendingOperator('.', false, tokens.starts[next - 1]!, tokens.ends[next - 1]!));
    frame.after = false;
  }
  if (!frame.after || tokens.kinds[next] !== tokenKinds.name) return;
  const owner = frame.operands.pop()!;
  const name = tokenText(tokens, next);
  const end = tokens.ends[next]!;
  machine.at++;
  const place = { start: owner.start, end };
  if (owner.kind === 'name') {
    const path = owner.path.length > 200 ? owner.path : `${owner.path}.${name}`;
    pushName(machine, frame, { kind: 'name', name, path, ...place });
  } else if (owner.kind === 'numbers') operand(frame, memberOf(machine, owner, name, place));
  else if (owner.kind === 'faulty') operand(frame, owner);
  else if (owner.kind === 'member') operand(frame, memberFault(machine, owner.of, place));
  else operand(frame, other(place));
}

/** Julia's `.+` and `.-`. */
function isDottedSum({ tokens, language }: Machine, next: number): boolean {
  const isGlued = tokens.kinds[next] === tokenKinds.operator && !hasBlankBefore(tokens, next);
  return language.dottedArithmetic && isGlued && ['+', '-'].includes(tokenText(tokens, next));
}

function memberFault(machine: Machine, of: Numbers, place: { start: number; end: number }): Value {
  discard(machine, of);
  return isMatrix(of) ? faulty('unsupported', place) : other(place);
}

/** Whether the token that is read stands apart from the value before it. */
export function standsApart(machine: Machine): boolean {
  return hasBlankBefore(machine.tokens, machine.at);
}
