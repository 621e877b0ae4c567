import { gatheredView, tooMuch } from '../expression/gather';
import { isMatrix, isScalar, type Numbers, sizeOf, type Value } from '../expression/value';
import { type View, viewOf } from '../expression/views';
import type { BuilderCall } from './builders';
import { builtNumbers } from './builtNumbers';
import { bound, integerOf, integersOf, libraryOf } from './parameters';
import { columnsFirst } from './shaping';

/** R's `seq(from, to, by)` and `seq(from, to, length.out = n)`. */
export function seq(call: BuilderCall): Value | undefined {
  const { machine } = call;
  const args = call.args.map((arg) =>
    arg.keyword === 'length.out' || arg.keyword === 'out' ? { ...arg, keyword: 'length' } : arg,
  );
  const given = bound({ ...call, args }, ['from', 'to', 'by', 'length']);
  if (libraryOf(call) !== 'r' || !isScalar(given?.from) || !isScalar(given.to)) return undefined;
  const at = (value: Value | undefined) => (isScalar(value) ? machine.pool.values[value.from]! : undefined);
  const [from, to, by, count] = [at(given.from)!, at(given.to)!, at(given.by), at(given.length)];
  if ((given.by && by === undefined) || (given.length && count === undefined) || (given.by && given.length))
    return undefined;
  const step = count === undefined ? (by ?? (to < from ? -1 : 1)) : (to - from) / (count - 1);
  const length = count ?? Math.floor((to - from) / step + 1e-10) + 1;
  if (!Number.isInteger(length) || length < 2) return undefined;
  const whole = count === undefined && given.from.whole && Number.isInteger(step);
  return builtNumbers(call, [length], (i) => (count !== undefined && i === length - 1 ? to : from + i * step), whole);
}

/** R's `rep(x, times)`, `rep(x, times = n)` and `rep(x, each = n)`. */
export function rep(call: BuilderCall): Value | undefined {
  const { machine, base, place } = call;
  const given = bound(call, ['x', 'times', 'each']);
  const value = given?.x;
  const [again, each] = [given?.times, given?.each].map((count) => (count ? integerOf(call, count) : 1));
  if (libraryOf(call) !== 'r' || value?.kind !== 'numbers' || value.shape.length > 1 || !again || !each)
    return undefined;
  if (again < 1 || each < 1) return undefined;
  const { offset } = viewOf(value);
  const size = sizeOf(value.shape);
  const view: View = { shape: [again, size, each], strides: [0, 1, 0], offset };
  return gatheredView(machine, { base, like: value, place }, view, [again * size * each]);
}

/** R's `array(data, dim)`: columns first, the data again and again until it is full. */
export function rArray(call: BuilderCall): Value | undefined {
  const { machine, base, place } = call;
  const given = bound(call, ['data', 'dim']);
  const data = given?.data;
  const shape = integersOf(call, given?.dim);
  if (libraryOf(call) !== 'r' || data?.kind !== 'numbers' || data.from !== base || !shape) return undefined;
  const size = shape.reduce((product, side) => product * side, 1);
  const count = sizeOf(data.shape);
  if (size % count !== 0 || shape.some((side) => side < 1) || shape.length > 4) return undefined;
  const fault = tooMuch(machine, shape, place);
  if (fault) return fault;
  const view: View = { shape: [size / count, count], strides: [0, 1], offset: data.from };
  const full = gatheredView(machine, { base, like: data, place }, view, [size]);
  const value = isMatrix(full) ? columnsFirst(call, full, shape) : full;
  return value?.kind === 'numbers' && size === count ? { ...value, computed: data.computed } : value;
}

/** R's `matrix(x, m, n)` of a single number. */
export function filledMatrix(call: BuilderCall, value: Numbers, rows: number, columns: number): Value {
  const number = call.machine.pool.values[value.from]!;
  return builtNumbers(call, [rows, columns], () => number, value.whole);
}
