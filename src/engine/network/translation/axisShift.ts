import { poolWindowAt } from '../../pooling/poolWindow';
import type { PlannedStage } from '../networkStage';

/** How far a map moves along one axis when the image moves, and which of its cells see a border. */
export interface AxisShift {
  /** In cells of the map. */
  readonly expected: number;
  /** Whether it was a whole number in every stage so far. */
  readonly isWhole: boolean;
  /** For each cell 1 where some stage so far read padding, or places that are not there, for it. */
  readonly seesBorder: Uint8Array;
  /** The shift times all strides of transposed convolutions, by those of all others: `expected` without roundings. */
  readonly over: number;
  readonly under: number;
}

/** Before any stage. */
export function unmoved(by: number, size: number): AxisShift {
  return { expected: by, isWhole: true, seesBorder: new Uint8Array(size), over: by, under: 1 };
}

/** After one more stage. */
export function shiftAfter({ plan }: PlannedStage, axis: 'height' | 'width', before: AxisShift): AxisShift {
  if (plan.kind === 'transposed') {
    const { outputSize, inputSize, kernelSize, stride, dilation, before: cut } = plan.geometry[axis];
    const placesOf = (output: number) => laidBy(kernelSize, (place) => (output + cut - place * dilation) / stride);
    return moved(before, before.over * stride, before.under, borders(before, outputSize, inputSize, placesOf));
  }
  if (plan.kind === 'conv') {
    const { outputSize, inputSize, kernelSize, stride, dilation, before: added } = plan.geometry[axis];
    const placesOf = (output: number) => laidBy(kernelSize, (place) => output * stride - added + place * dilation);
    return moved(before, before.over, before.under * stride, borders(before, outputSize, inputSize, placesOf));
  }
  if (plan.kind !== 'pool') return before;
  const own = plan.geometry[axis];
  const placesOf = (output: number) => {
    const { first, step, count } = poolWindowAt(own, output);
    return laidBy(count, (place) => first + place * step);
  };
  const stride = own.kind === 'strided' ? own.stride : 1;
  return moved(before, before.over, before.under * stride, borders(before, own.outputSize, own.inputSize, placesOf));
}

function moved(before: AxisShift, over: number, under: number, seesBorder: Uint8Array): AxisShift {
  return { expected: over / under, isWhole: before.isWhole && over % under === 0, seesBorder, over, under };
}

function laidBy(count: number, placeOf: (place: number) => number): readonly number[] {
  return Array.from({ length: count }, (_, place) => placeOf(place)).filter(Number.isInteger);
}

function borders(
  before: AxisShift,
  outputSize: number,
  inputSize: number,
  placesOf: (output: number) => readonly number[],
): Uint8Array {
  const isBorder = (place: number) => place < 0 || place >= inputSize || before.seesBorder[place] === 1;
  return new Uint8Array(outputSize).map((_, output) => (placesOf(output).some(isBorder) ? 1 : 0));
}
