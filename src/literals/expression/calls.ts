import { builders } from '../builders/builders';
import { methodCall } from '../builders/methods';
import { quoted } from '../problem';
import { numberFromText } from '../text/namedNumbers';
import { listValue } from './brackets';
import { arrayConstructors, arrayLibrary, scalarConstructors, singlePrecision } from './constructors';
import { settle } from './emit';
import type { Argument, Frame } from './frame';
import { itemsOfArguments } from './indexItems';
import { discard, type Machine } from './machine';
import { applyMember } from './members';
import { addNote, noteKeywords, noteMember } from './notes';
import { withType } from './numberTypes';
import { drawnValue } from './surroundings';
import { isTransform } from './transforms';
import { faulty, isMatrix, isScalar, type NameValue, type Numbers, other, type Value } from './value';

/** The value of a call whose closing bracket was reached; what is handed to unknown functions is recorded as it stands. */
export function callValue(machine: Machine, frame: Frame, end: number): Value {
  const { callee } = frame;
  const place = { start: callee?.start ?? frame.start, end };
  if (callee?.kind === 'member') return memberCall(machine, frame, callee.of, callee.name, place);
  const drawn = drawnValue(machine, frame, place);
  if (drawn) return drawn;
  if (callee?.kind === 'name') {
    const known = knownCall(machine, frame, callee, place);
    if (known) return known;
  }
  // An index in round brackets, as MATLAB and Eigen have it, looks like a call.
  const indices = callee?.kind === 'name' ? [itemsOfArguments(machine, frame)] : undefined;
  settleArguments(machine, frame);
  return { ...other(place, callee?.kind === 'name' ? callee.path : undefined), ...(indices ? { indices } : {}) };
}

function memberCall(
  machine: Machine,
  frame: Frame,
  of: Numbers,
  name: string,
  place: { start: number; end: number },
): Value {
  const result =
    applyMember(machine, of, name, frame.arguments, place) ??
    (isMatrix(of) ? methodCall(machine, of, name, frame.arguments, place) : undefined);
  if (result?.kind === 'numbers') noteMember(machine, name, of, { start: of.start, end: place.end });
  if (result) return result;
  discard(machine, of);
  return isMatrix(of) ? faulty('unsupported', place, { found: `.${name}()` }) : other(place);
}

function knownCall(
  machine: Machine,
  frame: Frame,
  callee: NameValue,
  place: { start: number; end: number },
): Value | undefined {
  const build = Object.hasOwn(builders, callee.name) ? builders[callee.name] : undefined;
  const built = build?.({ machine, args: frame.arguments, callee, place, base: frame.base });
  if (isMatrix(built) && built.computed) {
    addNote(machine, 'built', place, { found: quoted(machine.text, place.start, place.end) });
  }
  if (built) return built;
  const fault = build && frame.arguments.find(({ value }) => value.kind === 'faulty')?.value;
  if (fault?.kind === 'faulty' && isTransform(callee)) {
    machine.pool.size = frame.base;
    return { ...fault, ...place };
  }
  if (arrayConstructors.has(callee.name) || scalarConstructors.has(callee.name)) {
    const constructed = construct(machine, frame, callee, place);
    if (constructed) return constructed;
  }
  if (isTransform(callee) && frame.arguments.some(({ value }) => isMatrix(value) || value.kind === 'parts')) {
    machine.pool.size = frame.base;
    return faulty('unsupported', place, { found: callee.path });
  }
  return undefined;
}

function construct(
  machine: Machine,
  frame: Frame,
  callee: NameValue,
  place: { start: number; end: number },
): Value | undefined {
  const [first, second] = frame.arguments;
  if (first === undefined) return undefined;
  if (first.value.kind === 'faulty' && first.keyword === undefined) return { ...first.value, ...place };
  const maps = callee.name === 'from' && frame.arguments.length > 1;
  if (maps || (machine.language.arrow && callee.name === 'array')) {
    machine.pool.size = frame.base;
    return faulty('unsupported', place, { found: callee.path });
  }
  if (first.keyword !== undefined) return undefined;
  if (first.value.kind === 'other' && first.value.isText) return fromText(machine, frame, callee, place);
  if (first.value.kind !== 'numbers' || first.value.from !== frame.base) return undefined;
  if (isScalar(first.value) && !scalarConstructors.has(callee.name)) return undefined;
  const numbers = first.value;
  const holder: Numbers['holder'] = callee.name === 'matrix' || callee.name === 'mat' ? 'matrix' : 'array';
  const isArray = numbers.holder === 'array' || numbers.holder === 'matrix';
  const precision = singlePrecision(callee.path) ? 'single' : isArray ? numbers.precision : 'double';
  // Whole numbers of TensorFlow and JAX have 32 bits.
  const range =
    numbers.whole && /^(?:tf|jnp|jax)\./.test(callee.path) ? ([-(2 ** 31), 2 ** 31 - 1] as const) : undefined;
  const array: Numbers = {
    ...numbers,
    precision,
    range: range ?? numbers.range,
    library: arrayLibrary(callee.path),
  };
  // What was a list before has not been rounded to any type yet.
  const made = withType(machine, array, callee, second, frame.arguments, place);
  const typed = made.kind === 'numbers' ? { ...made, holder: holder } : made;
  if (isMatrix(typed)) noteKeywords(machine, frame.arguments, numbers);
  if (isMatrix(typed) && typed.computed && !numbers.computed) addNote(machine, 'cut', numbers);
  return typed;
}

function fromText(
  machine: Machine,
  frame: Frame,
  { name }: NameValue,
  place: { start: number; end: number },
): Value | undefined {
  const text = frame.arguments[0]!.value;
  const value = numberFromText(machine.text.slice(text.start + 1, text.end - 1));
  if (!scalarConstructors.has(name) || value === undefined) return undefined;
  machine.pool.size = frame.base;
  machine.pool.push(value, place.start, place.end);
  return {
    kind: 'numbers',
    shape: [],
    from: frame.base,
    ...place,
    whole: false,
    holder: 'array',
    precision: 'double',
    computed: false,
    form: 'brackets',
  };
}

/** A call's arguments that are matrices of their own: `filter2D(img, -1, np.array([[…]]))`. */
function settleArguments(machine: Machine, frame: Frame): void {
  const { callee } = frame;
  const saysShape = callee?.kind === 'name' && /^(?:Size|TensorShape|Shape)$/.test(callee.name);
  for (const { keyword, value } of saysShape ? [] : frame.arguments) {
    const parts = value.kind === 'parts' ? value.of : [value];
    for (const part of parts.toReversed()) {
      const isRow = isMatrix(part) && part.shape.length === 1;
      // A generated row that is handed to a function is what it runs through, not a literal.
      if (isRow && part.form === 'builder') continue;
      settle(machine, part, { name: keyword, weak: isRow, loose: false });
    }
  }
  machine.pool.size = frame.base;
}

/** Adds the finished argument of a call. */
export function addArgument(frame: Frame, value: Value | undefined): void {
  const keyword = frame.label?.name;
  frame.label = undefined;
  if (value) frame.arguments.push({ keyword, value } satisfies Argument);
}

/** GLSL's `float[](1., 2.)` is a list in round brackets. */
export function isTypedList({ callee }: Frame): boolean {
  return callee?.kind === 'other' && callee.partOf === 'float';
}

/** The value of `float[](…)`, whose arguments are its items. */
export function typedListValue(machine: Machine, frame: Frame, end: number): Value {
  const { arguments: args } = frame;
  if (args.length === 0 || !args.every(({ value }) => isScalar(value))) {
    machine.pool.size = frame.base;
    return other({ start: frame.start, end });
  }
  return listValue(machine, { ...frame, count: args.length, itemShape: [] }, end);
}
