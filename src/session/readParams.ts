import type { Conv2dParams, Fill, Padding, PerAxis } from '../engine/convolution/conv2dParams';

/** The parts of a record that are parameters of a convolution; undefined when any named part is malformed. */
export function readParams(value: unknown): Partial<Conv2dParams> | undefined {
  if (!isRecord(value)) return undefined;
  const params: { -readonly [K in keyof Conv2dParams]?: Conv2dParams[K] } = {};
  for (const [key, part] of Object.entries(value)) {
    if ((key === 'strides' || key === 'dilations') && isPerAxis(part)) params[key] = [part[0], part[1]];
    else if (key === 'padding' && isPadding(part)) params.padding = part;
    else if (key === 'fill' && isFill(part)) params.fill = part;
    else if (key === 'flip' && typeof part === 'boolean') params.flip = part;
    else if (key === 'groups' && isCount(part)) params.groups = part;
    else return undefined;
  }
  return params;
}

/** True for an object that is not null and not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a whole number that a size, stride or index could be. */
export function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) <= 1e9;
}

function isPerAxis(value: unknown): value is PerAxis {
  return Array.isArray(value) && value.length === 2 && value.every(isCount);
}

function isPadding(value: unknown): value is Padding {
  if (!isRecord(value)) return false;
  switch (value.kind) {
    case 'valid':
    case 'full':
    case 'same_upper':
    case 'same_lower':
      return true;
    case 'all':
      return isCount(value.amount);
    case 'explicit':
      return isCount(value.top) && isCount(value.bottom) && isCount(value.left) && isCount(value.right);
    default:
      return false;
  }
}

function isFill(value: unknown): value is Fill {
  if (!isRecord(value)) return false;
  if (value.kind === 'constant') return typeof value.value === 'number';
  return ['zeros', 'replicate', 'reflect', 'symmetric', 'circular'].includes(value.kind as string);
}
