import { faulty, type Value } from '../expression/value';
import type { BuilderCall } from './builders';

const listNames = new Set(
  'arrayOf intArrayOf floatArrayOf doubleArrayOf listOf mutableListOf List.of Arrays.asList Array.of c'.split(' '),
);

/** A list written as a call: Kotlin's `arrayOf(1, 2)`, Java's `List.of(…)`, PHP's `array(…)`. */
export function listCall({ machine, args, callee, place, base }: BuilderCall): Value | undefined {
  const isList = listNames.has(callee.path) || (callee.path === 'array' && machine.language.lineComments.length === 2);
  const [first] = args;
  if (!isList || first === undefined) return undefined;
  const fault = args.find(({ value }) => value.kind === 'faulty')?.value;
  if (fault) {
    machine.pool.size = base;
    return fault;
  }
  if (first.value.kind !== 'numbers') return undefined;
  const { shape } = first.value;
  let whole = true;
  for (const [index, { value, keyword }] of args.entries()) {
    if (keyword !== undefined || value.kind !== 'numbers') return refusedItem(base, machine, value);
    if (value.shape.join() !== shape.join()) {
      machine.pool.size = base;
      return faulty('ragged', value, { row: index, found: value.shape[0] ?? 1, expected: shape[0] ?? 1 });
    }
    whole &&= value.whole;
  }
  if (shape.length > 3) return undefined;
  return { ...first.value, shape: [args.length, ...shape], from: base, ...place, whole, holder: 'list' };
}

function refusedItem(base: number, machine: BuilderCall['machine'], value: Value): Value {
  machine.pool.size = base;
  return faulty('not-numeric', value, {
    found: machine.text.slice(value.start, Math.min(value.end, value.start + 40)),
  });
}
