import type { ValueRange } from '../../engine/picture/valueRange';

/** The ranges that colours stand for. Infinities and NaN take no part in them. */
export interface DataScale {
  readonly inputLow: number;
  readonly inputHigh: number;
  /** The kernel's colours run from −kernel to +kernel. */
  readonly kernel: number;
  readonly kernelLow: number;
  readonly kernelHigh: number;
  /** Products, sum and map share one scale, from −signed to +signed. */
  readonly signed: number;
  /** The lowest and the highest value that products, sum and map can have, and 0. */
  readonly low: number;
  readonly high: number;
}

/** The kernel's scale ends beyond its largest weight, so that the loudest colour is always a result. */
const kernelRoom = 1.3;

/** The scale of three matrices by the ranges of their finite values; undefined or empty ones take no part. */
export function dataScale(input?: ValueRange, kernel?: ValueRange, output?: ValueRange): DataScale {
  const inputEnds = endsOf(input);
  const kernelEnds = endsOf(kernel);
  const products = inputEnds.flatMap((value) => kernelEnds.map((weight) => value * weight));
  const results = [0, ...products.filter(Number.isFinite), ...endsOf(output)];
  const low = Math.min(...results);
  const high = Math.max(...results);
  return {
    inputLow: Math.min(0, inputEnds[0]),
    inputHigh: inputEnds[1],
    kernel: Math.max(-kernelEnds[0], kernelEnds[1]) * kernelRoom,
    kernelLow: Math.min(0, kernelEnds[0]),
    kernelHigh: Math.max(0, kernelEnds[1]),
    signed: Math.max(-low, high) || 1,
    low,
    high,
  };
}

function endsOf(range: ValueRange | undefined): readonly [low: number, high: number] {
  return range && range.min <= range.max ? [range.min, range.max] : [0, 0];
}
