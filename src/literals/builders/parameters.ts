import { arrayLibrary, singlePrecision } from '../expression/constructors';
import { isMatrix, isScalar, type Numbers, sizeOf, type Value } from '../expression/value';
import type { BuilderCall } from './builders';

/** Whose function a call is: a library's by the name before the dot, or the language's own. */
export type Library = 'numpy' | 'torch' | 'tensorflow' | 'matlab' | 'julia' | 'r' | 'wolfram';

/** The library of a call; undefined for a function of nobody that is known. */
export function libraryOf({ callee: { path }, machine: { language } }: BuilderCall): Library | undefined {
  const dot = path.lastIndexOf('.');
  if (dot >= 0) return libraries[path.slice(0, dot)];
  if (language.dottedArithmetic) return 'julia';
  if (language.blankCells) return 'matlab';
  if (language.arrow) return 'r';
  return language.callsInSquares ? 'wolfram' : undefined;
}

const libraries: Readonly<Record<string, Library | undefined>> = {
  __proto__: null as never,
  np: 'numpy',
  numpy: 'numpy',
  jnp: 'numpy',
  'jax.numpy': 'numpy',
  cp: 'numpy',
  cupy: 'numpy',
  'np.linalg': 'numpy',
  torch: 'torch',
  'torch.linalg': 'torch',
  tf: 'tensorflow',
  'tf.linalg': 'tensorflow',
};

/** The arguments under their parameters' names, by place or by keyword; undefined where one has no parameter. */
export function bound<P extends string>(
  { args }: BuilderCall,
  parameters: readonly P[],
): Partial<Record<P, Value>> | undefined {
  const named: Partial<Record<P, Value>> = {};
  let place = 0;
  for (const { keyword, value } of args) {
    const parameter = keyword === undefined ? parameters[place++] : parameters.find((name) => name === keyword);
    if (parameter === undefined || named[parameter] !== undefined) return undefined;
    named[parameter] = value;
  }
  return named;
}

/** The whole number that a value is; undefined for anything else. */
export function integerOf({ machine: { pool } }: BuilderCall, value: Value | undefined): number | undefined {
  if (!isScalar(value)) return undefined;
  const number = pool.values[value.from]!;
  return Number.isInteger(number) ? number : undefined;
}

/** The whole numbers of a list, or of a single number; undefined for anything else. */
export function integersOf(call: BuilderCall, value: Value | undefined): readonly number[] | undefined {
  const single = integerOf(call, value);
  if (single !== undefined) return [single];
  if (!isMatrix(value) || sizeOf(value.shape) > 8) return undefined;
  const numbers = Array.from(call.machine.pool.values.slice(value.from, value.from + sizeOf(value.shape)));
  return numbers.every(Number.isInteger) ? numbers : undefined;
}

/** An axis counted from 0, given from the front or, negative, from the end; undefined where there is none such. */
export function axisIn(axes: number, axis: number | undefined): number | undefined {
  if (axis === undefined || axis < -axes || axis >= axes) return undefined;
  return axis < 0 ? axis + axes : axis;
}

/** The matrix that a value is, as the call's library takes it: a list becomes an array of its type. */
export function arrayOf({ callee: { path } }: BuilderCall, value: Value | undefined): Numbers | undefined {
  if (!isMatrix(value)) return undefined;
  const isList = value.holder === 'list' || value.holder === 'tuple';
  if (!isList) return value;
  const precision = singlePrecision(path) ? 'single' : value.precision;
  return { ...value, holder: 'array', precision, library: arrayLibrary(path) };
}

/** Whether a value is the word for nothing given: `None`. */
export function isNone(value: Value | undefined): boolean {
  return value === undefined || (value.kind === 'name' && value.name === 'None');
}

/** The characters of a text argument; undefined for anything else. */
export function textOf({ machine: { text } }: BuilderCall, value: Value | undefined): string | undefined {
  return value?.kind === 'other' && value.isText ? text.slice(value.start + 1, value.end - 1) : undefined;
}
