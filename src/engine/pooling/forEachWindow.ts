import type { Pool2dPlan } from './pool2dPlan';
import { type PoolWindow, poolWindowAt } from './poolWindow';

/** One window: the index of the first cell of its plane in the input's data, its cells, and its index in the output's data. */
export type VisitWindow = (planeStart: number, rows: PoolWindow, cols: PoolWindow, cell: number) => void;

/** Visits the window of every cell of the output, in the order of its data. */
export function forEachWindow({ height, width, inputShape, outputShape }: Pool2dPlan, visit: VisitWindow): void {
  const [batch, channels, outputRows, outputCols] = outputShape;
  const columns = Array.from({ length: outputCols }, (_, col) => poolWindowAt(width, col));
  let cell = 0;
  for (let plane = 0; plane < batch * channels; plane++) {
    const planeStart = plane * inputShape[2] * inputShape[3];
    for (let row = 0; row < outputRows; row++) {
      const rows = poolWindowAt(height, row);
      for (const cols of columns) visit(planeStart, rows, cols, cell++);
    }
  }
}
