import type { Size } from '../../layer';
import { unknownTensor } from '../tensor';
import { isSameValue } from './computed';
import { type Items, unknownValue, type Value } from './value';

/** What stands for all of some values: what they agree in. */
export function mergedValues(values: readonly Value[]): Value {
  return values.reduce(mergedTwo);
}

function mergedTwo(one: Value, other: Value): Value {
  if (isSameValue(one, other)) return one;
  if (one.kind === 'tensor' && other.kind === 'tensor') {
    const [shape, second] = [one.tensor.shape, other.tensor.shape];
    const made = { row: undefined, from: [one.made, other.made].filter((each) => each !== undefined) };
    if (!shape || shape.length !== second?.length) return { kind: 'tensor', tensor: unknownTensor, made };
    const sizes = shape.map((size, at): Size => (size === second[at] ? size : undefined));
    return { kind: 'tensor', tensor: { ...one.tensor, shape: sizes, field: undefined }, made };
  }
  return unknownOf(one, other);
}

const withLayers = new Set<Value['kind']>(['layer', 'object', 'list', 'dict', 'foreign', 'parameter', 'graph']);

function unknownOf(...values: readonly Value[]): Value {
  const hasLayers = values.some((value) => withLayers.has(value.kind) || (value.kind === 'unknown' && value.hasLayers));
  return hasLayers ? { kind: 'unknown', hasLayers } : unknownValue;
}

/** What a name stands for after two ways; undefined where neither knows it. */
export function mergedName(one: Value | undefined, other: Value | undefined): Value | undefined {
  if (!one && !other) return undefined;
  return one && other ? mergedTwo(one, other) : unknownOr(one ?? other);
}

function unknownOr(value: Value | undefined): Value {
  if (value?.kind === 'class' || value?.kind === 'function') return value;
  return value ? unknownOf(value) : unknownValue;
}

/** A list after two ways: what is the same in both, up to where they part. */
export function mergedItems(one: Items, other: Items): Items {
  const items: Value[] = [];
  const length = Math.min(one.items.length, other.items.length);
  let at = 0;
  while (at < length && isSameValue(one.items[at]!, other.items[at]!)) items.push(one.items[at++]!);
  if (at === one.items.length && at === other.items.length) return { items, isOpen: one.isOpen || other.isOpen };
  return { items: [...items, unknownValue], isOpen: true };
}
