import type { Tensor } from '../../engine/tensor';
import { type Operand, operandLayout } from '../operand';
import { type Arrangement, arrangementsOf, likelyArrangement, planeStart } from '../planeLayout';
import { generatedShape } from './generatedImage';
import type { NetworkImage, OperandImage } from './networkState';

/** Channels, rows and columns of what goes into the first layer. */
export type ImageShape = readonly [channels: number, rows: number, cols: number];

/** An image as [channels, rows, columns]. */
export interface ImageTensor extends Tensor {
  readonly shape: ImageShape;
}

/** How the axes of an image can be read: kernels are none. */
export function imageArrangements({ tensor }: Operand): readonly Arrangement[] {
  return arrangementsOf(tensor.shape).filter((arrangement) => arrangement !== 'hwio');
}

/** How the axes of an image are read; undefined where there is no choice. */
export function imageArrangement(operand: Operand): Arrangement | undefined {
  const fitting = imageArrangements(operand);
  const asked = operand.arrangement ?? likelyArrangement(operand.tensor.shape)?.arrangement;
  return fitting.find((arrangement) => arrangement === asked) ?? fitting[0];
}

/** The planes of an image, read as an image. */
function imageLayout(operand: Operand) {
  const arrangement = imageArrangement(operand);
  return operandLayout(arrangement ? { ...operand, arrangement } : operand);
}

/** How many samples a tensor of four axes has; 1 for any other. */
export function imageSamples({ operand }: OperandImage): number {
  const { others } = imageLayout(operand);
  return others.length > 1 ? (others[0]?.size ?? 1) : 1;
}

/** The shape alone, without its numbers. */
export function imageShape(image: NetworkImage): ImageShape {
  if (image.kind !== 'operand') return generatedShape(image);
  const { rows, cols, count } = imageLayout(image.operand);
  return [count / imageSamples(image), rows, cols];
}

const tensors = new WeakMap<OperandImage, ImageTensor>();

/** The numbers of matrices that were read, which are the same in memory for the same image. */
export function operandTensor(image: OperandImage): ImageTensor {
  const known = tensors.get(image) ?? laidOut(image);
  tensors.set(image, known);
  return known;
}

function laidOut(image: OperandImage): ImageTensor {
  const layout = imageLayout(image.operand);
  const [channels, rows, cols] = imageShape(image);
  const from = image.operand.tensor.data;
  const data = new Float64Array(channels * rows * cols);
  for (let channel = 0, i = 0; channel < channels; channel++) {
    const start = planeStart(layout, image.sample * channels + channel);
    for (let row = 0; row < rows; row++)
      for (let col = 0; col < cols; col++) data[i++] = from[start + row * layout.rowStep + col * layout.colStep]!;
  }
  return { shape: [channels, rows, cols], data };
}
