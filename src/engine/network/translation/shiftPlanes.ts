import type { Fill, PerAxis } from '../../convolution/conv2dParams';
import { fillSource, fillValue } from '../../padding/fill';
import type { Tensor } from '../../tensor';

/** Planes, the last two axes of a tensor, moved down and to the right by whole cells; what comes in is the fill's. */
export function shiftPlanes({ shape, data }: Tensor, [down, right]: PerAxis, fill: Fill): Tensor {
  const [rows, cols] = shape.slice(-2) as [number, number];
  const rowSources = sources(rows, down, fill);
  const colSources = sources(cols, right, fill);
  const constant = fillValue(fill) ?? 0;
  const moved = new Float64Array(data.length);
  for (let start = 0; start < data.length; start += rows * cols) {
    for (let row = 0; row < rows; row++) {
      const from = start + rowSources[row]! * cols;
      for (let col = 0; col < cols; col++) {
        const isConstant = rowSources[row]! < 0 || colSources[col]! < 0;
        moved[start + row * cols + col] = isConstant ? constant : data[from + colSources[col]!]!;
      }
    }
  }
  return { shape, data: moved };
}

function sources(size: number, by: number, fill: Fill): Int32Array {
  return new Int32Array(size).map((_, place) => fillSource(fill, place - by, size));
}
