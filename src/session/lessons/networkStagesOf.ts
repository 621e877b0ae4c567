import type { NetworkStage } from '../../engine/network/networkStage';
import { planNetwork } from '../../engine/network/planNetwork';
import { imageShape } from '../network/imageOf';
import type { NetworkScene } from './lesson';
import { lessonNetwork } from './lessonNetwork';

/** The layers of a scene's network with their sizes and parameters. */
export function networkStagesOf(scene: NetworkScene): readonly NetworkStage[] {
  const { image, layers } = lessonNetwork(scene);
  return planNetwork(
    imageShape(image),
    layers.map(({ layer }) => layer),
  );
}
