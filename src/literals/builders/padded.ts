import { dropped, filled, gathered, tooMuch } from '../expression/gather';
import { isMatrix, isScalar, type Numbers, sizeOf, type Value } from '../expression/value';
import { rowStrides } from '../expression/views';
import type { BuilderCall } from './builders';
import { arrayOf, bound, integersOf, libraryOf, textOf } from './parameters';

/** Where a place beyond the matrix takes its number from, for an axis of `side` numbers; `filled` for none of them. */
type Border = (at: number, side: number) => number;

const borders: Readonly<Record<string, Border | undefined>> = {
  __proto__: null as never,
  constant: () => filled,
  edge: (at, side) => (at < 0 ? 0 : side - 1),
  reflect: (at, side) => (at < 0 ? -at : 2 * side - 2 - at),
  symmetric: (at, side) => (at < 0 ? -at - 1 : 2 * side - 1 - at),
  wrap: (at, side) => (at < 0 ? at + side : at - side),
};

/** NumPy's `pad(a, width, mode, constant_values=…)`; borders that would reflect or wrap more than once are refused. */
export function pad(call: BuilderCall): Value | undefined {
  const { machine } = call;
  const given = bound(call, ['array', 'pad_width', 'mode', 'constant_values']);
  const array = arrayOf(call, given?.array);
  const mode = given?.mode ? textOf(call, given.mode) : 'constant';
  const border = mode === undefined ? undefined : borders[mode];
  const widths = array && widthsOf(call, given?.pad_width, array.shape.length);
  const value = given?.constant_values;
  if (!array || !border || !widths || libraryOf(call) !== 'numpy' || (value && !isScalar(value))) return undefined;
  const fits = widths.every(([before, after], axis) => Math.max(before, after) < array.shape[axis]!);
  if (mode !== 'constant' && mode !== 'edge' && !fits) return undefined;
  const fill = isScalar(value) ? machine.pool.values[value.from]! : 0;
  if (array.whole && !Number.isInteger(fill)) return undefined;
  return padded(call, array, widths, border, fill);
}

function padded(
  { machine, base, place }: BuilderCall,
  array: Numbers,
  widths: readonly (readonly [number, number])[],
  border: Border,
  fill: number,
): Value {
  const shape = array.shape.map((side, axis) => side + widths[axis]![0] + widths[axis]![1]);
  const fault = tooMuch(machine, shape, place);
  if (fault) return dropped(machine, { base }, fault);
  const [steps, strides] = [rowStrides(shape), rowStrides(array.shape)];
  const sources = Int32Array.from({ length: sizeOf(shape) }, (_, i) => {
    let source = array.from;
    for (let axis = 0; axis < shape.length; axis++) {
      const side = array.shape[axis]!;
      const at = (Math.floor(i / steps[axis]!) % shape[axis]!) - widths[axis]![0];
      const inside = at >= 0 && at < side ? at : border(at, side);
      if (inside === filled) return filled;
      source += inside * strides[axis]!;
    }
    return source;
  });
  return gathered(machine, { base, like: array, place }, shape, sources, fill);
}

/** The cells before and after each axis: one number for all, a pair for all, or a pair for each. */
function widthsOf(
  call: BuilderCall,
  value: Value | undefined,
  axes: number,
): readonly (readonly [number, number])[] | undefined {
  const numbers = integersOf(call, value);
  if (!value || !numbers?.every((width) => width >= 0)) return undefined;
  const pair = (at: number): readonly [number, number] => [numbers[at]!, numbers[at + 1]!];
  if (numbers.length === 1) return new Array(axes).fill([numbers[0]!, numbers[0]!]);
  const isPairs = isMatrix(value) && value.shape.length === 2 && value.shape[1] === 2;
  if (isPairs && value.shape[0] === axes) return Array.from({ length: axes }, (_, axis) => pair(2 * axis));
  return numbers.length === 2 && isMatrix(value) ? new Array(axes).fill(pair(0)) : undefined;
}
