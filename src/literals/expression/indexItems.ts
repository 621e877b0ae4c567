import type { Frame } from './frame';
import type { Machine } from './machine';
import { isScalar, type Value } from './value';

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
export function indexItem(machine: Machine, frame: Frame, value: Value | undefined): IndexItem {
  const parts = frame.spanParts;
  if (parts.length > 0) return spanItem([...parts, spanPart(machine, value)]);
  if (value?.kind === 'name' && (value.name === 'None' || value.name === 'newaxis')) return { kind: 'new' };
  if (value?.kind === 'other' && machine.text.slice(value.start, value.end) === '...') return { kind: 'rest' };
  if (value === undefined && machine.language.arrow)
    return { kind: 'span', start: undefined, stop: undefined, step: 1 };
  const index = spanPart(machine, value);
  return typeof index === 'number' ? { kind: 'at', index } : { kind: 'unknown' };
}

/** `start:stop` and `start:stop:step`. */
function spanItem(parts: readonly SpanPart[]): IndexItem {
  const [start, stop, step] = parts;
  if (parts.length > 3 || start === 'unknown' || stop === 'unknown' || step === 'unknown') return { kind: 'unknown' };
  return { kind: 'span', start, stop, step: step ?? 1 };
}
