import { render } from 'preact';
import type { FromNetworkView, NetworkViewState, ToNetworkView } from '../../protocol/network';
import { afterPaint } from '../channel/afterPaint';
import type { HostApi } from '../channel/hostApi';
import { watchTheme } from '../colour/watchTheme';
import { WordsContext } from '../parts/words';
import { NetworkRoot } from './NetworkRoot';
import { keepNetworkView } from './state/keepNetworkView';
import { listenToNetworkKeys } from './state/listenToNetworkKeys';
import { type Network, NetworkContext } from './state/network';
import { networkActions } from './state/networkActions';
import { networkFacts } from './state/networkFacts';
import { networkModel } from './state/networkModel';
import { readNetworkView } from './state/readNetworkView';
import { networkReceiver } from './state/receiveNetwork';

/** Builds the network panel in the page, restores what it kept and asks the host for its state. */
export function startNetworkView(
  host: HostApi<FromNetworkView, ToNetworkView, NetworkViewState>,
  parent: HTMLElement,
): Network {
  const model = networkModel(readNetworkView(host.getState()));
  const network: Network = { model, facts: networkFacts(model), actions: networkActions(model, host.post) };
  watchTheme(model.theme);
  render(
    <NetworkContext.Provider value={network}>
      <WordsContext.Provider value={network.facts.t}>
        <NetworkRoot />
      </WordsContext.Provider>
    </NetworkContext.Provider>,
    parent,
  );
  listenToNetworkKeys(network);
  void import('../keys/keepFocus').then(({ keepFocus }) => keepFocus());
  // Nobody points at a word before there is a picture.
  void import('../lesson/defineTerms').then(({ defineTerms }) => defineTerms(() => network.facts.t.peek()));
  keepNetworkView(model, host.setState);
  host.listen(networkReceiver(model, host.post, afterPaint));
  host.post({ type: 'ready' });
  return network;
}
