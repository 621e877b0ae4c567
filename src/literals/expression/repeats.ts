import { numbersOf } from './brackets';
import type { Frame } from './frame';
import type { Machine } from './machine';
import { faulty, sizeOf, type Value } from './value';

/** Rust's `[item; count]`: the item as often as the count says. */
export function repeatedItem(machine: Machine, frame: Frame, place: { start: number; end: number }): Value {
  const { pool } = machine;
  const [item, times] = frame.arguments;
  pool.size = frame.base;
  const isRepeat = frame.semicolons === 1 && frame.commas === 0 && item && times;
  if (!isRepeat || item.value.kind !== 'numbers' || times.value.kind !== 'numbers' || times.value.shape.length > 0) {
    return faulty('unsupported', place, { found: ';' });
  }
  const count = pool.values[times.value.from]!;
  const size = sizeOf(item.value.shape);
  if (!Number.isInteger(count) || count < 1) return faulty('empty', place);
  if (size * count > 2e6) return faulty('too-large', place, { found: size * count });
  if (item.value.shape.length > 3) return faulty('too-deep', place);
  pool.size = frame.base + size;
  pool.reserve(size * count);
  for (let i = size; i < size * count; i++) {
    const source = frame.base + (i % size);
    pool.push(pool.values[source]!, pool.starts[source]!, pool.ends[source]!);
  }
  return { ...numbersOf(frame, [count, ...item.value.shape], place), whole: item.value.whole, computed: true };
}
