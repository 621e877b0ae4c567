import type { NetworkLayer } from './networkLayer';
import type { NetworkStage, StageShape } from './networkStage';
import { isStageProblem, planLayer } from './planLayer';
import { reachAfter } from './reachAfter';
import { remediesFor } from './remediesFor';

/**
 * What each layer of a stack makes of what comes out of the one before, one stage for each layer; never throws and
 * computes no activations. Behind the first stage that cannot be, none is reached. The image is [channels, rows,
 * columns], or a row of values.
 */
export function planNetwork(imageShape: StageShape, layers: readonly NetworkLayer[]): readonly NetworkStage[] {
  const stages: NetworkStage[] = [];
  const plans = [];
  let inputShape: StageShape | undefined = imageShape;
  for (const [index, layer] of layers.entries()) {
    if (!inputShape) {
      stages.push({ kind: 'unreached', index, layer });
      continue;
    }
    const planned = planLayer(inputShape, layer);
    if (isStageProblem(planned)) {
      const remedies = remediesFor(inputShape, layer, planned);
      stages.push({ kind: 'refused', index, layer, inputShape, problem: planned, remedies });
      inputShape = undefined;
      continue;
    }
    plans.push(planned.plan);
    stages.push({ kind: 'planned', index, layer, inputShape, ...planned, reach: reachAfter(plans) });
    inputShape = planned.outputShape;
  }
  return stages;
}
