import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { NetworkActions } from './networkActions';
import type { NetworkFacts } from './networkFacts';
import type { NetworkModel } from './networkModel';

/** All that a part of the network panel can read and do. */
export interface Network {
  readonly model: NetworkModel;
  readonly facts: NetworkFacts;
  readonly actions: NetworkActions;
}

/** Hands the network down the tree. */
export const NetworkContext = createContext<Network | undefined>(undefined);

/** The network panel that this part belongs to. */
export function useNetwork(): Network {
  const network = useContext(NetworkContext);
  if (network === undefined) throw new Error('No network above this part.');
  return network;
}
