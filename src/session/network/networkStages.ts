import type { NetworkStage } from '../../engine/network/networkStage';
import { planNetwork } from '../../engine/network/planNetwork';
import { effectiveLayers } from './effectiveLayers';
import { imageShape } from './imageOf';
import type { NetworkState } from './networkState';

const known = new WeakMap<NetworkState, readonly NetworkStage[]>();

/** What each layer makes of what comes before it, or why it cannot be. */
export function networkStages(state: NetworkState): readonly NetworkStage[] {
  const stages = known.get(state) ?? planNetwork(imageShape(state.image), effectiveLayers(state));
  known.set(state, stages);
  return stages;
}
