import type { Argument } from './frame';
import type { Machine } from './machine';
import { reshaped, shapeOf } from './shapes';
import { faulty, type NameValue, type Numbers, sizeOf, type Value } from './value';

interface NumberType {
  readonly precision: Numbers['precision'];
  /** The least and greatest whole number; undefined for numbers with a fraction. */
  readonly range?: readonly [number, number];
}

const ofBits = (bits: number, signed: boolean): readonly [number, number] =>
  signed ? [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1] : [0, 2 ** bits - 1];

const types: Readonly<Record<string, NumberType>> = {
  double: { precision: 'double' },
  float: { precision: 'double' },
  float_: { precision: 'double' },
  float64: { precision: 'double' },
  f64: { precision: 'double' },
  CV_32F: { precision: 'single' },
  CV_32FC1: { precision: 'single' },
  CV_64F: { precision: 'double' },
  CV_64FC1: { precision: 'double' },
  CV_8U: { precision: 'narrow', range: [0, 255] },
  CV_8UC1: { precision: 'narrow', range: [0, 255] },
  single: { precision: 'single' },
  float32: { precision: 'single' },
  f4: { precision: 'single' },
  float16: { precision: 'narrow' },
  half: { precision: 'narrow' },
  bfloat16: { precision: 'narrow' },
  bool: { precision: 'narrow', range: [0, 1] },
  int: { precision: 'double', range: ofBits(54, true) },
  int_: { precision: 'double', range: ofBits(54, true) },
  long: { precision: 'double', range: ofBits(54, true) },
  int64: { precision: 'double', range: ofBits(54, true) },
  int32: { precision: 'double', range: ofBits(32, true) },
  int16: { precision: 'double', range: ofBits(16, true) },
  int8: { precision: 'double', range: ofBits(8, true) },
  uint8: { precision: 'double', range: ofBits(8, false) },
  uint16: { precision: 'double', range: ofBits(16, false) },
  uint32: { precision: 'double', range: ofBits(32, false) },
  uint64: { precision: 'narrow', range: ofBits(53, false) },
};

const typedCallees: Readonly<Record<string, string>> = {
  FloatTensor: 'float32',
  DoubleTensor: 'float64',
  LongTensor: 'int64',
  IntTensor: 'int32',
  HalfTensor: 'float16',
  Float32Array: 'float32',
  Float64Array: 'float64',
  Int8Array: 'int8',
  Int16Array: 'int16',
  Int32Array: 'int32',
  Uint8Array: 'uint8',
  Uint8ClampedArray: 'uint8',
  Uint16Array: 'uint16',
  Uint32Array: 'uint32',
};

/** Keywords of constructors that change the numbers or their order in ways that are not followed. */
const unread = new Set(['ndmin', 'order', 'byrow', 'where', 'out']);

/** Numbers as the constructor's type and further arguments leave them. */
export function withType(
  machine: Machine,
  numbers: Numbers,
  callee: NameValue,
  second: Argument | undefined,
  args: readonly Argument[],
  place: { readonly start: number; readonly end: number },
): Value {
  if (args.some(({ keyword }) => keyword !== undefined && unread.has(keyword))) {
    machine.pool.size = numbers.from;
    return faulty('unsupported', place, { found: callee.path });
  }
  const typed = args.find(({ keyword }) => keyword === 'dtype') ?? (second?.keyword === undefined ? second : undefined);
  const name = typeName(machine, typed?.value) ?? typedCallees[callee.name] ?? callee.name;
  const type = Object.hasOwn(types, name) ? types[name]! : undefined;
  const isStray = typed?.value.kind === 'numbers' && !/^tensor/.test(callee.name);
  if (/^(?:complex|c)\d*$/.test(name) || isStray) {
    machine.pool.size = numbers.from;
    return isStray ? faulty('unsupported', place, { found: callee.path }) : faulty('complex', place, { found: name });
  }
  const shapeArgument = args.find(({ keyword }) => keyword === 'shape') ?? positionalShape(callee, args);
  const shape = shapeArgument && shapeOf(machine, [shapeArgument]);
  machine.pool.size = numbers.from + sizeOf(numbers.shape);
  const made = type ? asType(machine, numbers, type, place) : numbers;
  return shape && made.kind === 'numbers' ? (reshaped(made, shape, place) ?? made) : made;
}

/** `tf.tensor2d([…], [2, 3])`. */
function positionalShape({ name }: NameValue, args: readonly Argument[]): Argument | undefined {
  const [, second] = args;
  const isShape = second?.keyword === undefined && second?.value.kind === 'numbers' && second.value.shape.length === 1;
  return isShape && /^tensor/.test(name) ? second : undefined;
}

/** The name of a number type in code: `np.uint8`, `'float32'`, `int`. */
function typeName({ text }: Machine, value: Value | undefined): string | undefined {
  if (value?.kind === 'name') return value.name;
  if (value?.kind === 'other' && value.isText) return text.slice(value.start + 1, value.end - 1);
  return undefined;
}

/** Numbers of the given type; a fraction is cut off where the type is whole, what does not fit is refused. */
export function asType(
  machine: Machine,
  numbers: Numbers,
  type: NumberType,
  place: { start: number; end: number },
): Value {
  const { values } = machine.pool;
  const to = numbers.from + sizeOf(numbers.shape);
  const { range } = type;
  // PyTorch's whole numbers turn into single precision where they are divided, NumPy's into double.
  const wasSingle = range && numbers.precision === 'single' && type.precision === 'double';
  const precision = !wasSingle ? type.precision : numbers.whole ? 'single' : 'narrow';
  if (range === undefined) {
    const isArray = numbers.holder === 'array' || numbers.holder === 'matrix';
    const isWidened = isArray && precision === 'double' && numbers.precision === 'single' && !numbers.whole;
    if (isWidened) for (let i = numbers.from; i < to; i++) values[i] = Math.fround(values[i]!);
    return { ...numbers, precision, whole: false, range };
  }
  let computed = numbers.computed;
  for (let i = numbers.from; i < to; i++) {
    const cut = Math.trunc(values[i]!);
    if (!(cut >= range[0] && cut <= range[1])) {
      machine.pool.size = numbers.from;
      return faulty('unsupported', place, { found: String(values[i]) });
    }
    computed ||= cut !== values[i];
    values[i] = cut;
  }
  return { ...numbers, precision, whole: true, computed, range: narrowRange(type) };
}

/** The range of a type that wraps around before a double loses whole numbers. */
export function narrowRange({ range }: NumberType): readonly [number, number] | undefined {
  return range && range[1] < 2 ** 52 ? range : undefined;
}

/** The number type of a name; undefined for a name that is none. */
export function numberType(name: string): NumberType | undefined {
  return Object.hasOwn(types, name) ? types[name] : undefined;
}
