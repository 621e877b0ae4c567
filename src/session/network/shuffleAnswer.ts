import { defaultLayer } from '../../engine/network/defaultLayer';
import { shuffleComparison } from '../../engine/network/flattening/shuffleComparison';
import type { ConvLayer } from '../../engine/network/networkLayer';
import type { NetworkRun } from '../../engine/network/runNetwork';
import { seededOrder } from '../../engine/network/seededNumber';
import type { Tensor } from '../../engine/tensor';
import type { QuestionOf } from './networkQuestion';
import type { SentActivation } from './networkRequest';
import { planeOf, sentActivation } from './sentActivation';

/** What one order of the pixels does to a dense layer of ten units and to the network's first layer, or a Sobel filter. */
export interface ShuffleAnswer {
  readonly image: SentActivation;
  readonly shuffled: SentActivation;
  readonly dense: {
    readonly before: Float64Array;
    readonly after: Float64Array;
    readonly largest: number;
    /** What roundings in another order of addition can come to. */
    readonly rounding: number;
  };
  readonly conv: {
    readonly layer: ConvLayer;
    readonly shape: readonly [channels: number, rows: number, cols: number];
    readonly before: SentActivation;
    readonly after: SentActivation;
    readonly largest: number;
    readonly differing: number;
    readonly values: number;
    /** Above 0, the map was not merely rearranged. */
    readonly largestSorted: number;
  };
}

/** What is compared at once, without looking up: about 100 ms. */
const mostValues = 2 ** 19;

const sobel: ConvLayer = {
  ...defaultLayer('conv'),
  filters: 1,
  hasBias: false,
  weights: { kind: 'preset', presets: ['sobelX'] },
};

/** Shuffles the pixels, the same in every channel; undefined for an image too large for it. */
export function* shuffleAnswer(
  run: NetworkRun,
  { seed }: QuestionOf<'shuffle'>,
): Generator<number, ShuffleAnswer | undefined> {
  const { shape, data } = run.image;
  const [channels, rows, cols] = shape;
  if (channels === undefined || rows === undefined || cols === undefined || data.length > mostValues) return undefined;
  const image: Tensor & { readonly shape: readonly [number, number, number] } = { shape: [channels, rows, cols], data };
  const order = seededOrder(seed, rows * cols);
  const first = run.stages[0]?.layer;
  const conv = first?.kind === 'conv' ? first : sobel;
  const compared = shuffleComparison(image, order, { dense: defaultLayer('dense'), conv });
  if ('problem' in compared) return undefined;
  const { before, after, ...numbers } = compared.conv;
  yield 0.9;
  return {
    image: yield* sentActivation(planeOf(image, 0)),
    shuffled: yield* sentActivation(planeOf(compared.shuffled, 0)),
    dense: compared.dense,
    conv: {
      ...numbers,
      layer: conv,
      shape: planesShape(before),
      values: before.data.length,
      before: yield* sentActivation(planeOf(before, 0)),
      after: yield* sentActivation(planeOf(after, 0)),
    },
  };
}

function planesShape({ shape }: Tensor): readonly [number, number, number] {
  const [channels = 1, rows = 1, cols = 1] = shape.slice(-3);
  return [channels, rows, cols];
}
