import { arrayArithmetic } from '../expression/arithmetic';
import { matrixProduct } from '../expression/matrixProduct';
import { isMatrix, isScalar, type Numbers, sizeOf, type Value } from '../expression/value';
import type { BuilderCall } from './builders';
import { type BuiltPlace, builtNumbers } from './builtNumbers';
import { arrayOf, libraryOf } from './parameters';

/** `outer(column, row)` of NumPy, PyTorch and R: every entry of the one times every entry of the other. */
export function outer(call: BuilderCall): Value | undefined {
  const [column, row] = pairOf(call) ?? [];
  const library = libraryOf(call);
  if (!column || !row || (library !== 'numpy' && library !== 'torch' && library !== 'r')) return undefined;
  if (library !== 'numpy' && (column.shape.length > 1 || row.shape.length > 1)) return undefined;
  return outerProduct(call, column, row);
}

/** Every entry of the one times every entry of the other, row by row; undefined where they are not in double precision. */
export function outerProduct(call: BuiltPlace, column: Numbers, row: Numbers): Value | undefined {
  const isRounded = column.precision === 'single' || row.precision === 'single';
  const isFloat = !column.whole || !row.whole;
  if (column.precision !== row.precision || column.precision === 'narrow' || column.range || row.range)
    return undefined;
  const { values } = call.machine.pool;
  const round = isRounded && isFloat ? Math.fround : (value: number) => value;
  const left = values.slice(column.from, column.from + sizeOf(column.shape)).map(round);
  const right = values.slice(row.from, row.from + sizeOf(row.shape)).map(round);
  const columns = right.length;
  const at = (i: number) => round(left[Math.floor(i / columns)]! * right[i % columns]!);
  const value = builtNumbers(call, [left.length, columns], at, !isFloat);
  return value.kind === 'numbers' ? { ...value, precision: column.precision } : value;
}

/** `dot(a, b)`, `matmul(a, b)`, `mm(a, b)`: the product of matrices. */
export function dot(call: BuilderCall): Value | undefined {
  const [left, right] = pairOf(call) ?? [];
  const library = libraryOf(call);
  if (!left || !right || !library || library === 'matlab' || library === 'julia' || library === 'wolfram')
    return undefined;
  const product = matrixProduct(call.machine, left, right);
  return product?.kind === 'numbers' ? { ...product, ...call.place } : product;
}

/** `add(a, b)`, `multiply(a, b)` and their like: the operators under a name. */
export function arithmeticCall(sign: string): (call: BuilderCall) => Value | undefined {
  return (call) => {
    const { machine, args, place } = call;
    const library = libraryOf(call);
    const [left, right] = args.map(({ value }) => arrayOf(call, value) ?? (isScalar(value) ? value : undefined));
    const isPair = args.length === 2 && args.every(({ keyword }) => keyword === undefined);
    if (!isPair || !left || !right || (!isMatrix(left) && !isMatrix(right))) return undefined;
    if (library !== 'numpy' && library !== 'torch' && library !== 'tensorflow') return undefined;
    const value = arrayArithmetic(machine, sign, left, right);
    return value?.kind === 'numbers' ? { ...value, ...place } : value;
  };
}

function pairOf(call: BuilderCall): readonly [Numbers, Numbers] | undefined {
  const { args } = call;
  const [left, right] = [arrayOf(call, args[0]?.value), arrayOf(call, args[1]?.value)];
  const isPair = args.length === 2 && args.every(({ keyword }) => keyword === undefined);
  return isPair && left && right ? [left, right] : undefined;
}
