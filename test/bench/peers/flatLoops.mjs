import { outputShape } from '../workloads.mjs';

/** Loops over flat arrays of the data's own precision, what a careful person writes: columns innermost, borders cut off. */
export function prepare(workload, { input, kernel }) {
  const shape = outputShape(workload);
  const length = shape.reduce((cells, size) => cells * size, 1);
  const Numbers = input.constructor;
  return {
    run: () => {
      const output = new Numbers(length);
      convolve(workload, shape, input, kernel, output);
      return output;
    },
  };
}

/** Adds the products of one weight after another to whole rows of the output; sums have the precision of `output`. */
export function convolve(workload, [, outputChannels, rows, cols], input, kernel, output) {
  const [, channels, height, width] = workload.shape;
  const [, , kernelRows, kernelCols] = workload.kernelShape;
  const { stride, dilation, padding } = workload;
  for (let o = 0; o < outputChannels; o++) {
    for (let c = 0; c < channels; c++) {
      for (let i = 0; i < kernelRows; i++) {
        const top = i * dilation - padding;
        const firstRow = Math.max(0, Math.ceil(-top / stride));
        const endRow = Math.min(rows, Math.floor((height - 1 - top) / stride) + 1);
        for (let j = 0; j < kernelCols; j++) {
          const weight = kernel[((o * channels + c) * kernelRows + i) * kernelCols + j];
          const left = j * dilation - padding;
          const firstCol = Math.max(0, Math.ceil(-left / stride));
          const endCol = Math.min(cols, Math.floor((width - 1 - left) / stride) + 1);
          for (let row = firstRow; row < endRow; row++) {
            const start = (o * rows + row) * cols;
            let at = (c * height + top + row * stride) * width + left + firstCol * stride;
            for (let col = firstCol; col < endCol; col++, at += stride) output[start + col] += input[at] * weight;
          }
        }
      }
    }
  }
}
