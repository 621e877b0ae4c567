import { digitSide, drawnDigit } from '../../engine/network/inputs/drawnDigit';
import { imageSizes, shapesImage } from '../../engine/network/inputs/shapesImage';
import type { Tensor } from '../../engine/tensor';
import { isCount, isRecord } from '../readParams';
import type { ImageTensor } from './imageOf';

/** A picture that is drawn here, in the shape of a well-known data set's: MNIST, CIFAR-10, ImageNet. */
export type GeneratedImage =
  | { readonly kind: 'digit'; readonly digit: number }
  | { readonly kind: 'cifar10' | 'imagenet'; readonly seed: number };

/** The numbers of a generated image: brightness from 0 to 1 in hundredths. */
export function generatedTensor(image: GeneratedImage): ImageTensor {
  const { shape, data } = levelsOf(image);
  const [first, second, third] = shape.length === 3 ? shape : [1, ...shape];
  return { shape: [first!, second!, third!], data: data.map((level) => Math.round(level / 2.55) / 100) };
}

/** From 0 to 255. */
function levelsOf(image: GeneratedImage): Tensor {
  return image.kind === 'digit' ? drawnDigit(image.digit) : shapesImage(imageSizes[image.kind], image.seed);
}

/** Channels, rows and columns of a generated image. */
export function generatedShape({ kind }: GeneratedImage): ImageTensor['shape'] {
  return kind === 'digit' ? [1, digitSide, digitSide] : [3, ...imageSizes[kind]];
}

/** A generated image as it was saved or sent; undefined for anything else. */
export function readGeneratedImage(value: unknown): GeneratedImage | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, digit, seed } = value;
  if (kind === 'cifar10' || kind === 'imagenet') return isCount(seed) && seed >= 0 ? { kind, seed } : undefined;
  return kind === 'digit' && isCount(digit) && digit >= 0 && digit <= 9 ? { kind, digit } : undefined;
}

/** Whether two are the same picture. */
export function isSameGenerated(one: { readonly kind: string }, other: GeneratedImage): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
