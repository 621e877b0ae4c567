import { isCount, isRecord } from '../readParams';
import { restoreOperand, type SavedOperand, saveOperand } from '../saved';
import { type GeneratedImage, readGeneratedImage } from './generatedImage';
import { mostLayers, type NetworkImage, type NetworkState, type PlacedLayer } from './networkState';
import { readLayer } from './readLayer';
import { startNetwork } from './startNetwork';

/** A network as plain JSON, so that a reload brings it back. */
export interface SavedNetwork {
  readonly version: 1;
  readonly image:
    | GeneratedImage
    | { readonly kind: 'operand'; readonly operand: SavedOperand; readonly sample: number };
  readonly layers: readonly PlacedLayer[];
  readonly padsEverywhere: boolean;
}

/** The network as JSON that `restoreNetwork` reads again. */
export function saveNetwork({ image, layers, padsEverywhere }: NetworkState): SavedNetwork {
  const saved = image.kind === 'operand' ? { ...image, operand: saveOperand(image.operand) } : image;
  return { version: 1, image: saved, layers, padsEverywhere };
}

/** The network that was saved; undefined for anything that is none. */
export function restoreNetwork(saved: unknown): NetworkState | undefined {
  if (!isRecord(saved) || saved.version !== 1 || typeof saved.padsEverywhere !== 'boolean') return undefined;
  const layers = restoreLayers(saved.layers);
  const image = restoreImage(saved.image) ?? startNetwork().image;
  return layers && { image, layers, padsEverywhere: saved.padsEverywhere };
}

/** An image whose numbers were too many to keep is gone: without them it would come back as zeros. */
function restoreImage(saved: unknown): NetworkImage | undefined {
  if (!isRecord(saved)) return undefined;
  if (saved.kind !== 'operand') return readGeneratedImage(saved);
  const hasNumbers = isRecord(saved.operand) && typeof saved.operand.numbers === 'string';
  const operand = hasNumbers ? restoreOperand(saved.operand) : undefined;
  return operand && isCount(saved.sample) ? { kind: 'operand', operand, sample: Math.max(0, saved.sample) } : undefined;
}

function restoreLayers(saved: unknown): readonly PlacedLayer[] | undefined {
  if (!Array.isArray(saved) || saved.length > mostLayers) return undefined;
  const layers = saved.flatMap((one: unknown): readonly PlacedLayer[] => {
    const layer = isRecord(one) ? readLayer(one.layer) : undefined;
    return layer && isRecord(one) && isCount(one.id) ? [{ id: one.id, layer }] : [];
  });
  const isWhole = layers.length === saved.length && new Set(layers.map(({ id }) => id)).size === layers.length;
  return isWhole ? layers : undefined;
}
