import type { Size } from '../layer';
import type { ArgumentValue } from '../syntax/argumentValue';

/** The sizes of a list, or of one number; undefined for anything else. */
export function sizesOf(value: ArgumentValue | undefined): readonly Size[] | undefined {
  if (value?.kind === 'number') return [sizeIn(value)];
  return value?.kind === 'list' && value.items.length > 0 ? value.items.map(sizeIn) : undefined;
}

function sizeIn(value: ArgumentValue): Size {
  return value.kind === 'number' && Number.isSafeInteger(value.value) && value.value > 0 ? value.value : undefined;
}
