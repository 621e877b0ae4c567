import { type Tokens, tokenCode, tokenKinds, tokenText } from '../text/tokens';
import type { Drawing } from './drawing';
import type { IntegerBits } from './integers';
import type { GeneratorKind } from './randomSource';

/** A call that draws: what, and in which shape; a single number has none. */
export interface DrawCall {
  readonly drawing: Drawing;
  readonly shape: readonly number[];
  readonly whole: boolean;
}

/** An argument of a call, as far as it is written out. */
type Argument = number | readonly number[] | string | undefined;

interface Arguments {
  readonly placed: readonly Argument[];
  readonly named: ReadonlyMap<string, Argument>;
}

/** The numbers that names stand for. */
export type NumberOf = (token: number) => number | undefined;

/** What a method of a generator is asked for by the call whose round bracket opens at a token; undefined where that is not clear. */
export function drawCall(
  kind: GeneratorKind,
  method: string,
  call: { readonly tokens: Tokens; readonly open: number; readonly close: number; readonly numberOf: NumberOf },
): DrawCall | undefined {
  const readers: Readonly<Record<string, (args: Arguments) => DrawCall | undefined>> = methods[kind];
  const read = Object.hasOwn(readers, method) ? readers[method] : undefined;
  const args = read && argumentsIn(call);
  const found = args && read(args);
  return found && found.shape.length <= 4 && found.shape.every((side) => Number.isInteger(side) && side > 0)
    ? found
    : undefined;
}

const unit: Drawing = { kind: 'uniform', low: 0, high: 1 };
const standard: Drawing = { kind: 'normal', mean: 0, deviation: 1 };

const legacy: Readonly<Record<string, (args: Arguments) => DrawCall | undefined>> = {
  rand: (args) => bySides(args, unit),
  randn: (args) => bySides(args, standard),
  random: (args) => bySize(args, 0, [], unit),
  random_sample: (args) => bySize(args, 0, [], unit),
  sample: (args) => bySize(args, 0, [], unit),
  ranf: (args) => bySize(args, 0, [], unit),
  standard_normal: (args) => bySize(args, 0, [], standard),
  normal: (args) => bySize(args, 2, ['loc', 'scale'], normalOf(args)),
  uniform: (args) => bySize(args, 2, ['low', 'high'], uniformOf(args)),
  randint: (args) => integersOf(args, ['low', 'high', 'dtype'], 'int64'),
};

const methods: Readonly<Record<GeneratorKind, typeof legacy>> = {
  RandomState: legacy,
  default_rng: {
    random: (args) => singlesOr(args, bySize(args, 0, ['dtype'], unit)),
    uniform: legacy.uniform!,
    integers: (args) => integersOf(args, ['low', 'high', 'dtype', 'endpoint'], 'int64'),
  },
  torch: {
    rand: (args) => bySides(args, { kind: 'singles' }),
    randint: (args) => remaindersOf(args),
  },
};

function bySides({ placed, named }: Arguments, drawing: Drawing): DrawCall | undefined {
  const [first] = placed;
  const sides = placed.length === 1 && Array.isArray(first) ? (first as readonly number[]) : placed;
  const isNumbers = sides.every((side) => typeof side === 'number');
  return isNumbers && named.size === 0 ? { drawing, shape: sides as readonly number[], whole: false } : undefined;
}

function bySize(
  { placed, named }: Arguments,
  position: number,
  keywords: readonly string[],
  drawing: Drawing | undefined,
): DrawCall | undefined {
  const shape = shapeOf(
    named.has('size') ? named.get('size') : placed[position],
    placed.length > position || named.has('size'),
  );
  const isKnown =
    placed.length <= position + 1 && [...named.keys()].every((name) => name === 'size' || keywords.includes(name));
  return drawing && shape && isKnown ? { drawing, shape, whole: false } : undefined;
}

function shapeOf(size: Argument, isGiven: boolean): readonly number[] | undefined {
  if (!isGiven || size === 'None') return [];
  if (typeof size === 'number') return [size];
  return Array.isArray(size) ? (size as readonly number[]) : undefined;
}

function given({ placed, named }: Arguments, position: number, name: string, otherwise: number): number | undefined {
  if (!named.has(name) && position >= placed.length) return otherwise;
  const value = named.has(name) ? named.get(name) : placed[position];
  return typeof value === 'number' ? value : undefined;
}

function normalOf(args: Arguments): Drawing | undefined {
  const mean = given(args, 0, 'loc', 0);
  const deviation = given(args, 1, 'scale', 1);
  return mean === undefined || deviation === undefined || deviation < 0
    ? undefined
    : { kind: 'normal', mean, deviation };
}

function uniformOf(args: Arguments): Drawing | undefined {
  const low = given(args, 0, 'low', 0);
  const high = given(args, 1, 'high', 1);
  return low === undefined || high === undefined ? undefined : { kind: 'uniform', low, high };
}

function singlesOr(args: Arguments, doubles: DrawCall | undefined): DrawCall | undefined {
  const type = args.named.get('dtype');
  if (type === undefined) return doubles;
  return doubles && type === 'float32' ? { ...doubles, drawing: { kind: 'singles' } } : undefined;
}

const bitsOf: Readonly<Record<string, IntegerBits>> = {
  int: 64,
  int64: 64,
  int32: 32,
  uint32: 32,
  int16: 16,
  uint16: 16,
  int8: 8,
  uint8: 8,
};

function integersOf(args: Arguments, keywords: readonly string[], otherwise: string): DrawCall | undefined {
  const { placed, named } = args;
  const first = given(args, 0, 'low', Number.NaN);
  const isUpper = placed[1] === 'None' || (placed.length < 2 && !named.has('high'));
  const second = isUpper ? first : given(args, 1, 'high', Number.NaN);
  const type = named.get('dtype') ?? placed[3] ?? otherwise;
  const bits = typeof type === 'string' && Object.hasOwn(bitsOf, type) ? bitsOf[type] : undefined;
  const endpoint = named.get('endpoint');
  if (endpoint !== undefined && endpoint !== 'True' && endpoint !== 'False') return undefined;
  const low = isUpper ? 0 : first;
  if (first === undefined || second === undefined || low === undefined || bits === undefined) return undefined;
  const range = second - low - (endpoint === 'True' ? 0 : 1);
  const isExact = Number.isInteger(low) && range >= 0 && range < 2 ** Math.min(32, bits) && Number.isInteger(range);
  if (!isExact || placed.length > 4) return undefined;
  const rest = { placed: placed.slice(0, 3), named };
  const shaped = bySize(rest, 2, keywords, { kind: 'integers', low, range, bits });
  return shaped && { ...shaped, whole: true };
}

function remaindersOf({ placed, named }: Arguments): DrawCall | undefined {
  const size = placed.at(-1);
  const [low, high] = placed.length === 3 ? [placed[0], placed[1]] : [0, placed[0]];
  const isKnown = placed.length >= 2 && placed.length <= 3 && named.size === 0 && Array.isArray(size);
  if (!isKnown || typeof low !== 'number' || typeof high !== 'number') return undefined;
  const range = high - low - 1;
  if (!Number.isInteger(range) || range < 0 || range >= 2 ** 32 - 1) return undefined;
  return { drawing: { kind: 'remainders', low, range }, shape: size as readonly number[], whole: true };
}

interface Reading {
  readonly tokens: Tokens;
  readonly numberOf: NumberOf;
  at: number;
}

/** The arguments between two brackets; undefined where one is not written out. */
function argumentsIn({ tokens, open, close, numberOf }: Parameters<typeof drawCall>[2]): Arguments | undefined {
  const reading: Reading = { tokens, numberOf, at: open + 1 };
  const placed: Argument[] = [];
  const named = new Map<string, Argument>();
  skipLines(reading);
  while (reading.at < close) {
    const isNamed = tokens.kinds[reading.at] === tokenKinds.name && tokens.kinds[reading.at + 1] === tokenKinds.assign;
    const keyword = isNamed ? tokenText(tokens, reading.at) : undefined;
    if (isNamed) reading.at += 2;
    const value = readArgument(reading);
    if (value === undefined) return undefined;
    if (keyword === undefined) placed.push(value);
    else named.set(keyword, value);
    skipLines(reading);
    if (reading.at < close && tokens.kinds[reading.at++] !== tokenKinds.comma) return undefined;
    skipLines(reading);
  }
  return { placed, named };
}

function skipLines(reading: Reading): void {
  while (reading.tokens.kinds[reading.at] === tokenKinds.newline) reading.at++;
}

function readArgument(reading: Reading): Argument {
  const { tokens } = reading;
  const kind = tokens.kinds[reading.at];
  if (kind === tokenKinds.open) return readSides(reading);
  if (kind === tokenKinds.string) {
    const text = tokenText(tokens, reading.at++);
    return text.slice(1, -1);
  }
  return kind === tokenKinds.name ? readWord(reading) : readNumber(reading);
}

function readNumber(reading: Reading): number | undefined {
  const { tokens } = reading;
  const isNegative = tokens.kinds[reading.at] === tokenKinds.operator && tokenText(tokens, reading.at) === '-';
  if (isNegative) reading.at++;
  const kind = tokens.kinds[reading.at];
  if (kind !== tokenKinds.integer && kind !== tokenKinds.decimal) return undefined;
  const value = tokens.values[reading.at++]!;
  return isNegative ? -value : value;
}

/** `np.int32`, `None`, or a name that stands for a number. */
function readWord(reading: Reading): Argument {
  const { tokens, numberOf } = reading;
  const number = numberOf(reading.at);
  if (number !== undefined) {
    reading.at++;
    return number;
  }
  while (tokens.kinds[reading.at + 1] === tokenKinds.dot && tokens.kinds[reading.at + 2] === tokenKinds.name)
    reading.at += 2;
  return tokenText(tokens, reading.at++);
}

function readSides(reading: Reading): readonly number[] | undefined {
  const { tokens } = reading;
  if (tokenCode(tokens, reading.at) === 123) return undefined;
  reading.at++;
  const sides: number[] = [];
  while (tokens.kinds[reading.at] !== tokenKinds.close) {
    const isName = tokens.kinds[reading.at] === tokenKinds.name;
    const side = isName ? reading.numberOf(reading.at++) : readNumber(reading);
    if (side === undefined) return undefined;
    sides.push(side);
    if (tokens.kinds[reading.at] === tokenKinds.comma) reading.at++;
    else if (tokens.kinds[reading.at] !== tokenKinds.close) return undefined;
  }
  reading.at++;
  return sides;
}
