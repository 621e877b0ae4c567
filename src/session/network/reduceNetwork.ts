import type { NetworkLayer } from '../../engine/network/networkLayer';
import { type Operand, operandLayout } from '../operand';
import { arrangementsOf } from '../planeLayout';
import { isSameGenerated } from './generatedImage';
import { imageSamples } from './imageOf';
import type { NetworkAct } from './networkAct';
import { networkAsks, networkWorkOf } from './networkAsks';
import { mostLayers, type NetworkState, type PlacedLayer } from './networkState';
import { startNetwork } from './startNetwork';

/** An act that changes the network itself; undo and redo belong to the history. */
export type NetworkChange = Exclude<NetworkAct, { readonly kind: 'undo' | 'redo' }>;

/** The network after an act; the very same where the act cannot apply. */
export function reduceNetwork(state: NetworkState, act: NetworkChange): NetworkState {
  switch (act.kind) {
    case 'add-layer':
      return withAdded(state, act.at, act.layer);
    case 'change-layer':
      return withLayer(state, act.id, () => act.layer);
    case 'remove-layer':
      return withLayers(
        state,
        state.layers.filter(({ id }) => id !== act.id),
      );
    case 'move-layer':
      return withMoved(state, act.id, act.to);
    case 'use-image':
      return isSameGenerated(state.image, act.image) ? state : { ...state, image: act.image };
    case 'arrange-image':
    case 'show-sample':
      return withRead(state, act);
    case 'pad-everywhere':
      return state.padsEverywhere === act.on ? state : { ...state, padsEverywhere: act.on };
    case 'compute-anyway': {
      const asked = networkAsks(state);
      return asked && !asked.isTooMuch ? { ...state, ceiling: networkWorkOf(state) } : state;
    }
    case 'start-over':
      return startNetwork();
  }
}

function withLayers(state: NetworkState, layers: readonly PlacedLayer[]): NetworkState {
  return layers.length === state.layers.length ? state : { ...state, layers };
}

function withAdded(state: NetworkState, at: number, layer: NetworkLayer): NetworkState {
  if (state.layers.length >= mostLayers) return state;
  const id = Math.max(0, ...state.layers.map((one) => one.id)) + 1;
  return { ...state, layers: state.layers.toSpliced(Math.min(at, state.layers.length), 0, { id, layer }) };
}

function withLayer(state: NetworkState, id: number, change: (layer: NetworkLayer) => NetworkLayer | undefined) {
  const at = state.layers.findIndex((one) => one.id === id);
  const before = state.layers[at]?.layer;
  const layer = before && change(before);
  if (!layer || layer === before) return state;
  return { ...state, layers: state.layers.with(at, { id, layer }) };
}

function withMoved(state: NetworkState, id: number, to: number): NetworkState {
  const from = state.layers.findIndex((one) => one.id === id);
  const moved = state.layers[from];
  const place = Math.min(to, state.layers.length - 1);
  if (!moved || place === from) return state;
  return { ...state, layers: state.layers.toSpliced(from, 1).toSpliced(place, 0, moved) };
}

type ReadAct = Extract<NetworkChange, { readonly kind: 'arrange-image' | 'show-sample' }>;

function withRead(state: NetworkState, act: ReadAct): NetworkState {
  const { image } = state;
  if (image.kind !== 'operand') return state;
  if (act.kind === 'show-sample') {
    const isOther = act.sample !== image.sample && act.sample >= 0 && act.sample < imageSamples(image);
    return isOther ? { ...state, image: { ...image, sample: act.sample } } : state;
  }
  const operand = rearranged(image.operand, act);
  return operand ? { ...state, image: { kind: 'operand', operand, sample: 0 } } : state;
}

function rearranged(operand: Operand, { arrangement }: Extract<ReadAct, { kind: 'arrange-image' }>) {
  const fits = arrangementsOf(operand.tensor.shape).includes(arrangement);
  return fits && operandLayout(operand).count > 0 && operand.arrangement !== arrangement
    ? { ...operand, arrangement, plane: 0 }
    : undefined;
}
