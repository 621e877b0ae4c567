import { shapeOf } from '../expression/shapes';
import { isMatrix, isScalar, type Value } from '../expression/value';
import type { BuilderCall } from './builders';
import { builderType, builtNumbers, hasOnlyKeywords, positional, withBuilderType } from './builtNumbers';

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
  const [shapeArgument, valueArgument] = positional(call);
  if (!shapeArgument || !isScalar(valueArgument?.value) || !hasOnlyKeywords(call, [])) return undefined;
  const type = builderType(call, 2);
  const shape = shapeOf(call.machine, [shapeArgument]);
  if (!shape || type === false) return undefined;
  const { value } = valueArgument;
  const number = call.machine.pool.values[value.from]!;
  if (type?.range && !Number.isInteger(number)) return undefined;
  return withBuilderType(
    builtNumbers(call, shape, () => number, value.whole),
    type,
  );
}

/** `eye(n)` and `eye(n, m)`. */
export function eye(call: BuilderCall): Value | undefined {
  const sizes = positional(call).filter(({ value }) => isScalar(value));
  const type = builderType(call, Number.NaN);
  const shape = shapeOf(call.machine, sizes);
  const isKnown = shape && shape.length <= 2 && sizes.length === positional(call).length && hasOnlyKeywords(call, []);
  if (!isKnown || type === false) return undefined;
  const [rows, columns] = [shape[0]!, shape[1] ?? shape[0]!];
  const value = builtNumbers(call, [rows, columns], (i) => (Math.floor(i / columns) === i % columns ? 1 : 0), false);
  return withBuilderType(value, type);
}

/** NumPy's `identity(n)`. */
export function identity(call: BuilderCall): Value | undefined {
  return positional(call).length === 1 ? eye(call) : undefined;
}

function filled(call: BuilderCall, value: number): Value | undefined {
  if (!hasOnlyKeywords(call, ['shape', 'size'])) return undefined;
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
