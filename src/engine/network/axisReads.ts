import type { Fill } from '../convolution/conv2dParams';
import { poolWindowAt } from '../pooling/poolWindow';
import type { LayerPlan } from './networkStage';

/** Which places of one axis of its input the cells of a layer's output read. */
export interface AxisReads {
  readonly inputSize: number;
  readonly outputSize: number;
  /** What stands at places outside the input. */
  readonly fill: Fill;
  /** From this place on there is not even padding: there windows of ceil mode cross the end. */
  readonly end: number;
  /** The places of an output cell, which may lie outside the input. */
  readonly placesOf: (output: number) => readonly number[];
}

const zeros: Fill = { kind: 'zeros' };

/** The places of a layer of windows, laid or read; undefined for layers that have none. */
export function axisReads(plan: LayerPlan, axis: 'height' | 'width'): AxisReads | undefined {
  switch (plan.kind) {
    case 'conv': {
      const { inputSize, outputSize, kernelSize, stride, dilation, before } = plan.geometry[axis];
      const placesOf = (output: number) => series(output * stride - before, dilation, kernelSize);
      return { inputSize, outputSize, fill: plan.geometry.fill, end: Number.POSITIVE_INFINITY, placesOf };
    }
    case 'transposed': {
      const { inputSize, outputSize, kernelSize, stride, dilation, before } = plan.geometry[axis];
      const placesOf = (output: number) =>
        series(output + before, -dilation, kernelSize)
          .map((place) => place / stride)
          .filter(Number.isInteger);
      return { inputSize, outputSize, fill: zeros, end: Number.POSITIVE_INFINITY, placesOf };
    }
    case 'pool': {
      const own = plan.geometry[axis];
      const end = own.inputSize + (own.kind === 'strided' ? own.after : 0);
      const placesOf = (output: number) => {
        const { first, step, count } = poolWindowAt(own, output);
        return series(first, step, count);
      };
      return { inputSize: own.inputSize, outputSize: own.outputSize, fill: zeros, end, placesOf };
    }
    default:
      return undefined;
  }
}

function series(first: number, step: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => first + i * step);
}
