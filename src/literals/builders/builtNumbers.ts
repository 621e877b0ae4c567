import { singlePrecision } from '../expression/constructors';
import { numberType } from '../expression/numberTypes';
import { faulty, type Numbers, sizeOf, type Value } from '../expression/value';
import type { BuilderCall } from './builders';

/** More numbers than this are refused before there is room made for them. */
const mostNumbers = 2e6;

/** The matrix of a builder: number `i` is `valueAt(i)`, and its place is the call. */
export function builtNumbers(
  { machine, place, base, callee }: BuilderCall,
  shape: readonly number[],
  valueAt: (index: number) => number,
  whole: boolean,
): Value {
  const { pool } = machine;
  const size = sizeOf(shape);
  pool.size = base;
  if (shape.length > 4) return faulty('too-deep', place);
  if (!(size <= mostNumbers)) return faulty('too-large', place, { found: size, expected: mostNumbers });
  if (size < 1 || shape.some((side) => side < 1)) return faulty('empty', place);
  pool.reserve(size);
  for (let i = 0; i < size; i++) pool.push(valueAt(i), place.start, place.end);
  const precision = singlePrecision(callee.path) ? 'single' : 'double';
  return numbersAt(base, shape, place, whole, precision);
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

/** The built numbers with the type's rounding. */
export function withBuilderType(value: Value, type: ReturnType<typeof numberType>): Value {
  return type && value.kind === 'numbers'
    ? { ...value, precision: type.precision, whole: type.range !== undefined }
    : value;
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
