import { arrayArithmetic } from './arithmetic';
import { colonRange } from './colonRanges';
import type { Frame, PendingOperator } from './frame';
import { discard, type Machine } from './machine';
import { addNote, noteArithmetic } from './notes';
import { scalarArithmetic } from './scalars';
import { faulty, isMatrix, isScalar, type Numbers, other, type Value } from './value';

const precedences: Readonly<Record<string, number>> = {
  '**': 8,
  '^': 8,
  '.^': 8,
  '*': 6,
  '/': 6,
  '//': 6,
  '.*': 6,
  './': 6,
  '\u00d7': 6,
  '\u00f7': 6,
  '@': 6,
  '.': 7.5,
  '%*%': 6.5,
  '%x%': 6.5,
  '%/%': 6.5,
  '%o%': 6.5,
  '.+': 5,
  '.-': 5,
  '%': 6,
  '%%': 6,
  '\\': 6,
  '.\\': 6,
  '+': 5,
  '-': 5,
  ':': 4,
  '?': 1,
};
const unaryPrecedence = 7;
const otherPrecedence = 3;

/** The operator that a sign stands for; the typographic minus counts as the hyphen. */
export function pendingOperator(sign: string, unary: boolean, start: number, end: number): PendingOperator {
  const plain = sign === '\u2212' ? '-' : sign === '\u00d7' ? '*' : sign;
  return {
    sign: plain,
    unary,
    start,
    end,
    precedence: unary ? unaryPrecedence : (precedences[plain] ?? otherPrecedence),
  };
}

/** Applies the operators that bind at least as tightly as `precedence`. */
export function reduce(machine: Machine, frame: Frame, precedence: number): void {
  const { operators } = frame;
  for (let last = operators.at(-1); last && last.precedence >= precedence; last = operators.at(-1)) {
    operators.pop();
    applyTop(machine, frame, last);
  }
}

function applyTop(machine: Machine, frame: Frame, operator: PendingOperator): void {
  const right = frame.operands.pop();
  if (right === undefined) return;
  if (operator.unary) {
    frame.operands.push(applyUnary(machine, operator, right));
    return;
  }
  if (operator.sign === ':' && takesRanges(machine)) {
    const step = frame.operators.at(-1)?.sign === ':' && frame.operators.pop() ? frame.operands.pop() : undefined;
    frame.operands.push(colonRange(machine, frame, frame.operands.pop(), step, right));
    return;
  }
  const left = frame.operands.pop();
  frame.operands.push(left === undefined ? right : applyBinary(machine, operator, left, right));
}

function takesRanges({ language }: Machine): boolean {
  return language.blankCells || language.arrow;
}

function applyUnary(machine: Machine, { sign, start }: PendingOperator, value: Value): Value {
  const { pool, language } = machine;
  const place = { start, end: value.end };
  if (value.kind === 'faulty') return value;
  if (value.kind !== 'numbers') return { ...discard(machine, value), ...place };
  const isOpaque =
    isMatrix(value) && (value.holder === 'list' || value.holder === 'tuple') && language.lists !== 'arrays';
  if (isOpaque || (sign !== '-' && sign !== '+')) return refused(machine, value, place, sign);
  if (isScalar(value)) {
    if (sign === '-') pool.values[value.from] = -pool.values[value.from]!;
    pool.starts[value.from] = start;
    return { ...value, start };
  }
  if (sign === '+') return { ...value, start };
  const wraps = value.range !== undefined && value.range[0] === 0;
  if (value.precision === 'narrow' || wraps) return refused(machine, value, place, sign);
  for (let i = value.from; i < pool.size; i++) pool.values[i] = -pool.values[i]!;
  addNote(machine, 'computed', place, { found: sign });
  return { ...value, start, computed: true };
}

function applyBinary(machine: Machine, operator: PendingOperator, left: Value, right: Value): Value {
  const place = { start: left.start, end: right.end };
  if (left.kind === 'faulty' || right.kind === 'faulty') {
    const fault = left.kind === 'faulty' ? left : right;
    discard(machine, left);
    return fault;
  }
  const hasMatrix = isMatrix(left) || isMatrix(right);
  if (left.kind !== 'numbers' || right.kind !== 'numbers') {
    discard(machine, right);
    discard(machine, left);
    return hasMatrix ? unsupported(operator, place) : other(place);
  }
  const result = hasMatrix
    ? arrayArithmetic(machine, operator.sign, left, right)
    : scalarArithmetic(machine, operator.sign, left, right);
  if (result && hasMatrix && result.kind === 'numbers') noteArithmetic(machine, operator.sign, left, right);
  if (result) return result;
  discard(machine, left);
  return hasMatrix ? unsupported(operator, place) : other(place);
}

function refused(machine: Machine, value: Numbers, place: { start: number; end: number }, sign: string): Value {
  discard(machine, value);
  return isMatrix(value) ? faulty('unsupported', place, { found: sign }) : other(place);
}

function unsupported({ sign }: PendingOperator, place: { start: number; end: number }): Value {
  return faulty('unsupported', place, { found: sign });
}
