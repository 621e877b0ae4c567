import { shapeOf } from '../expression/shapes';
import { isMatrix, isScalar, type Numbers, type Value } from '../expression/value';
import type { BuilderCall } from './builders';
import { builderType, builtNumbers, hasOnlyKeywords, positional, withBuilderType } from './builtNumbers';
import { arrayOf, bound, integerOf, libraryOf } from './parameters';

/** `zeros(shape)` in the libraries' and MATLAB's manner. */
export function zeros(call: BuilderCall): Value | undefined {
  return filled(call, 0);
}

/** `ones(shape)` in the libraries' and MATLAB's manner. */
export function ones(call: BuilderCall): Value | undefined {
  return filled(call, 1);
}

/** `full(shape, value)`. */
export function full(call: BuilderCall): Value | undefined {
  const places = positional(call);
  const given = (place: number, name: string, other: string) =>
    call.args.find(({ keyword }) => keyword === name || keyword === other)?.value ?? places[place]?.value;
  const [sides, value] = [given(0, 'shape', 'size'), given(1, 'fill_value', 'value')];
  const shape = sides && shapeOf(call.machine, [{ keyword: undefined, value: sides }]);
  const type = builderType(call, places.length > 2 ? 2 : Number.NaN);
  const isKnown = hasOnlyKeywords(call, ['shape', 'size', 'fill_value', 'value']) && places.length <= 3;
  if (!shape || !isScalar(value) || type === false || !isKnown) return undefined;
  const number = call.machine.pool.values[value.from]!;
  return withBuilderType(
    call,
    builtNumbers(call, shape, () => number, value.whole),
    type,
  );
}

/** `eye(n)`, `eye(n, m)`, and NumPy's `eye(n, m, k)` with the ones on the k-th diagonal. */
export function eye(call: BuilderCall): Value | undefined {
  const isNumpy = libraryOf(call) === 'numpy';
  const isMatlabSize = isMatlab(call) && isMatrix(call.args[0]?.value);
  const sizes = isMatlabSize
    ? call.args.slice(0, 1)
    : positional(call)
        .filter(({ value }) => isScalar(value))
        .slice(0, isNumpy ? 3 : 2);
  const type = builderType(call, Number.NaN);
  const byKeyword = (name: string) => call.args.find(({ keyword }) => keyword === name)?.value;
  const k = byKeyword('k') ?? (isNumpy ? sizes[2]?.value : undefined);
  const offset = k ? integerOf(call, k) : 0;
  const width = byKeyword('M');
  const given = shapeOf(call.machine, sizes.slice(0, 2));
  const shape = given && width ? [given[0]!, integerOf(call, width) ?? Number.NaN] : given;
  const isAll = sizes.length === positional(call).length && hasOnlyKeywords(call, isNumpy ? ['k', 'M'] : []);
  if (!shape || shape.length > 2 || !isAll || type === false || offset === undefined) return undefined;
  const [rows, columns] = [shape[0]!, shape[1] ?? shape[0]!];
  if (!Number.isInteger(columns)) return undefined;
  const at = (i: number) => ((i % columns) - Math.floor(i / columns) === offset ? 1 : 0);
  return withBuilderType(call, builtNumbers(call, [rows, columns], at, false), type);
}

/** NumPy's `identity(n)`. */
export function identity(call: BuilderCall): Value | undefined {
  return positional(call).length === 1 ? eye(call) : undefined;
}

/** `zeros_like(a)`, `ones_like(a)`: one number in the shape and type of another matrix. */
export function likeFilled(value: number): (call: BuilderCall) => Value | undefined {
  return (call) => {
    const array = arrayOf(call, call.args[0]?.value);
    const library = libraryOf(call);
    const isKnown = library === 'numpy' || library === 'torch' || library === 'tensorflow';
    return array && isKnown && call.args.length === 1 ? likeOf(call, array, value) : undefined;
  };
}

/** `full_like(a, value)`. */
export function fullLike(call: BuilderCall): Value | undefined {
  const given = bound(call, ['a', 'fill_value']);
  const array = arrayOf(call, given?.a);
  if (!array || !isScalar(given?.fill_value) || !libraryOf(call)) return undefined;
  const value = call.machine.pool.values[given.fill_value.from]!;
  return array.whole && !Number.isInteger(value) ? undefined : likeOf(call, array, value);
}

function likeOf(call: BuilderCall, { shape, whole, precision, range }: Numbers, value: number): Value {
  const built = builtNumbers(call, shape, () => value, whole);
  return built.kind === 'numbers' ? { ...built, precision, range } : built;
}

/** Julia's `zeros(Float64, 2, 2)` without its type; other types are not followed. */
function juliaTyped(call: BuilderCall): BuilderCall | undefined {
  const [first, ...args] = call.args;
  const isType = first?.value.kind === 'name' && (first.value.name === 'Float64' || first.value.name === 'Int');
  return isType && args.length > 0 && libraryOf(call) === 'julia' ? { ...call, args } : undefined;
}

function filled(call: BuilderCall, value: number): Value | undefined {
  if (!hasOnlyKeywords(call, ['shape', 'size'])) return undefined;
  const typed = juliaTyped(call);
  if (typed) return filled(typed, value);
  const sizes = call.args.filter((arg) => arg.keyword === 'shape' || arg.keyword === 'size');
  const places = positional(call);
  const asList = isMatrix(places[0]?.value);
  const numbers = sizes.length > 0 ? sizes : asList ? places.slice(0, 1) : places.filter((arg) => isScalar(arg.value));
  const type = builderType(call, sizes.length > 0 ? Number.NaN : numbers.length);
  const shape = shapeOf(call.machine, numbers);
  if (!shape || type === false || numbers.length + (type ? 1 : 0) < places.length) return undefined;
  if (numbers.length > 1 && !takesSizes(call)) return undefined;
  const sides = isMatlab(call) && shape.length === 1 ? [shape[0]!, shape[0]!] : shape;
  return withBuilderType(
    call,
    builtNumbers(call, sides, () => value, false),
    type,
  );
}

/** Whether the sides may be arguments of their own; NumPy wants one tuple. */
function takesSizes({ callee, machine }: BuilderCall): boolean {
  return machine.language.lists !== 'sequences' || /^(?:torch|d2l|paddle)\./.test(callee.path);
}

function isMatlab({ machine }: BuilderCall): boolean {
  return machine.language.blankCells && machine.language.quotes !== '"';
}
