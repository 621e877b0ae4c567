import type { Conv2dParams } from '../engine/convolution/conv2dParams';
import { defaultConv2dParams } from '../engine/convolution/conv2dParams';
import { unaskedWork } from '../engine/convolution/planWithinCeiling';
import type { Tensor } from '../engine/tensor';
import { readChoice } from '../literals/report/readingChoice';
import type { Operand, Origin } from './operand';
import { type Arrangement, arrangements } from './planeLayout';
import { isCount, isRecord, readParams } from './readParams';
import type { SessionState } from './state';

/** A session as plain JSON, so that a reload brings it back; numbers are text, since JSON knows no NaN, ∞ and −0. */
export interface SavedSession {
  readonly version: 1;
  readonly input: SavedOperand;
  readonly kernel: SavedOperand;
  readonly params: Conv2dParams;
}

export interface SavedOperand {
  readonly name?: string;
  readonly shape: readonly number[];
  /** Row-major numbers with blanks between; left out where there are too many, and the text is the better store. */
  readonly numbers?: string;
  readonly plane: number;
  readonly origin: Origin;
  readonly arrangement?: Arrangement;
  /** The numbers that the source says, where cells were changed since; of the same shape unless it was resized. */
  readonly written?: { readonly shape: readonly number[]; readonly numbers: string };
}

/** A text is the better store above the first; above the second there are too many numbers to keep without one. */
const mostCellsOfText = 20_000;
const mostSavedCells = 2 ** 18;

/** Numbers of one slice: about half a millisecond of work. */
const sliceNumbers = 4096;

/** The session as JSON that `restoreSession` reads again, bit for bit where its numbers are kept. */
export function saveSession(state: SessionState): SavedSession {
  return ended(savedSlices(state));
}

/** Makes `saveSession(state)` in slices: yields the share done, from 0 to 1. */
export function* savedSlices({ input, kernel, params }: SessionState): Generator<number, SavedSession> {
  return { version: 1, input: yield* operandSlices(input), kernel: yield* operandSlices(kernel), params };
}

/**
 * The session that was saved; undefined for anything that is none. A matrix whose numbers were left out comes back
 * full of zeros, to be read from its text before it is shown.
 */
export function restoreSession(saved: unknown): SessionState | undefined {
  if (!isRecord(saved) || saved.version !== 1) return undefined;
  const input = restoreOperand(saved.input);
  const kernel = restoreOperand(saved.kernel);
  const params = readParams(saved.params);
  if (!input || !kernel || !params) return undefined;
  return {
    input,
    kernel,
    params: { ...defaultConv2dParams, ...params },
    ceiling: unaskedWork,
    candidates: [],
    notice: undefined,
  };
}

/** One matrix as JSON; see `saveSession`. */
export function saveOperand(operand: Operand): SavedOperand {
  return ended(operandSlices(operand));
}

function* operandSlices({
  name,
  tensor,
  plane,
  origin,
  written,
  arrangement,
}: Operand): Generator<number, SavedOperand> {
  const isWritten = origin.kind === 'text' && written === undefined;
  const isWhole = tensor.data.length <= (isWritten ? mostCellsOfText : mostSavedCells);
  const isWrittenKept = written !== undefined && isWhole && written.data.length <= mostSavedCells;
  return {
    ...(name === undefined ? {} : { name }),
    shape: tensor.shape,
    ...(isWhole ? { numbers: yield* numbersText(tensor.data) } : {}),
    plane,
    origin,
    ...(arrangement && { arrangement }),
    ...(isWrittenKept ? { written: { shape: written.shape, numbers: yield* numbersText(written.data) } } : {}),
  };
}

/** Sessions are saved again and again, and their numbers seldom change. */
const texts = new WeakMap<Float64Array, string>();

function* numbersText(data: Float64Array): Generator<number, string> {
  const known = texts.get(data);
  if (known !== undefined) return known;
  const parts: string[] = [];
  for (let from = 0; from < data.length; from += sliceNumbers) {
    const slice = Array.from(data.subarray(from, from + sliceNumbers), (n) => (Object.is(n, -0) ? '-0' : String(n)));
    parts.push(slice.join(' '));
    yield from / data.length;
  }
  const text = parts.join(' ');
  texts.set(data, text);
  return text;
}

function ended<T>(slices: Generator<number, T>): T {
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
  }
}

/** The matrix that `saveOperand` saved; undefined for anything else. */
export function restoreOperand(saved: unknown): Operand | undefined {
  if (!isRecord(saved) || !isCount(saved.plane) || !isOrigin(saved.origin)) return undefined;
  const tensor = restoreTensor(saved);
  const arrangement = arrangements.find((one) => one === saved.arrangement);
  // Without its numbers, only what a text can say again is there again.
  if (!tensor || (saved.numbers === undefined && saved.origin.kind !== 'text')) return undefined;
  return {
    name: typeof saved.name === 'string' ? saved.name : undefined,
    tensor,
    plane: Math.max(saved.plane, 0),
    origin: restoreOrigin(saved.origin),
    written: isRecord(saved.written) ? restoreTensor(saved.written) : undefined,
    ...(arrangement && { arrangement }),
  };
}

function restoreTensor({ shape, numbers }: Record<string, unknown>): Tensor | undefined {
  if (!isShape(shape)) return undefined;
  const size = shape.reduce((product, side) => product * side, 1);
  const data = restoreNumbers(numbers, size);
  return data && { shape, data };
}

function restoreNumbers(numbers: unknown, size: number): Float64Array | undefined {
  if (numbers === undefined) return size <= 4e6 ? new Float64Array(size) : undefined;
  if (typeof numbers !== 'string') return undefined;
  const words = numbers.split(' ');
  return words.length === size ? Float64Array.from(words, Number) : undefined;
}

function isShape(value: unknown): value is number[] {
  return (
    Array.isArray(value) && value.length > 0 && value.length <= 4 && value.every((side) => isCount(side) && side > 0)
  );
}

function isOrigin(value: unknown): value is Origin {
  if (!isRecord(value)) return false;
  if (value.kind === 'preset') return typeof value.id === 'string';
  if (value.kind === 'file') return typeof value.uri === 'string' && typeof value.place === 'string';
  if (value.kind !== 'text') return value.kind === 'clipboard' || value.kind === 'draft';
  return typeof value.uri === 'string' && typeof value.place === 'string' && isCount(value.start) && isCount(value.end);
}

/** What was saved of a place, with nothing in it that is not known. */
function restoreOrigin(origin: Origin): Origin {
  if (origin.kind !== 'text') return origin;
  const { uri, place, start, end, languageId } = origin;
  const choice = readChoice(origin.choice);
  return {
    kind: 'text',
    uri,
    place,
    start,
    end,
    ...(typeof languageId === 'string' && { languageId }),
    ...(choice && { choice }),
    ...(origin.isNamed === true && { isNamed: true }),
  };
}
