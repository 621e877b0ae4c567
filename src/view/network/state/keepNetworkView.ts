import { effect } from '@preact/signals';
import type { NetworkViewState } from '../../../protocol/network';
import type { NetworkModel } from './networkModel';

const delay = 200;

/** Keeps what a reload must bring back, a moment after the last change. Returns what ends it. */
export function keepNetworkView(model: NetworkModel, setState: (state: NetworkViewState) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const network = model.saved.value;
    const kept = {
      scene: model.scene.value,
      chosen: model.chosen.value,
      isStacked: model.isStacked.value,
      scenes: model.scenes.value,
    };
    clearTimeout(timer);
    if (network !== undefined) timer = setTimeout(() => setState({ version: 1, network, ...kept }), delay);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
