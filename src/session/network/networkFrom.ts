import { oriented } from '../../engine/kernels/orientation';
import { presetOf } from '../../engine/kernels/presets';
import { defaultLayer } from '../../engine/network/defaultLayer';
import type { ConvLayer, NetworkLayer } from '../../engine/network/networkLayer';
import { planNetwork } from '../../engine/network/planNetwork';
import type { WeightSource } from '../../engine/network/weightSource';
import type { Matrix } from '../../engine/tensor';
import { type Operand, shownMatrix } from '../operand';
import type { SessionState } from '../state';
import { imageShape } from './imageOf';
import type { NetworkState, OperandImage } from './networkState';
import { usualLayers } from './startNetwork';

/** A matrix or tensor that was read, as the image of a network: it stands for itself and follows no text. */
export function operandImage(operand: Operand): OperandImage {
  const image = { ...operand, origin: { kind: 'draft' }, written: undefined, places: undefined, plane: 0 } as const;
  return { kind: 'operand', operand: image, sample: 0 };
}

/** The network with another image; where there is none yet, the longest of the usual ones that the image is large enough for. */
export function withImage(state: NetworkState | undefined, operand: Operand): NetworkState {
  const image = operandImage(operand);
  if (state) return { ...state, image };
  return { image, layers: placed(fittingLayers(image, usualLayers)), padsEverywhere: false };
}

/** A session of the lens as a network: all planes of its input as the image, its kernel as the first layer. */
export function networkFrom({ input, kernel, params }: SessionState): NetworkState {
  const image = operandImage(input);
  const { flip, ...rest } = params;
  const shown = shownMatrix(kernel);
  const matrix = flip ? oriented(shown, 'turned-180') : shown;
  const [channels] = imageShape(image);
  const conv: ConvLayer = {
    ...defaultLayer('conv'),
    ...rest,
    groups: 1,
    filters: 1,
    kernelSize: matrix.shape,
    weights: weightsOf(matrix, channels),
  };
  return { image, layers: placed(fittingLayers(image, [conv, ...usualLayers.slice(1)])), padsEverywhere: false };
}

/** A preset, or its numbers for every channel, divided by how many there are: the filter answers to their mean. */
function weightsOf(matrix: Matrix, channels: number): WeightSource {
  const preset = presetOf(matrix);
  if (preset) return { kind: 'preset', presets: [preset.id] };
  const plane = Array.from(matrix.data, (weight) => weight / channels);
  return { kind: 'typed', weights: Array.from({ length: channels }, () => plane).flat(), biases: [] };
}

/** Without the second convolution, then without pooling, where the image is too small for them. */
function fittingLayers(image: OperandImage, layers: readonly NetworkLayer[]): readonly NetworkLayer[] {
  const [first, ...rest] = layers;
  const withoutSecond = [first!, ...rest.filter(({ kind }) => kind !== 'conv')];
  const withoutPool = withoutSecond.filter(({ kind }) => kind !== 'pool');
  const fits = (some: readonly NetworkLayer[]) =>
    planNetwork(imageShape(image), some).every(({ kind }) => kind === 'planned');
  return [layers, withoutSecond, withoutPool].find(fits) ?? layers;
}

function placed(layers: readonly NetworkLayer[]): NetworkState['layers'] {
  return layers.map((layer, place) => ({ id: place + 1, layer }));
}
