import type { Conv2dParams } from '../engine/conv2dParams';
import { defaultConv2dParams } from '../engine/conv2dParams';
import type { Tensor } from '../engine/tensor';
import type { Operand, Origin } from './operand';
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
  /** The numbers that the source says, where cells were changed since; of the same shape unless it was resized. */
  readonly written?: { readonly shape: readonly number[]; readonly numbers: string };
}

const mostSavedCells = 20_000;

/** The session as JSON that `restoreSession` reads again, bit for bit up to 20,000 numbers a matrix. */
export function saveSession(state: SessionState): SavedSession {
  return { version: 1, input: saveOperand(state.input), kernel: saveOperand(state.kernel), params: state.params };
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
  return { input, kernel, params: { ...defaultConv2dParams, ...params }, candidates: [], notice: undefined };
}

/** One matrix as JSON; see `saveSession`. */
export function saveOperand({ name, tensor, plane, origin, written }: Operand): SavedOperand {
  const whole = tensor.data.length <= mostSavedCells || origin.kind !== 'text' || written !== undefined;
  return {
    ...(name === undefined ? {} : { name }),
    shape: tensor.shape,
    ...(whole ? { numbers: numbersText(tensor.data) } : {}),
    plane,
    origin,
    ...(written ? { written: { shape: written.shape, numbers: numbersText(written.data) } } : {}),
  };
}

function numbersText(data: Float64Array): string {
  return Array.from(data, (value) => (Object.is(value, -0) ? '-0' : String(value))).join(' ');
}

/** The matrix that `saveOperand` saved; undefined for anything else. */
export function restoreOperand(saved: unknown): Operand | undefined {
  if (!isRecord(saved) || !isCount(saved.plane) || !isOrigin(saved.origin)) return undefined;
  const tensor = restoreTensor(saved);
  if (!tensor) return undefined;
  return {
    name: typeof saved.name === 'string' ? saved.name : undefined,
    tensor,
    plane: Math.max(saved.plane, 0),
    origin: saved.origin,
    written: isRecord(saved.written) ? restoreTensor(saved.written) : undefined,
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
  if (value.kind !== 'text') return value.kind === 'clipboard' || value.kind === 'draft';
  return typeof value.uri === 'string' && typeof value.place === 'string' && isCount(value.start) && isCount(value.end);
}
