import { numpyArray, numpyCheck, numpyPadding, numpyWeights, pythonNames, pythonStrides } from './pythonParts';
import type { WorkedExample } from './workedExample';

/** The worked example with `scipy.signal`: `correlate2d`, or `convolve2d` where the kernel is flipped. */
export function scipyProgram(example: WorkedExample): string {
  const { plan } = example;
  const { input, kernel } = pythonNames(example);
  const call = plan.flip ? 'convolve2d' : 'correlate2d';
  const padded = numpyPadding(example, input);
  const weights = numpyWeights(example, kernel, false);
  return [
    'import numpy as np',
    `from scipy.signal import ${call}`,
    '',
    numpyArray(input, example.input),
    numpyArray(kernel, example.kernel),
    '',
    ...padded.lines,
    ...weights.lines,
    `feature_map = ${call}(${padded.name}, ${weights.name}, mode="valid")${pythonStrides(plan)}`,
    '',
    ...numpyCheck(example),
    '',
  ].join('\n');
}
