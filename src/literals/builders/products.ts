import { isMatrix, sizeOf, type Value } from '../expression/value';
import type { BuilderCall } from './builders';
import { builtNumbers } from './builtNumbers';

/** NumPy's `outer(column, row)`. */
export function outer(call: BuilderCall): Value | undefined {
  const [column, row] = call.args;
  if (call.args.length !== 2 || !isMatrix(column?.value) || !isMatrix(row?.value)) return undefined;
  if (column.value.precision !== 'double' || row.value.precision !== 'double') return undefined;
  if (!/^(?:np|numpy)\./.test(call.callee.path)) return undefined;
  const { values } = call.machine.pool;
  const left = values.slice(column.value.from, column.value.from + sizeOf(column.value.shape));
  const right = values.slice(row.value.from, row.value.from + sizeOf(row.value.shape));
  const columns = right.length;
  const whole = column.value.whole && row.value.whole;
  return builtNumbers(call, [left.length, columns], (i) => left[Math.floor(i / columns)]! * right[i % columns]!, whole);
}
