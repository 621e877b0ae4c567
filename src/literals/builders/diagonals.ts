import { filled, gathered, tooMuch } from '../expression/gather';
import { isScalar, type Numbers, type Value } from '../expression/value';
import type { BuilderCall } from './builders';
import { builtNumbers } from './builtNumbers';
import { arrayOf, bound, integerOf, libraryOf } from './parameters';

/** `diag(v, k)`: a vector on the diagonal of a matrix, or the diagonal of a matrix. */
export function diag(call: BuilderCall): Value | undefined {
  const library = libraryOf(call);
  const given: { v?: Value; k?: Value; diagonal?: Value } | undefined =
    bound(call, ['v', 'k']) ?? bound(call, ['v', 'diagonal']);
  const offset = given?.k ?? given?.diagonal;
  const k = offset ? integerOf(call, offset) : 0;
  if (library === 'r' && isScalar(given?.v) && call.args.length === 1) return unit(call, integerOf(call, given.v));
  const array = arrayOf(call, given?.v);
  if (!array || k === undefined || !library || library === 'tensorflow') return undefined;
  const [rows, columns] = array.shape;
  const isMatlabVector = library === 'matlab' && array.shape.length === 2 && (rows === 1 || columns === 1);
  if (array.shape.length === 1 || isMatlabVector) return onDiagonal(call, array, Math.max(rows!, columns ?? 1), k);
  return array.shape.length === 2 ? diagonalOf(call, array, k) : undefined;
}

/** Wolfram's `DiagonalMatrix[v]`, Julia's `diagm(v)`, NumPy's `diagflat(v)`. */
export function diagonalMatrix(call: BuilderCall): Value | undefined {
  const array = arrayOf(call, call.args[0]?.value);
  const k = call.args[1] ? integerOf(call, call.args[1].value) : 0;
  if (array?.shape.length !== 1 || k === undefined || call.args.length > 2) return undefined;
  return libraryOf(call) ? onDiagonal(call, array, array.shape[0]!, k) : undefined;
}

function unit(call: BuilderCall, size: number | undefined): Value | undefined {
  return size === undefined
    ? undefined
    : builtNumbers(call, [size, size], (i) => (i % (size + 1) === 0 ? 1 : 0), false);
}

function onDiagonal({ machine, base, place }: BuilderCall, vector: Numbers, length: number, k: number): Value {
  const side = length + Math.abs(k);
  const fault = tooMuch(machine, [side, side], place);
  if (fault) return fault;
  const sources = new Int32Array(side * side).fill(filled);
  for (let i = 0; i < length; i++) {
    const [row, column] = [i + Math.max(0, -k), i + Math.max(0, k)];
    sources[row * side + column] = vector.from + i;
  }
  return gathered(machine, { base, like: vector, place }, [side, side], sources);
}

function diagonalOf(call: BuilderCall, matrix: Numbers, k: number): Value | undefined {
  const { machine, base, place } = call;
  const [rows, columns] = [matrix.shape[0]!, matrix.shape[1]!];
  const length = Math.min(rows - Math.max(0, -k), columns - Math.max(0, k));
  if (length < 1) return undefined;
  const first = matrix.from + Math.max(0, -k) * columns + Math.max(0, k);
  const sources = Int32Array.from({ length }, (_, i) => first + i * (columns + 1));
  const shape = libraryOf(call) === 'matlab' ? [length, 1] : [length];
  return gathered(machine, { base, like: matrix, place }, shape, sources);
}

/** `tril(a, k)`: zeros above the k-th diagonal. */
export function tril(call: BuilderCall): Value | undefined {
  return triangle(call, (row, column, k) => column - row <= k);
}

/** `triu(a, k)`: zeros below the k-th diagonal. */
export function triu(call: BuilderCall): Value | undefined {
  return triangle(call, (row, column, k) => column - row >= k);
}

function triangle(call: BuilderCall, keeps: (row: number, column: number, k: number) => boolean): Value | undefined {
  const { machine, base, place, args } = call;
  const library = libraryOf(call);
  const array = arrayOf(call, args[0]?.value);
  const k = args[1] ? integerOf(call, args[1].value) : 0;
  const isKnown = library && library !== 'r' && library !== 'wolfram' && library !== 'tensorflow';
  if (array?.shape.length !== 2 || k === undefined || args.length > 2 || !isKnown) return undefined;
  if (args[1]?.keyword !== undefined && !['k', 'diagonal'].includes(args[1].keyword)) return undefined;
  const fault = tooMuch(machine, array.shape, place);
  if (fault) return fault;
  const columns = array.shape[1]!;
  const sources = Int32Array.from({ length: array.shape[0]! * columns }, (_, i) =>
    keeps(Math.floor(i / columns), i % columns, k) ? array.from + i : filled,
  );
  return gathered(machine, { base, like: array, place }, array.shape, sources);
}

/** NumPy's `tri(n, m, k)`: ones at and below the k-th diagonal. */
export function tri(call: BuilderCall): Value | undefined {
  const given = bound(call, ['N', 'M', 'k', 'dtype']);
  const rows = integerOf(call, given?.N);
  const columns = given?.M ? integerOf(call, given.M) : rows;
  const k = given?.k ? integerOf(call, given.k) : 0;
  if (!given || given.dtype || libraryOf(call) !== 'numpy') return undefined;
  if (rows === undefined || columns === undefined || k === undefined) return undefined;
  return builtNumbers(call, [rows, columns], (i) => ((i % columns) - Math.floor(i / columns) <= k ? 1 : 0), false);
}
