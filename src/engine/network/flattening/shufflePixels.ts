import type { Tensor } from '../../tensor';

/**
 * The pixels of an image, [channels, rows, columns], in another order, the same in every channel: place i takes what
 * was at `order[i]`, places counting row by row.
 */
export function shufflePixels({ shape, data }: Tensor, order: Int32Array): Tensor {
  const shuffled = new Float64Array(data.length);
  for (let start = 0; start < data.length; start += order.length) {
    for (const [place, from] of order.entries()) shuffled[start + place] = data[start + from]!;
  }
  return { shape, data: shuffled };
}
