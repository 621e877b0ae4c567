import type { StageShape } from '../engine/network/networkStage';
import type { NetworkSnapshot, ShownActivation, ShownImage } from '../protocol/network';
import { imageArrangement, imageArrangements, imageSamples, imageShape } from '../session/network/imageOf';
import { networkAsks } from '../session/network/networkAsks';
import type { NetworkHistory } from '../session/network/networkHistory';
import type { SentActivation } from '../session/network/networkRequest';
import { networkStages } from '../session/network/networkStages';
import type { NetworkImage } from '../session/network/networkState';
import { shownText } from '../words/shownText';

/** An activation under the id by which snapshots name it. */
export interface NamedActivation {
  readonly id: string;
  readonly sent: SentActivation;
}

/** All that the network panel shows: its network, and how far its computation is. */
export interface NetworkShown {
  readonly history: NetworkHistory;
  readonly revision: number;
  /** The image's, and one for each stage that can be; undefined while they are computed. */
  readonly activations: readonly NamedActivation[] | undefined;
  readonly progress: number | undefined;
  readonly cancelled: boolean;
}

/** The whole state as it crosses to the view. */
export function networkSnapshotOf({ history, revision, activations, ...computed }: NetworkShown): NetworkSnapshot {
  const { present } = history;
  const named = (place: number, shape: StageShape): ShownActivation | undefined => {
    const activation = activations?.[place];
    return activation && { id: activation.id, shape };
  };
  return {
    revision,
    image: { ...shownImage(present.image), activation: named(0, imageShape(present.image)) },
    stages: networkStages(present).map((stage, place) => ({
      id: present.layers[place]!.id,
      stage,
      activation: stage.kind === 'planned' ? named(place + 1, stage.outputShape) : undefined,
    })),
    padsEverywhere: present.padsEverywhere,
    asked: networkAsks(present),
    ...computed,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}

function shownImage(image: NetworkImage): Omit<ShownImage, 'activation'> {
  const shape = imageShape(image);
  if (image.kind !== 'operand')
    return {
      generated: image,
      name: undefined,
      shape,
      arrangement: undefined,
      arrangements: [],
      sample: 0,
      samples: 1,
    };
  const { operand, sample } = image;
  return {
    generated: undefined,
    name: operand.name === undefined ? undefined : shownText(operand.name),
    shape,
    arrangement: imageArrangement(operand),
    arrangements: imageArrangements(operand),
    sample,
    samples: imageSamples(image),
  };
}
