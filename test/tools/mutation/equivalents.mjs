/** Faults that change nothing that anybody can see, each with the reason. A line of code that is changed needs its own again. */
export const equivalents = [
  {
    file: 'formula.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of code, as it stands
    code: 'const padded = isEven ? `2·${axis.before}` : `${axis.before} + ${axis.after}`;',
    from: 'axis.before',
    to: 'axis.after',
    proof: 'Asked for only where both sides are equal.',
  },
  {
    file: 'loopsErrorClass.ts',
    code: 'let most = 0;',
    from: '0',
    to: '-1',
    proof: 'Every cell is larger than −1. Without cells the bound takes what the padding holds, at least 0, instead.',
  },
  {
    file: 'loopsErrorClass.ts',
    code: 'if (magnitude > most) most = magnitude;',
    from: 'magnitude > most',
    to: 'magnitude >= most',
    proof: 'Of two equal magnitudes one is as good as the other.',
  },
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
  ...['1', '-1'].map((to) => ({
    file: 'explainCell.ts',
    code: 'const constant = fillValue(plan.fill) ?? 0;',
    from: '0',
    to,
    proof: 'Only read where a fill copies cells; then every tap has a source, and the constant is not asked for.',
  })),
  {
    file: 'explainCell.ts',
    code: 'const constant = fillValue(plan.fill) ?? 0;',
    from: 'fillValue(plan.fill) ?? 0',
    to: 'fillValue(plan.fill)',
    proof: 'Undefined only where a fill copies cells; then every tap has a source, and the constant is not asked for.',
  },
  ...['1', '-1'].map((to) => ({
    file: 'pad2d.ts',
    code: 'const data = new Float64Array(cellCount(outputShape)).fill(fillValue(fill) ?? 0);',
    from: '0',
    to,
    proof: 'Only read where a fill copies cells; then the loops write every cell of the output.',
  })),
  {
    file: 'pad2d.ts',
    code: 'const data = new Float64Array(cellCount(outputShape)).fill(fillValue(fill) ?? 0);',
    from: 'fillValue(fill) ?? 0',
    to: 'fillValue(fill)',
    proof: 'Undefined only where a fill copies cells; then the loops write every cell of the output.',
  },
  {
    file: 'pad2d.ts',
    code: 'const planes = cellCount(outputShape.slice(0, -2));',
    from: '2',
    to: '1',
    proof:
      'Counts the rows of all planes: no fewer than planes, or none where the output is empty. What the further planes would hold lies behind the output, where a typed array ignores it.',
  },
  {
    file: 'pad2d.ts',
    code: 'for (let plane = 0; plane < planes; plane++) {',
    from: '0',
    to: '-1',
    proof:
      'Plane −1 lies before the output: a typed array ignores what is written there. All other planes stay the same.',
  },
  {
    file: 'pad2d.ts',
    code: 'for (let plane = 0; plane < planes; plane++) {',
    from: 'plane < planes',
    to: 'plane <= planes',
    proof: 'One plane more lies behind the output: a typed array ignores what is written there.',
  },
  {
    file: 'pad2d.ts',
    code: 'for (let col = 0; col < width.paddedSize; col++) {',
    from: '0',
    to: '-1',
    proof: 'Column −1 has no source: undefined >= 0 is false, and nothing is written.',
  },
  {
    file: 'pad2d.ts',
    code: 'for (let col = 0; col < width.paddedSize; col++) {',
    from: 'col < width.paddedSize',
    to: 'col <= width.paddedSize',
    proof: 'The column behind the last has no source: undefined >= 0 is false, and nothing is written.',
  },
  {
    file: 'poolCells.ts',
    code: 'for (let plane = 0; plane < batch * channels; plane++) {',
    from: 'plane < batch * channels',
    to: 'plane <= batch * channels',
    proof: 'One plane more lies behind the output: a typed array ignores what is written there.',
  },
  {
    file: 'convTranspose2d.ts',
    code: 'for (let plane = 0; plane < batch * outputChannels; plane++) {',
    from: '0',
    to: '-1',
    proof:
      'Plane −1 lies before the output: a typed array ignores what is added there. All other planes stay the same.',
  },
  {
    file: 'convTranspose2d.ts',
    code: 'for (let plane = 0; plane < batch * outputChannels; plane++) {',
    from: 'plane < batch * outputChannels',
    to: 'plane <= batch * outputChannels',
    proof: 'One plane more lies behind the output: a typed array ignores what is added there.',
  },
  {
    file: 'planSignal2d.ts',
    code: 'if (isPlanProblem(conv)) return conv;',
    from: 'isPlanProblem(conv)',
    to: 'false',
    proof: 'Never true: `withSamePadding` refuses strides other than 1 alone, and here the strides are 1.',
  },
  {
    file: 'planConv2d.ts',
    code: 'if (groups < 1 || inputChannels % groups !== 0 || outputChannels % groups !== 0) {',
    from: '1',
    to: '0',
    proof:
      'Differs for 0 groups alone; the remainder by 0 is NaN, which is not 0, so that they are refused all the same.',
  },
  {
    file: 'planConvTranspose2d.ts',
    code: 'if (groups < 1 || inputChannels % groups !== 0) {',
    from: '1',
    to: '0',
    proof:
      'Differs for 0 groups alone; the remainder by 0 is NaN, which is not 0, so that they are refused all the same.',
  },
];
