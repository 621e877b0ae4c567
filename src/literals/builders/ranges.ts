import { isScalar, type Numbers, type Value } from '../expression/value';
import type { BuilderCall } from './builders';
import { builderType, builtNumbers, hasOnlyKeywords, positional, withBuilderType } from './builtNumbers';

/** `arange(stop)`, `arange(start, stop)`, `arange(start, stop, step)`. */
export function arange(call: BuilderCall): Value | undefined {
  const numbers = scalars(call);
  const type = builderType(call, Number.NaN);
  if (!numbers || numbers.length > 3 || type === false) return undefined;
  const { values } = call.machine.pool;
  const given = numbers.map(({ from }) => values[from]!);
  const [start, stop, step] = given.length === 1 ? [0, given[0]!, 1] : [given[0]!, given[1]!, given[2] ?? 1];
  const length = Math.ceil((stop - start) / step);
  if (!Number.isFinite(length) || (type?.range && !numbers.every(({ whole }) => whole))) return undefined;
  const delta = start + step - start;
  const whole = numbers.every((value) => value.whole);
  return withBuilderType(
    call,
    builtNumbers(call, [Math.max(0, length)], (i) => start + i * delta, whole),
    type,
  );
}

/** `linspace(start, stop, count)` in double precision. */
export function linspace(call: BuilderCall): Value | undefined {
  const numbers = scalars(call);
  const isDouble = !/^(?:torch|tf|jnp|d2l)\./.test(call.callee.path);
  if (numbers?.length !== 3 || !isDouble || call.args.length !== 3) return undefined;
  const { values } = call.machine.pool;
  const [start, stop, count] = numbers.map(({ from }) => values[from]!) as [number, number, number];
  if (!Number.isInteger(count)) return undefined;
  const { blankCells, quotes } = call.machine.language;
  const shape = blankCells && quotes !== '"' ? [1, count] : [count];
  const step = (stop - start) / (count - 1);
  return builtNumbers(call, shape, (i) => (i === count - 1 && i > 0 ? stop : i * step + start), false);
}

function scalars(call: BuilderCall): Numbers[] | undefined {
  if (!hasOnlyKeywords(call, [])) return undefined;
  const values = positional(call).map(({ value }) => value);
  return values.length > 0 && values.every(isScalar) ? values.filter(isScalar) : undefined;
}
