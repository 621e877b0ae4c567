import { reshaped, shapeOf } from '../expression/shapes';
import { faulty, isMatrix, isScalar, sizeOf, type Value } from '../expression/value';
import type { BuilderCall } from './builders';

/** Rust's `Array::from_shape_vec((rows, columns), vec![…])`. */
export function shapedVector(call: BuilderCall): Value | undefined {
  const [shapeArgument, data] = call.args;
  const shape = shapeArgument && shapeOf(call.machine, [shapeArgument]);
  return call.args.length === 2 && data && shape ? inShape(call, data.value, shape) : undefined;
}

/** Java's `new Kernel(width, height, new float[] {…})`. */
export function imageKernel(call: BuilderCall): Value | undefined {
  const [width, height, data] = call.args;
  if (call.args.length !== 3 || !data || !isScalar(width?.value) || !isScalar(height?.value)) return undefined;
  const { values } = call.machine.pool;
  return inShape(call, data.value, [values[height.value.from]!, values[width.value.from]!]);
}

/** Moves a flat list to where the call's result lies, in the given shape. */
function inShape({ machine, base, place }: BuilderCall, data: Value, shape: readonly number[]): Value | undefined {
  if (!isMatrix(data) || data.shape.length !== 1) return undefined;
  const { pool } = machine;
  const size = sizeOf(data.shape);
  const shaped = reshaped(data, shape, place);
  if (shaped?.kind !== 'numbers') {
    pool.size = base;
    return shaped ?? faulty('ragged', place, { found: size, expected: sizeOf(shape) });
  }
  pool.values.copyWithin(base, data.from, data.from + size);
  pool.starts.copyWithin(base, data.from, data.from + size);
  pool.ends.copyWithin(base, data.from, data.from + size);
  pool.size = base + size;
  return { ...shaped, from: base, holder: 'array' };
}
