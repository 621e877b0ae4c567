import type { ValuePlace } from '../../../engine/network/valuePlace';

/** A weight by the first axis of its kernel (unit, of a dense layer) and its place in the plane. */
export interface KeptWeight extends ValuePlace {
  readonly filter: number;
}

/** What the scene of gradients keeps. */
export interface BackwardKept {
  readonly kind: 'loss' | 'value';
  /** The class of the loss. */
  readonly label: number;
  /** The layer whose value it is, by its id; undefined for the last. */
  readonly from: number | undefined;
  readonly place: ValuePlace;
  /** The layer that is looked at, by its id; undefined for the first that learns. */
  readonly of: number | undefined;
  readonly weight: KeptWeight;
  readonly cell: ValuePlace;
}

const start: ValuePlace = { channel: 0, row: 0, col: 0 };

/** Reads what was kept; what is missing or nonsense is the loss of class 3 and the first layer that learns. */
export function readBackwardKept(kept: unknown): BackwardKept {
  const { kind, label, from, place, of, weight, cell } = record(kept);
  const { filter } = record(weight);
  return {
    kind: kind === 'value' ? 'value' : 'loss',
    label: isIndex(label) ? label : 3,
    from: isIndex(from) ? from : undefined,
    place: readPlace(place) ?? start,
    of: isIndex(of) ? of : undefined,
    weight: { filter: isIndex(filter) ? filter : 0, ...(readPlace(weight) ?? start) },
    cell: readPlace(cell) ?? { channel: 0, row: 9, col: 9 },
  };
}

function readPlace(value: unknown): ValuePlace | undefined {
  const { channel, row, col } = record(value);
  return isIndex(channel) && isIndex(row) && isIndex(col) ? { channel, row, col } : undefined;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
