/** What is timed, and what it must give. */

const oneChannel = (size, kernel, dilation = 1) => ({
  shape: [1, 1, ...size],
  kernelShape: [1, 1, kernel, kernel],
  stride: 1,
  dilation,
  padding: (dilation * (kernel - 1)) / 2,
});

/** W1 to W8, and two with a kernel that is a column times a row. NCHW and OIHW; zeros are added on all four sides, square kernels move by one stride in both directions. */
export const workloads = {
  W1: oneChannel([5, 5], 3),
  W2: oneChannel([28, 28], 3),
  W3: oneChannel([512, 512], 3),
  W4a: oneChannel([1080, 1920], 3),
  W4b: oneChannel([1080, 1920], 7),
  W4c: oneChannel([1080, 1920], 31),
  W5: { shape: [1, 3, 224, 224], kernelShape: [64, 3, 7, 7], stride: 2, dilation: 1, padding: 3 },
  W6: { shape: [1, 64, 56, 56], kernelShape: [64, 64, 3, 3], stride: 1, dilation: 1, padding: 1 },
  W7: oneChannel([512, 512], 3, 2),
  W8: oneChannel([4096, 4096], 3),
  'W4b rank 1': { ...oneChannel([1080, 1920], 7), isRankOne: true },
  'W4c rank 1': { ...oneChannel([1080, 1920], 31), isRankOne: true },
};

/** NCHW. */
export function outputShape({ shape, kernelShape, stride, dilation, padding }) {
  const size = (axis) => {
    const span = dilation * (kernelShape[axis] - 1) + 1;
    return Math.floor((shape[axis] + 2 * padding - span) / stride) + 1;
  };
  return [shape[0], kernelShape[0], size(2), size(3)];
}

/** Products with added cells count as any other. */
export function multiplyAdds(workload) {
  const [, channels, height, width] = workload.kernelShape;
  return cellsOf(outputShape(workload)) * channels * height * width;
}

export function cellsOf(shape) {
  return shape.reduce((cells, size) => cells * size, 1);
}

/** Input and kernel in [-1, 1), the same in every run. */
export function makeData({ shape, kernelShape, isRankOne }) {
  const next = linearCongruential(1);
  const fill = (cells) => new Float32Array(cells).map(next);
  const input = fill(cellsOf(shape));
  return {
    input,
    kernel: isRankOne ? outerProduct(fill(kernelShape[2]), fill(kernelShape[3])) : fill(cellsOf(kernelShape)),
  };
}

function outerProduct(column, row) {
  return Float32Array.from({ length: column.length * row.length }, (_, at) => {
    return column[Math.floor(at / row.length)] * row[at % row.length];
  });
}

function linearCongruential(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}
