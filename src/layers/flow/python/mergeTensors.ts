import type { Size } from '../../layer';
import { merged, unknownTensor } from '../tensor';
import { elementsOf } from './containers';
import { type Made, type TensorValue, unknownValue, type Value } from './value';

/** Several tensors put together: cell by cell, or one after the other along an axis. */
export function mergeTensors(name: string, axis: Size, list: Value | undefined): Value {
  const items = list && elementsOf(list);
  if (!items || items.length === 0) return list?.kind === 'tensor' ? list : unknownValue;
  const tensors = items.map((item) => (item.kind === 'tensor' ? item.tensor : unknownTensor));
  const along = /^concat/i.test(name) ? axis : undefined;
  const isJoin = /^concat/i.test(name);
  const made = { row: undefined, from: items.flatMap(madeOf) };
  // Of an axis that is not known, nothing is.
  if (isJoin && along === undefined) return { kind: 'tensor', tensor: unknownTensor, made };
  return { kind: 'tensor', tensor: merged(tensors, along), made };
}

/** Where a value comes from, if it is a tensor. */
export function madeOf(value: Value | undefined): readonly Made[] {
  return value?.kind === 'tensor' && value.made ? [value.made] : [];
}

/** A tensor value from another one. */
export function tensorFrom(value: TensorValue, shape: readonly Size[] | undefined, keepsField = false): TensorValue {
  const field = keepsField ? value.tensor.field : undefined;
  return {
    ...value,
    tensor: { ...value.tensor, shape, isAssumed: value.tensor.isAssumed && shape !== undefined, field },
  };
}
