import type { Matrix } from '../../engine/tensor';

/** The matrix turned by 180 degrees. */
export function turned({ shape, data }: Matrix): Matrix {
  return { shape, data: data.slice().reverse() };
}
