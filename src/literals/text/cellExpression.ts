import { isMinus, skipBlanks } from './characters';
import { type NumberScan, scanNumber, startsNumber } from './number';

/** Operators by what they bind, and the brackets that wait for their end. */
type Waiting = '+' | '-' | '*' | '/' | '(';

const binding: Readonly<Record<Waiting, number>> = { '(': 0, '+': 1, '-': 1, '*': 2, '/': 2 };

const written: Readonly<Record<string, Waiting>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '*': '*',
  '×': '*',
  '·': '*',
  '/': '/',
  '÷': '/',
};

/**
 * The finite value of what is typed where a number is wanted: a number, a fraction such as `-1/16`, or a calculation with
 * `+ - * /` and brackets; undefined for anything else.
 */
export function readCellExpression(text: string): number | undefined {
  const values: number[] = [];
  const waiting: Waiting[] = [];
  let at = 0;
  for (;;) {
    const operand = operandAt(text, at, waiting);
    if (!operand) return undefined;
    values.push(operand.value);
    at = skipBlanks(text, operand.end);
    while (text[at] === ')') {
      reduceTo(1, values, waiting);
      if (waiting.pop() !== '(') return undefined;
      at = skipBlanks(text, at + 1);
    }
    if (at === text.length) break;
    const operator = written[text.charAt(at)];
    if (operator === undefined) return undefined;
    reduceTo(binding[operator], values, waiting);
    waiting.push(operator);
    at++;
  }
  reduceTo(1, values, waiting);
  const [value] = values;
  return waiting.length === 0 && value !== undefined && Number.isFinite(value) ? value : undefined;
}

/** The number at a place, with the sign before it; brackets that open before it wait in `waiting`. */
function operandAt(text: string, from: number, waiting: Waiting[]): { value: number; end: number } | undefined {
  let at = skipBlanks(text, from);
  while (text[at] === '(') {
    waiting.push('(');
    at = skipBlanks(text, at + 1);
  }
  const isNegative = isMinus(text.charCodeAt(at));
  if (isNegative || text[at] === '+') at = skipBlanks(text, at + 1);
  if (!startsNumber(text, at)) return undefined;
  const scan: NumberScan = { end: at, value: 0, kind: 'bad' };
  scanNumber(text, at, { octal: false, dotOperators: false }, scan);
  if (scan.kind !== 'integer' && scan.kind !== 'decimal') return undefined;
  return { value: isNegative ? -scan.value : scan.value, end: scan.end };
}

/** Works out the operators at the end that bind at least so much. */
function reduceTo(least: number, values: number[], waiting: Waiting[]): void {
  for (let last = waiting.at(-1); last !== undefined && binding[last] >= least; last = waiting.at(-1)) {
    waiting.pop();
    const right = values.pop()!;
    const left = values.pop()!;
    values.push(applied(last, left, right));
  }
}

function applied(operator: Waiting, left: number, right: number): number {
  if (operator === '*') return left * right;
  if (operator === '/') return left / right;
  return operator === '+' ? left + right : left - right;
}
