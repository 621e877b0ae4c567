import type { Fill } from '../convolution/conv2dParams';

/**
 * The index of the cell that stands at `position` of an axis of `size` cells, itself inside the axis; −1 where a
 * constant stands. numpy.pad's rules, also beyond one array length: reflections bounce on, circles go round again.
 */
export function fillSource(fill: Fill, position: number, size: number): number {
  if (position >= 0 && position < size) return position;
  switch (fill.kind) {
    case 'zeros':
    case 'constant':
      return -1;
    case 'replicate':
      return Math.min(Math.max(position, 0), size - 1);
    case 'circular':
      return modulo(position, size);
    case 'symmetric':
      return bounce(modulo(position, 2 * size), 2 * size - 1);
    case 'reflect':
      return size === 1 ? 0 : bounce(modulo(position, 2 * size - 2), 2 * size - 2);
  }
}

/** The number that a fill puts into added cells; undefined for fills that copy cells of the input. */
export function fillValue(fill: Fill): number | undefined {
  if (fill.kind === 'zeros') return 0;
  return fill.kind === 'constant' ? fill.value : undefined;
}

function modulo(value: number, period: number): number {
  return ((value % period) + period) % period;
}

function bounce(place: number, mirror: number): number {
  return Math.min(place, mirror - place);
}
