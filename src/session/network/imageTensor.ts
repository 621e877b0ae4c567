import { generatedTensor } from './generatedTensor';
import { type ImageTensor, operandTensor } from './imageOf';
import type { NetworkImage } from './networkState';

/** The numbers of an image, drawn or read. */
export function imageTensor(image: NetworkImage): ImageTensor {
  return image.kind === 'operand' ? operandTensor(image) : generatedTensor(image);
}
