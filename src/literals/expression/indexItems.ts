import type { Frame } from './frame';
import type { Machine } from './machine';
import { isMatrix, isScalar, type Numbers, sizeOf, type Value } from './value';

/** What stands between the commas of an index. */
export type IndexItem =
  | { readonly kind: 'at'; readonly index: number }
  | {
      readonly kind: 'span';
      readonly start: number | undefined;
      readonly stop: number | undefined;
      readonly step: number;
    }
  /** NumPy's `None`, a further axis. */
  | { readonly kind: 'new' }
  /** `...`, as many whole axes as are left. */
  | { readonly kind: 'rest' }
  /** MATLAB's and Julia's `end`. */
  | { readonly kind: 'last' }
  /** Entries one by one. */
  | { readonly kind: 'list'; readonly indices: readonly number[] }
  | { readonly kind: 'unknown' };

/** One side of a colon: a number, nothing, or something else. */
export type SpanPart = number | undefined | 'unknown';

/** The side of a colon that a value is. */
export function spanPart({ pool }: Machine, value: Value | undefined): SpanPart {
  if (value === undefined) return undefined;
  const number = isScalar(value) ? pool.values[value.from]! : Number.NaN;
  return Number.isInteger(number) ? number : 'unknown';
}

/** The item that was read in an index since its last comma. */
export function indexItem(machine: Machine, frame: Pick<Frame, 'spanParts'>, value: Value | undefined): IndexItem {
  const parts = frame.spanParts;
  if (parts.length > 0) return spanItem([...parts, spanPart(machine, value)]);
  if (value?.kind === 'name' && (value.name === 'None' || value.name === 'newaxis')) return { kind: 'new' };
  if (value?.kind === 'name' && value.name === 'end' && machine.language.blankCells) return { kind: 'last' };
  const written = value?.kind === 'other' ? machine.text.slice(value.start, Math.min(value.end, value.start + 4)) : '';
  if (written === '...') return { kind: 'rest' };
  if (written === ':' || (value === undefined && machine.language.arrow)) return wholeAxis;
  if (isMatrix(value)) return listItem(machine, value);
  const index = spanPart(machine, value);
  return typeof index === 'number' ? { kind: 'at', index } : { kind: 'unknown' };
}

const wholeAxis: IndexItem = { kind: 'span', start: undefined, stop: undefined, step: 1 };

/** What the arguments of a call say where round brackets index: `k(2, :)`. */
export function itemsOfArguments(machine: Machine, { arguments: args }: Frame): readonly IndexItem[] {
  return args.slice(0, mostItems).map(({ keyword, value }) => {
    if (keyword !== undefined) return { kind: 'unknown' };
    return indexItem(machine, { spanParts: [] }, value);
  });
}

/** An index with more items is none of a matrix. */
export const mostItems = 8;

/** A vector of places; evenly spaced ones are a span to the languages that count from 1. */
function listItem({ pool, language }: Machine, { from, shape }: Numbers): IndexItem {
  const isVector = shape.length === 1 || (shape.length === 2 && shape[0] === 1);
  const indices = Array.from(pool.values.slice(from, from + Math.min(sizeOf(shape), 10_000)));
  if (!isVector || sizeOf(shape) > indices.length || !indices.every(Number.isInteger)) return { kind: 'unknown' };
  const [start, next = start! + 1] = indices;
  const step = next - start!;
  const isEven = indices.every((index, i) => index === start! + i * step);
  if (isEven && (language.blankCells || language.arrow)) return { kind: 'span', start, stop: indices.at(-1), step };
  return { kind: 'list', indices };
}

/** `start:stop` and `start:stop:step`. */
function spanItem(parts: readonly SpanPart[]): IndexItem {
  const [start, stop, step] = parts;
  if (parts.length > 3 || start === 'unknown' || stop === 'unknown' || step === 'unknown') return { kind: 'unknown' };
  return { kind: 'span', start, stop, step: step ?? 1 };
}
