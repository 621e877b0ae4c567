/** Faults that change nothing that anybody can see, each with the reason. A line of code that is changed needs its own again. */
export const equivalents = [
  {
    file: 'conv2d.ts',
    code: 'convolveRows(plan, input.data, kernel.data, bias, data, 0, batch * channels * rows);',
    from: '0',
    to: '-1',
    proof: 'Row −1 lies before the output: a typed array ignores what is written there. All other rows stay the same.',
  },
  {
    file: 'conv2d.ts',
    code: 'const inputStart = source < 0 ? -1 : ((firstInputPlane + c) * height.inputSize + source) * width.inputSize;',
    from: '1',
    to: '2',
    proof: 'The start of a row that is a constant is only asked whether it is below 0; −2 is, as −1 is.',
  },
];
