import type { PoolAxis } from './pool2dPlan';

/** The cells of one axis that one output cell reads: `first`, `first + step`, …, `count` of them. */
export interface PoolWindow {
  /** In cells of the unpadded input; may lie before it. */
  readonly first: number;
  readonly step: number;
  readonly count: number;
  /** Places [insideFrom, insideTo) of the window meet cells of the input, all others padding or nothing. */
  readonly insideFrom: number;
  readonly insideTo: number;
  /** How many of its places, counted from the first, lie on the padded axis; the others cross its end. */
  readonly onPadded: number;
}

/**
 * The window of output cell `index` of an axis, from 0. On an adaptive axis from ⌊i·N / O⌋ up to ⌈(i + 1)·N / O⌉,
 * as PyTorch's adaptive pooling cuts it.
 */
export function poolWindowAt(axis: PoolAxis, index: number): PoolWindow {
  if (axis.kind === 'adaptive') {
    const first = Math.floor((index * axis.inputSize) / axis.outputSize);
    const count = Math.ceil(((index + 1) * axis.inputSize) / axis.outputSize) - first;
    return { first, step: 1, count, insideFrom: 0, insideTo: count, onPadded: count };
  }
  const { inputSize, kernelSize: count, stride, dilation, before, after } = axis;
  const first = index * stride - before;
  const placesBefore = (end: number) => Math.min(Math.max(Math.ceil((end - first) / dilation), 0), count);
  return {
    first,
    step: dilation,
    count,
    insideFrom: placesBefore(0),
    insideTo: placesBefore(inputSize),
    onPadded: placesBefore(inputSize + after),
  };
}

/** What the average over two windows, one per axis, divides by; 0 where it counts no cell at all. */
export function countedCells(kind: 'padded' | 'inside', rows: PoolWindow, cols: PoolWindow): number {
  if (kind === 'padded') return rows.onPadded * cols.onPadded;
  return (rows.insideTo - rows.insideFrom) * (cols.insideTo - cols.insideFrom);
}
