import { stepBack, stepForward, stepOn, type Timeline } from '../timeline';
import type { NetworkAct } from './networkAct';
import type { NetworkState } from './networkState';
import { reduceNetwork } from './reduceNetwork';

/** The networks of a panel that undo and redo can reach. */
export type NetworkHistory = Timeline<NetworkState>;

/** The history after an act. Acts that change nothing leave no step behind. */
export function performOnNetwork(history: NetworkHistory, act: NetworkAct): NetworkHistory {
  if (act.kind === 'undo') return stepBack(history);
  if (act.kind === 'redo') return stepForward(history);
  const next = reduceNetwork(history.present, act);
  return next === history.present ? history : stepOn(history, next);
}
