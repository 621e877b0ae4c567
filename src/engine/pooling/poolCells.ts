import { cellCount } from '../shape4';
import type { Tensor } from '../tensor';
import type { Pool2dPlan } from './pool2dPlan';
import { type PoolWindow, poolWindowAt } from './poolWindow';

/**
 * The tensor of the plan's output shape with one number for each pair of windows; `planeStart` is the index of the
 * first cell of their plane in the input's data.
 */
export function poolCells(
  { height, width, inputShape, outputShape }: Pool2dPlan,
  reduce: (planeStart: number, rows: PoolWindow, cols: PoolWindow) => number,
): Tensor {
  const [batch, channels, outputRows, outputCols] = outputShape;
  const columns = Array.from({ length: outputCols }, (_, col) => poolWindowAt(width, col));
  const data = new Float64Array(cellCount(outputShape));
  let cell = 0;
  for (let plane = 0; plane < batch * channels; plane++) {
    const planeStart = plane * inputShape[2] * inputShape[3];
    for (let row = 0; row < outputRows; row++) {
      const rows = poolWindowAt(height, row);
      for (const cols of columns) data[cell++] = reduce(planeStart, rows, cols);
    }
  }
  return { shape: outputShape, data };
}
