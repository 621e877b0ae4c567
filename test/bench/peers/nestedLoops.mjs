import { outputShape } from '../workloads.mjs';

/** The textbook's loops over arrays of arrays of numbers, with a test of borders at every product. */
export function prepare(workload, data) {
  const input = nest(data.input, workload.shape.slice(1));
  const kernel = nest(data.kernel, workload.kernelShape);
  const [, ...shape] = outputShape(workload);
  return {
    run: () => convolve(workload, shape, input, kernel),
    toFlat: (output) => Float64Array.from(output.flat(2)),
  };
}

function nest(flat, shape) {
  if (shape.length === 1) return Array.from(flat);
  const step = flat.length / shape[0];
  return Array.from({ length: shape[0] }, (_, i) => nest(flat.subarray(i * step, (i + 1) * step), shape.slice(1)));
}

function convolve(workload, [channels, rows, cols], input, kernel) {
  const output = [];
  for (let o = 0; o < channels; o++) {
    const plane = [];
    for (let row = 0; row < rows; row++) {
      const line = [];
      for (let col = 0; col < cols; col++) line.push(patchSum(workload, input, kernel[o], row, col));
      plane.push(line);
    }
    output.push(plane);
  }
  return output;
}

function patchSum({ stride, dilation, padding }, input, kernel, row, col) {
  let sum = 0;
  for (let c = 0; c < kernel.length; c++) {
    for (let i = 0; i < kernel[c].length; i++) {
      for (let j = 0; j < kernel[c][i].length; j++) {
        const y = row * stride + i * dilation - padding;
        const x = col * stride + j * dilation - padding;
        if (y >= 0 && y < input[c].length && x >= 0 && x < input[c][y].length) sum += input[c][y][x] * kernel[c][i][j];
      }
    }
  }
  return sum;
}
