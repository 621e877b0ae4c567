import { isCount, isRecord } from '../readParams';
import type { ImageShape } from './imageOf';

/** A picture that is drawn here, in the shape of a well-known data set's: MNIST, CIFAR-10, ImageNet. */
export type GeneratedImage =
  | { readonly kind: 'digit'; readonly digit: number }
  | { readonly kind: 'cifar10' | 'imagenet'; readonly seed: number };

/** Channels, rows and columns of a generated image. */
export function generatedShape({ kind }: GeneratedImage): ImageShape {
  return shapes[kind];
}

const shapes: Readonly<Record<GeneratedImage['kind'], ImageShape>> = {
  digit: [1, 28, 28],
  cifar10: [3, 32, 32],
  imagenet: [3, 224, 224],
};

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
