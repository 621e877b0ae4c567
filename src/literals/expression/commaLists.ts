import { tokenCode, tokenKinds, tokenText } from '../text/tokens';
import type { Frame } from './frame';
import { openFrame } from './frame';
import type { Machine } from './machine';
import { reshaped } from './shapes';
import { faulty, isMatrix, type Numbers, sizeOf, type Value } from './value';

/** Matrix types of OpenCV and Eigen that take their numbers behind `<<`, and dlib's, which takes them behind `=`. */
const matrixTypes = /^(?:Mat_|Matrix|Array|Matx|Vec|matrix)$/;
const fixedType = /^(?:Matrix|Array|RowVector|Vector)([1-4X])(?:x([1-4X]))?([fdi])$/;

/** How far a template's arguments are looked for. */
const longestTemplate = 16;

/** What stands before the numbers. */
type FillSign = '<<' | '=';

/** A matrix that was declared without its numbers. */
export interface DeclaredMatrix {
  readonly sides: readonly number[];
  readonly isWhole: boolean;
  readonly sign: FillSign;
}

/** What a matrix type's name, its template arguments and its constructor's arguments say of its sides. */
interface MatrixType {
  readonly sides: readonly number[] | undefined;
  readonly isWhole: boolean;
  readonly sign: FillSign;
  /** The token behind it. */
  readonly next: number;
}

/** The matrix type whose name is the token at `at`: `Mat_<float>(3, 3)`, `Matrix<double, 2, 2>`, `Matrix3f`. */
function matrixTypeAt({ tokens }: Machine, at: number): MatrixType | undefined {
  if (tokens.kinds[at] !== tokenKinds.name) return undefined;
  const name = tokenText(tokens, at);
  const fixed = fixedType.exec(name);
  if (fixed) {
    const isVector = name.startsWith('Vector') || name.startsWith('RowVector');
    const first = Number(fixed[1]);
    const square = [first, Number(fixed[2] ?? fixed[1])];
    const sides = name.startsWith('Row') ? [1, first] : isVector ? [first, 1] : square;
    return {
      sides: sides.every(Number.isInteger) ? sides : undefined,
      isWhole: fixed[3] === 'i',
      sign: '<<',
      next: at + 1,
    };
  }
  const isTemplate = matrixTypes.test(name) && tokenText(tokens, at + 1) === '<';
  return isTemplate ? templateAt(tokens, at + 2, name === 'matrix' ? '=' : '<<') : undefined;
}

function templateAt(tokens: Machine['tokens'], from: number, sign: FillSign): MatrixType | undefined {
  const numbers: number[] = [];
  let isWhole = true;
  for (let at = from; at < from + longestTemplate && at < tokens.count; at++) {
    const text = tokenText(tokens, at);
    if (text === '>') {
      const isSized = numbers.length === 2;
      return { sides: isSized ? numbers : undefined, isWhole, sign, next: at + 1 };
    }
    if (tokens.kinds[at] === tokenKinds.integer) numbers.push(tokens.values[at]!);
    if (text === 'float' || text === 'double') isWhole = false;
  }
  return undefined;
}

/** The whole numbers in round brackets at `at`, and the token behind them: `(3, 3)`. */
function sizesAt(
  { tokens }: Machine,
  at: number,
): { readonly sizes: readonly number[]; readonly next: number } | undefined {
  if (tokenText(tokens, at) !== '(') return undefined;
  const sizes: number[] = [];
  for (let i = at + 1; i < at + longestTemplate && i < tokens.count; i++) {
    if (tokenText(tokens, i) === ')') return { sizes, next: i + 1 };
    if (tokens.kinds[i] === tokenKinds.integer) sizes.push(tokens.values[i]!);
    else if (tokens.kinds[i] !== tokenKinds.comma) return undefined;
  }
  return undefined;
}

/**
 * Reads a matrix type of C++ where it opens a list behind `<<` or declares a name: `(Mat_<float>(3, 3) << 1, …)`, `Matrix3f k;`.
 * True where it has read one.
 */
export function readMatrixType(machine: Machine, frame: Frame): boolean {
  const { tokens, at, language } = machine;
  if (language.lists !== 'opaque' || !language.octal || language.division !== 'truncated') return false;
  const type = matrixTypeAt(machine, at);
  if (!type) return false;
  const sized = sizesAt(machine, type.next);
  if (sized?.sizes.length === 2 && tokenText(tokens, sized.next) === '<<') {
    openCommaList(machine, { sides: sized.sizes, isWhole: type.isWhole, name: undefined, next: sized.next + 1 });
    return true;
  }
  if (tokens.kinds[type.next] !== tokenKinds.name || frame.kind === 'call') return false;
  const declared = sizesAt(machine, type.next + 1);
  const sides = type.sides ?? (declared?.sizes.length === 2 ? declared.sizes : undefined);
  const end = declared?.next ?? type.next + 1;
  if (!sides || tokens.kinds[end] !== tokenKinds.semicolon) return false;
  if (machine.matrixSides.size < mostDeclared) {
    machine.matrixSides.set(tokenText(tokens, type.next), { sides, isWhole: type.isWhole, sign: type.sign });
  }
  machine.at = end;
  return true;
}

/** More declared matrices are not kept in mind. */
const mostDeclared = 10_000;

/** Reads `k << 1, 2, …;`, or dlib's `k = 1, 2, …;`, where `k` is a declared matrix; true where it has. */
export function readFilledName(machine: Machine): boolean {
  const { tokens, at, matrixSides } = machine;
  const sign = matrixSides.size === 0 ? undefined : tokenText(tokens, at + 1);
  if (sign !== '<<' && sign !== '=') return false;
  const name = tokenText(tokens, at);
  const declared = matrixSides.get(name);
  if (declared?.sign !== sign || (sign === '=' && !isNumberList(tokens, at + 2))) return false;
  openCommaList(machine, { ...declared, name, next: at + 2 });
  return true;
}

/** Whether a number and a comma stand at `at`: what else may be assigned is no list. */
function isNumberList({ kinds }: Machine['tokens'], at: number): boolean {
  const first = kinds[at] === tokenKinds.operator ? at + 1 : at;
  const isNumber = kinds[first] === tokenKinds.integer || kinds[first] === tokenKinds.decimal;
  return isNumber && kinds[first + 1] === tokenKinds.comma;
}

interface CommaList {
  readonly sides: readonly number[];
  readonly isWhole: boolean;
  readonly name: string | undefined;
  /** Its first token. */
  readonly next: number;
}

function openCommaList(machine: Machine, { sides, isWhole, name, next }: CommaList): void {
  const { tokens, pool, findings, frames } = machine;
  const outer = frames.at(-1)!;
  if (name !== undefined) outer.targets = [name];
  const start = tokens.starts[machine.at]!;
  const frame = openFrame('paren', { start, base: pool.size, findings: findings.length }, undefined, false);
  frame.commaList = { sides, isWhole };
  frames.push(frame);
  machine.at = next;
}

/** Whether the token that is read ends a list without brackets. */
export function endsCommaList({ frames, tokens, at }: Machine): boolean {
  if (frames.at(-1)!.commaList === undefined) return false;
  const kind = tokens.kinds[at];
  return kind === tokenKinds.semicolon || (kind === tokenKinds.close && tokenCode(tokens, at) !== 93);
}

/** The numbers behind `<<` in the sides that were declared. */
export function commaListValue(machine: Machine, frame: Frame, value: Value | undefined): Value | undefined {
  const { sides, isWhole } = frame.commaList!;
  const list: Numbers | undefined = isMatrix(value) && value.shape.length === 1 ? value : undefined;
  if (!list) {
    machine.pool.size = frame.base;
    return value?.kind === 'faulty' ? value : undefined;
  }
  const place = { start: list.start, end: list.end };
  const shaped = reshaped(list, sides, place);
  if (shaped?.kind !== 'numbers') {
    machine.pool.size = frame.base;
    return shaped ?? faulty('ragged', place, { found: sizeOf(list.shape), expected: sizeOf(sides) });
  }
  // Whole types of C++ round and keep to their ends.
  const precision = isWhole ? 'narrow' : 'double';
  return { ...shaped, holder: 'array', whole: isWhole && list.whole, precision, form: 'braces' };
}
