import type { ValueRange } from '../../engine/picture/valueRange';

/** The ranges that colours stand for. Infinities and NaN take no part in them. */
export interface DataScale {
  readonly inputLow: number;
  readonly inputHigh: number;
  /** The kernel's colours run from −kernel to +kernel. */
  readonly kernel: number;
  /** Products, sum and map share one scale, from −signed to +signed. */
  readonly signed: number;
}

/** The kernel's scale ends beyond its largest weight, so that the loudest colour is always a result. */
const kernelRoom = 1.3;

/** The scale of three matrices by the ranges of their finite values; undefined or empty ones take no part. */
export function dataScale(input?: ValueRange, kernel?: ValueRange, output?: ValueRange): DataScale {
  const { min, max } = input && input.min <= input.max ? input : { min: 0, max: 0 };
  const kernelMost = kernel?.maxAbs ?? 0;
  const product = (input?.maxAbs ?? 0) * kernelMost;
  const signed = Math.max(output?.maxAbs ?? 0, Number.isFinite(product) ? product : 0);
  return { inputLow: Math.min(0, min), inputHigh: max, kernel: kernelMost * kernelRoom, signed: signed || 1 };
}
