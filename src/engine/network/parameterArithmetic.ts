import type { PerAxis } from '../convolution/conv2dParams';
import type { ParameterCount, StageShape } from './networkStage';

/** One of the numbers whose product is the count of weights. */
export interface Factor {
  readonly name: 'values' | 'channels' | 'rows' | 'cols' | 'units' | 'filters' | 'kernelRows' | 'kernelCols';
  readonly value: number;
}

/** How many numbers a layer learns, and the multiplication behind it. */
export interface ParameterArithmetic extends ParameterCount {
  /** Their product is `weights`; factors of 1 are among them. */
  readonly factors: readonly Factor[];
  readonly total: number;
}

/** A dense layer that reads all values of an input: rows · columns · channels · units weights, a bias for each unit. */
export function denseParameters(inputShape: StageShape, units: number, hasBias = true): ParameterArithmetic {
  const read: readonly Factor[] =
    inputShape.length === 1
      ? [{ name: 'values', value: inputShape[0] }]
      : [
          { name: 'rows', value: inputShape[1] },
          { name: 'cols', value: inputShape[2] },
          { name: 'channels', value: inputShape[0] },
        ];
  return arithmetic([...read, { name: 'units', value: units }], hasBias ? units : 0);
}

/** What a convolution's parameters follow from; `channels` are those of the input, which `groups` divides. */
export interface ConvSizes {
  readonly channels: number;
  readonly filters: number;
  readonly kernelSize: PerAxis;
  readonly groups?: number;
  readonly hasBias?: boolean;
}

/** A convolution: kernel rows · kernel columns · channels that a filter reads · filters weights, a bias for each filter. */
export function convParameters({
  channels,
  filters,
  kernelSize,
  groups = 1,
  hasBias = true,
}: ConvSizes): ParameterArithmetic {
  const factors: readonly Factor[] = [
    { name: 'kernelRows', value: kernelSize[0] },
    { name: 'kernelCols', value: kernelSize[1] },
    { name: 'channels', value: channels / groups },
    { name: 'filters', value: filters },
  ];
  return arithmetic(factors, hasBias ? filters : 0);
}

function arithmetic(factors: readonly Factor[], biases: number): ParameterArithmetic {
  const weights = factors.reduce((product, { value }) => product * value, 1);
  return { factors, weights, biases, total: weights + biases };
}
