import { isAxisPadded } from './paddedAxes';
import { numpyArray, numpyCheck, numpyWeights, pythonNames, pythonNumber } from './pythonParts';
import type { WorkedExample } from './workedExample';

const borders = {
  zeros: 'cv2.BORDER_CONSTANT',
  constant: 'cv2.BORDER_CONSTANT',
  replicate: 'cv2.BORDER_REPLICATE',
  reflect: 'cv2.BORDER_REFLECT_101',
  symmetric: 'cv2.BORDER_REFLECT',
  circular: 'cv2.BORDER_WRAP',
};

/** The worked example with OpenCV: the border made first, then `filter2D`, of which the whole patches are taken. */
export function opencvProgram(example: WorkedExample): string {
  const { plan } = example;
  const { height, width, fill } = plan;
  const { input, kernel } = pythonNames(example);
  const isPadded = isAxisPadded(height) || isAxisPadded(width);
  const sides = `${height.before}, ${height.after}, ${width.before}, ${width.after}`;
  const value = fill.kind === 'constant' ? `, value=${pythonNumber(fill.value)}` : '';
  const weights = numpyWeights(example, kernel, plan.flip);
  const slice = ({ outputSize, stride }: typeof height) =>
    stride === 1 ? `:${outputSize}` : `:${(outputSize - 1) * stride + 1}:${stride}`;
  return [
    'import cv2',
    'import numpy as np',
    '',
    numpyArray(input, example.input),
    numpyArray(kernel, example.kernel),
    '',
    `padded = ${input}.astype(float)`,
    ...(isPadded ? [`padded = cv2.copyMakeBorder(padded, ${sides}, ${borders[fill.kind]}${value})`] : []),
    ...weights.lines,
    '# Its anchor at the first tap: cell (0, 0) is the sum of the first patch.',
    `feature_map = cv2.filter2D(padded, cv2.CV_64F, ${weights.name}.astype(float), anchor=(0, 0), borderType=cv2.BORDER_REPLICATE)`,
    `feature_map = feature_map[${slice(height)}, ${slice(width)}]`,
    '',
    // From 11×11 on, `filter2D` sums by Fourier transforms.
    ...numpyCheck(example, Math.min(height.span, width.span) >= 11),
    '',
  ].join('\n');
}
