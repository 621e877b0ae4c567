import type { OutputCell } from '../../../src/engine/convolution/explainCell';
import type { Shape4 } from '../../../src/engine/shape4';

/** Visits every cell of a shape NCHW, with its place in the flat data. */
export function eachCell([batches, channels, rows, cols]: Shape4, visit: (cell: OutputCell, at: number) => void): void {
  let at = 0;
  for (let batch = 0; batch < batches; batch++) {
    for (let channel = 0; channel < channels; channel++) {
      for (let row = 0; row < rows; row++) {
        for (let col = 0; col < cols; col++) visit({ batch, channel, row, col }, at++);
      }
    }
  }
}
