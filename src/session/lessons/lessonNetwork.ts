import type { GeneratedImage } from '../network/generatedImage';
import type { NetworkState } from '../network/networkState';
import { startNetwork } from '../network/startNetwork';
import type { NetworkScene, SceneImage } from './lesson';

const images: Readonly<Record<SceneImage, GeneratedImage>> = {
  digit: { kind: 'digit', digit: 3 },
  cifar10: { kind: 'cifar10', seed: 0 },
  imagenet: { kind: 'imagenet', seed: 0 },
};

/** A scene of the network panel as a network: the usual flow of layers on an image. */
export function lessonNetwork({ image, padded }: NetworkScene): NetworkState {
  return { ...startNetwork(images[image]), padsEverywhere: padded };
}
