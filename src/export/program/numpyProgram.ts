import { numpyArray, numpyCheck, numpyPadding, pythonNames } from './pythonParts';
import type { WorkedExample } from './workedExample';

/** The worked example in NumPy alone: all patches as a view, times the kernel, summed. */
export function numpyProgram(example: WorkedExample): string {
  const { plan } = example;
  const { input, kernel } = pythonNames(example);
  const padded = numpyPadding(example, input);
  const { height, width } = plan;
  const steps = [height.stride, width.stride, height.dilation, width.dilation];
  const slices = steps.every((step) => step === 1) ? '' : `[${steps.map((step) => `::${step}`).join(', ')}]`;
  return [
    'import numpy as np',
    'from numpy.lib.stride_tricks import sliding_window_view',
    '',
    numpyArray(input, example.input),
    numpyArray(kernel, example.kernel),
    '',
    ...padded.lines,
    `patches = sliding_window_view(${padded.name}, (${height.span}, ${width.span}))${slices}`,
    `feature_map = (patches * ${plan.flip ? `${kernel}[::-1, ::-1]` : kernel}).sum(axis=(2, 3))`,
    '',
    ...numpyCheck(example),
    '',
  ].join('\n');
}
