import { numpyArray, numpyCheck, numpyPadding, numpyWeights, pythonNames } from './pythonParts';
import type { WorkedExample } from './workedExample';

/**
 * The worked example with Keras' `ops.conv`. The map that it is checked against is the recorded one, since Keras is
 * not among the libraries that these programs are tried with.
 */
export function kerasProgram(example: WorkedExample): string {
  const { height, width, flip } = example.plan;
  const { input, kernel } = pythonNames(example);
  const padded = numpyPadding(example, input);
  // Keras takes no stride together with a dilation: the zeros between the taps are written out.
  const weights = numpyWeights(example, kernel, flip);
  return [
    'import keras',
    'import numpy as np',
    '',
    '# Recorded values: this program was written together with the map below, and not run with Keras.',
    'keras.backend.set_floatx("float64")',
    '',
    numpyArray(input, example.input),
    numpyArray(kernel, example.kernel),
    '',
    ...padded.lines,
    ...weights.lines,
    'feature_map = keras.ops.conv(',
    `    ${padded.name}.astype(float)[None, :, :, None],`,
    `    ${weights.name}.astype(float)[:, :, None, None],`,
    `    strides=(${height.stride}, ${width.stride}),`,
    '    padding="valid",',
    '    data_format="channels_last",',
    ')',
    'feature_map = keras.ops.convert_to_numpy(feature_map)[0, :, :, 0]',
    '',
    ...numpyCheck(example),
    '',
  ].join('\n');
}
