import { tokenKinds, tokenText } from '../text/tokens';
import { numbersOf } from './brackets';
import type { Frame } from './frame';
import { gatheredView } from './gather';
import type { Machine } from './machine';
import { faulty, isMatrix, isScalar, type Numbers, sizeOf, type Value } from './value';
import { viewOf } from './views';

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

/** How many tokens `for name in range ( count )` has. */
const lengthOfLoop = 7;

/**
 * Python's `[item for name in range(count)]`, read at its `for`: the item as often as the loop goes round, which it can only
 * be where the item is made of numbers alone. Undefined for any other loop.
 */
export function loopedItem(machine: Machine, item: Numbers): Value | undefined {
  const { tokens, at, language } = machine;
  const count = tokens.values[at + 5]!;
  const words = [0, 2, 3, 4, 6, lengthOfLoop].map((i) => tokenText(tokens, at + i)).join(' ');
  const isLoop = words === 'for in range ( ) ]' && tokens.kinds[at + 1] === tokenKinds.name;
  if (!isLoop || tokens.kinds[at + 5] !== tokenKinds.integer || language.lists !== 'sequences') return undefined;
  return times(machine, item, count, { start: item.start, end: tokens.ends[at + lengthOfLoop - 1]! });
}

/** Passes over the loop that `loopedItem` has read. */
export function passLoop(machine: Machine): void {
  machine.at += lengthOfLoop;
}

/** A value so many times along a new first axis. */
export function times(
  machine: Machine,
  item: Numbers,
  count: number,
  place: { readonly start: number; readonly end: number },
  base = item.from,
): Value {
  const { shape, strides, offset } = viewOf(item);
  const view = { shape: [count, ...shape], strides: [0, ...strides], offset };
  const value = gatheredView(machine, { base, like: item, place }, view);
  if (value.kind !== 'numbers') return value;
  const isList = isScalar(item) || (isMatrix(item) && item.holder !== 'array');
  return { ...value, holder: isList ? 'list' : 'array' };
}
