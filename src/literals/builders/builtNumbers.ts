import { arrayLibrary, singlePrecision } from '../expression/constructors';
import { tooMuch } from '../expression/gather';
import { narrowRange, numberType } from '../expression/numberTypes';
import { faulty, type Numbers, sizeOf, type Value } from '../expression/value';
import type { BuilderCall } from './builders';

/** Where a built matrix comes to lie, and the name that its library is known by. */
export type BuiltPlace = Pick<BuilderCall, 'machine' | 'place' | 'base'> & {
  readonly callee: { readonly path: string };
};

/** The matrix of a builder: number `i` is `valueAt(i)`, and its place is the call. */
export function builtNumbers(
  { machine, place, base, callee }: BuiltPlace,
  shape: readonly number[],
  valueAt: (index: number) => number,
  whole: boolean,
): Value {
  const { pool } = machine;
  const size = sizeOf(shape);
  pool.size = base;
  if (shape.some((side) => side < 1)) return faulty('empty', place);
  const fault = tooMuch(machine, shape, place);
  if (fault) return fault;
  pool.reserve(size);
  for (let i = 0; i < size; i++) pool.push(valueAt(i), place.start, place.end);
  const precision = singlePrecision(callee.path) ? 'single' : 'double';
  return { ...numbersAt(base, shape, place, whole, precision), library: arrayLibrary(callee.path) };
}

function numbersAt(
  from: number,
  shape: readonly number[],
  place: { readonly start: number; readonly end: number },
  whole: boolean,
  precision: Numbers['precision'],
): Numbers {
  const { start, end } = place;
  return {
    kind: 'numbers',
    shape,
    from,
    start,
    end,
    whole,
    holder: 'array',
    precision,
    computed: true,
    form: 'builder',
  };
}

/** The number type that a builder is given, by keyword or as its last argument; false where it is none that is known. */
export function builderType(call: BuilderCall, position: number): ReturnType<typeof numberType> | false {
  const { args, machine } = call;
  const given = args.find(({ keyword }) => keyword === 'dtype') ?? args[position];
  if (!given) return undefined;
  if (given.keyword !== undefined && given.keyword !== 'dtype') return false;
  const { value } = given;
  const isText = value.kind === 'other' && value.isText;
  const name = isText ? machine.text.slice(value.start + 1, value.end - 1) : value.kind === 'name' ? value.name : '';
  return numberType(name) ?? false;
}

/** The built numbers in the type; undefined where one of them is none of that type. */
export function withBuilderType(
  { machine: { pool } }: BuilderCall,
  value: Value,
  type: ReturnType<typeof numberType>,
): Value | undefined {
  if (!type || value.kind !== 'numbers') return value;
  const range = narrowRange(type);
  if (type.range) {
    for (let i = value.from; i < pool.size; i++) {
      const number = pool.values[i]!;
      if (!Number.isInteger(number) || number < type.range[0] || number > type.range[1]) return undefined;
    }
  }
  const isOfTorch = type.range && value.precision === 'single' && type.precision === 'double';
  return { ...value, precision: isOfTorch ? 'single' : type.precision, whole: type.range !== undefined, range };
}

/** The arguments by place, without keywords. */
export function positional({ args }: BuilderCall): BuilderCall['args'] {
  return args.filter(({ keyword }) => keyword === undefined);
}

/** Whether every keyword is one that leaves the numbers alone, or is named. */
export function hasOnlyKeywords({ args }: BuilderCall, known: readonly string[]): boolean {
  return args.every(({ keyword }) => keyword === undefined || harmless.has(keyword) || known.includes(keyword));
}

const harmless = new Set(['dtype', 'device', 'requires_grad', 'layout', 'name', 'pin_memory', 'like']);
