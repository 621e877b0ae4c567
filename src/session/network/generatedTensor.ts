import { drawnDigit } from '../../engine/network/inputs/drawnDigit';
import { shapesImage } from '../../engine/network/inputs/shapesImage';
import type { Tensor } from '../../engine/tensor';
import { type GeneratedImage, generatedShape } from './generatedImage';
import type { ImageTensor } from './imageOf';

/** The numbers of a generated image: brightness from 0 to 1 in hundredths. The thread draws it; to name it is enough elsewhere. */
export function generatedTensor(image: GeneratedImage): ImageTensor {
  const { data } = levelsOf(image);
  return { shape: generatedShape(image), data: data.map((level) => Math.round(level / 2.55) / 100) };
}

/** From 0 to 255. */
function levelsOf(image: GeneratedImage): Tensor {
  if (image.kind === 'digit') return drawnDigit(image.digit);
  const [, rows, cols] = generatedShape(image);
  return shapesImage([rows, cols], image.seed);
}
