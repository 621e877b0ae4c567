import { hasBlankBefore, tokenKinds, tokenText } from '../text/tokens';
import { readMatrixType } from './commaLists';
import type { Frame, PendingOperator } from './frame';
import { addItem, takeValue } from './items';
import { discard, type Machine } from './machine';
import { addNote } from './notes';
import { operand, standsApart } from './operands';
import { pendingOperator, reduce } from './operators';
import { addSpanPart } from './separators';
import { endStatement } from './statements';
import { transposed } from './transpose';
import { faulty, isMatrix, other } from './value';

/** Reads an operator. */
export function readSign(machine: Machine): void {
  const { tokens, at } = machine;
  const frame = machine.frames.at(-1)!;
  const sign = percentSign(machine) ?? tokenText(tokens, at);
  if (sign === '::' || sign === '?.') readPath(machine, frame, sign);
  else if (sign === "'" || sign === ".'") readTranspose(machine, frame);
  else if (sign === '=>' || sign === '->') readArrow(machine, frame);
  else if (isNoise(machine, frame, sign)) dropItem(machine, frame);
  else readOperator(machine, frame, sign);
}

/** R's `%*%`, `%o%`, `%/%` and `%x%`, whose last token is then the one that is read. */
function percentSign(machine: Machine): string | undefined {
  const { tokens, at, language, text } = machine;
  if (!language.arrow || text[tokens.starts[at]!] !== '%') return undefined;
  const [start, end] = [tokens.starts[at]!, tokens.ends[at + 2]!];
  if (end !== start + 3 || text[end - 1] !== '%') return undefined;
  machine.at += 2;
  return text.slice(start, end);
}

function readOperator(machine: Machine, frame: Frame, sign: string): void {
  const { tokens, at } = machine;
  const place = { start: tokens.starts[at]!, end: tokens.ends[at]! };
  const isSign = sign === '-' || sign === '+' || sign === '\u2212';
  if (frame.after && isSign && isSignOfNext(machine, frame)) {
    frame.signSplits++;
    addItem(machine, frame, at);
  }
  machine.at++;
  const unary = !frame.after;
  // Rust's, Go's and C's mark of a reference.
  if (unary && sign === '&' && machine.language.lists === 'opaque' && tokens.kinds[machine.at] === tokenKinds.open)
    return;
  const operator = pendingOperator(sign, unary && isSign, place.start, place.end);
  if (unary && machine.language.neverIndexes) frame.fault ??= faulty('unsupported', place, { found: sign });
  if (unary) addUnary(frame, operator);
  else {
    // A power binds from the right, and tighter than a sign before it.
    reduce(machine, frame, operator.precedence === 8 ? 9 : operator.precedence);
    frame.operators.push(operator);
  }
  frame.after = false;
}

/** Adds an operator without a left side: a sign, signs that come to one, or a mark that makes nonsense of what follows. */
function addUnary(frame: Frame, operator: PendingOperator): void {
  const last = frame.operators.at(-1);
  if (!operator.unary) {
    if (last && !last.unary) frame.operators[frame.operators.length - 1] = { ...last, sign: operator.sign };
    else {
      frame.operands.push(other(operator));
      frame.operators.push(operator);
    }
  } else if (last?.unary) {
    const sign = last.sign === operator.sign ? '+' : '-';
    frame.operators[frame.operators.length - 1] = { ...last, sign };
  } else frame.operators.push(operator);
}

/** In brackets with blanks, `1 -2` is two cells and `1 - 2` one. */
function isSignOfNext(machine: Machine, frame: Frame): boolean {
  return frame.blanks && standsApart(machine) && !hasBlankBefore(machine.tokens, machine.at + 1);
}

/** Angle brackets of types and tags are no comparisons. */
function isNoise({ language }: Machine, frame: Frame, sign: string): boolean {
  const isAngle = sign === '<' || sign === '>' || sign === '>>' || sign === '<<' || sign === '>>>';
  const isBraceLanguage = language.lineComments.includes('//');
  if (!isAngle || frame.kind === 'list') return false;
  return language.isText || (isBraceLanguage && !isMatrix(frame.operands.at(-1)));
}

function dropItem(machine: Machine, frame: Frame): void {
  machine.at++;
  const isRoot = frame.kind === 'root';
  if (isRoot && machine.language.isText && isMatrix(frame.operands.at(-1))) endStatement(machine, frame);
  else if (!isMatrix(frame.operands.at(-1))) {
    const value = takeValue(machine, frame);
    if (value) discard(machine, value);
    frame.words++;
  }
}

/** `cv::Mat_<float>(3, 3) << …` and `Eigen::Matrix3f k;`, read at the name behind the colons. */
function opensMatrixType(machine: Machine, frame: Frame): boolean {
  const owner = frame.operands.pop()!;
  frame.after = false;
  if (readMatrixType(machine, frame)) return true;
  operand(frame, owner);
  return false;
}

/** Rust's `::<f64>::` between two names says a type and no more: the token behind it. */
function behindTypes({ tokens }: Machine, from: number): number {
  if (tokenText(tokens, from) !== '<') return from;
  for (let at = from + 1; at < from + 8 && at < tokens.count; at++) {
    const text = tokenText(tokens, at);
    if (text === '>' && tokenText(tokens, at + 1) === '::') return at + 2;
    if (text === '>' || text === '(') return from;
  }
  return from;
}

function readPath(machine: Machine, frame: Frame, sign: string): void {
  const { tokens } = machine;
  if (frame.kind === 'index' && sign === '::') {
    machine.at++;
    addSpanPart(machine, frame, takeValue(machine, frame));
    addSpanPart(machine, frame, undefined);
    return;
  }
  const owner = frame.operands.at(-1);
  const next = behindTypes(machine, machine.at + 1);
  if (next > machine.at + 1) machine.at = next - 1;
  const isName = frame.after && owner?.kind === 'name' && tokens.kinds[next] === tokenKinds.name;
  machine.at++;
  if (isName && opensMatrixType(machine, frame)) return;
  if (isName) {
    frame.operands.pop();
    const name = tokenText(tokens, next);
    const path = owner.path.length > 200 ? owner.path : `${owner.path}.${name}`;
    operand(frame, { kind: 'name', name, path, start: owner.start, end: tokens.ends[next]! });
    machine.at++;
  } else if (frame.kind === 'root' && sign === '::') {
    endStatement(machine, frame);
    // What follows is a type.
    while (tokens.kinds[machine.at] !== tokenKinds.newline && machine.at < tokens.count) machine.at++;
  } else if (frame.after) {
    const value = takeValue(machine, frame);
    if (value) operand(frame, isMatrix(value) ? faulty('unsupported', value, { found: sign }) : other(value));
    if (value) discard(machine, value);
  }
}

function readTranspose(machine: Machine, frame: Frame): void {
  const { tokens, at } = machine;
  machine.at++;
  const value = frame.after ? frame.operands.at(-1) : undefined;
  if (value?.kind !== 'numbers' || !isMatrix(value)) return;
  frame.operands.pop();
  const place = { start: value.start, end: tokens.ends[at]! };
  const result = value.shape.length === 1 ? undefined : transposed(machine, value, place);
  if (result) addNote(machine, 'transposed', place, { found: "'" });
  if (!result) discard(machine, value);
  frame.operands.push(result ?? faulty('unsupported', place, { found: "'" }));
}

/** A function's arrow, or the arrow between a key and its value. */
function readArrow(machine: Machine, frame: Frame): void {
  machine.at++;
  const value = takeValue(machine, frame);
  if (!value) return;
  const isKey = value.kind === 'other' && value.isText;
  frame.label = { name: isKey ? machine.text.slice(value.start + 1, value.end - 1) : undefined, by: 'colon' };
  discard(machine, value);
}
