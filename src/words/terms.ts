import type { Translate } from './translate';

/** A term of the field that is defined. */
export type Term = keyof typeof definitions;

/** What a term means, in one sentence. */
export function termText(t: Translate, term: Term): string {
  return definitions[term](t);
}

/** True for the name of a term that is defined. */
export function isTerm(name: string | undefined): name is Term {
  return name !== undefined && Object.hasOwn(definitions, name);
}

/** Every term that is defined, in the order in which one needs them. */
export function allTerms(): readonly Term[] {
  return Object.keys(definitions) as Term[];
}

const definitions = {
  input: (t: Translate) => t('Input: the matrix or image over which the kernel slides.'),
  kernel: (t: Translate) => t('Kernel: the small matrix of weights that slides over the input.'),
  filter: (t: Translate) =>
    t('Filter: a kernel for every channel of the input together; for one channel, another word for kernel.'),
  weights: (t: Translate) => t('Weights: the numbers of a kernel or a dense layer, which training changes.'),
  patch: (t: Translate) => t('Patch: the cells of the input that the kernel lies on at one position.'),
  tap: (t: Translate) => t('Tap: one position of the kernel, whose weight meets one cell of the patch.'),
  dotProduct: (t: Translate) => t('Dot product: multiply what lies on each other, then add all the products.'),
  stride: (t: Translate) => t('Stride: how many cells the kernel moves from one position to the next.'),
  padding: (t: Translate) => t('Padding: cells added around the input so that the kernel can reach its border.'),
  valid: (t: Translate) => t('Valid: no padding, so the kernel stays inside the input.'),
  same: (t: Translate) =>
    t('Same: as much padding as gives a map of ⌈input ÷ stride⌉, which is the input’s size only for stride 1.'),
  flip: (t: Translate) => t('Flip: turns the kernel by half a turn first, as the convolution of mathematics does.'),
  fill: (t: Translate) => t('Fill: what the added cells hold, zeros as a rule, or copies of cells of the input.'),
  dilation: (t: Translate) =>
    t('Dilation: how many cells lie from one tap of the kernel to the next; 1 leaves no gaps.'),
  uses: (t: Translate) => t('Uses: how many cells of the map read a cell of the input.'),
  featureMap: (t: Translate) => t('Feature map: the output of one filter, high where the input looks like the filter.'),
  activation: (t: Translate) =>
    t('Activation: a function applied to every value of a map, such as ReLU, which turns negative values into 0.'),
  channel: (t: Translate) =>
    t(
      'Channel: one of the matrices that lie on each other in an image or a stack of maps, such as red, green and blue.',
    ),
  group: (t: Translate) => t('Group: a share of the channels that only a share of the filters reads.'),
  depthwise: (t: Translate) =>
    t('Depthwise: a convolution with as many groups as channels, so that each filter reads one channel alone.'),
  bias: (t: Translate) => t('Bias: one number for each filter or neuron that is added to every sum.'),
  parameter: (t: Translate) => t('Parameter: a number that training changes, a weight or a bias.'),
  layer: (t: Translate) => t('Layer: one stage of a network, which turns its input into the input of the next.'),
  neuron: (t: Translate) => t('Neuron: one output of a dense layer, a weighted sum of everything before it.'),
  receptiveField: (t: Translate) =>
    t('Receptive field: the cells of the first input on which one value depends, through all layers.'),
  locality: (t: Translate) => t('Locality: one value of a map depends on one small patch and on nothing outside it.'),
  parameterSharing: (t: Translate) => t('Parameter sharing: the same weights are used at every position.'),
  equivariance: (t: Translate) =>
    t('Translation equivariance: where the input moves, the map moves with it, as in a convolution with stride 1.'),
  invariance: (t: Translate) =>
    t(
      'Translation invariance: where the input moves, the result stays the same, as pooling over the whole map brings about.',
    ),
  spatialHierarchy: (t: Translate) =>
    t('Spatial hierarchy: later layers see more of the image and put together what earlier ones have found.'),
  pooling: (t: Translate) => t('Pooling: one number for each window of a map, its largest value or its mean.'),
  flattening: (t: Translate) =>
    t(
      'Flattening: writing the cells of a matrix or stack into one row, after which neighbours in a column lie far apart.',
    ),
  dense: (t: Translate) => t('Dense or fully connected: a layer in which every output has a weight for every input.'),
  softmax: (t: Translate) => t('Softmax: turns scores into shares between 0 and 1 that add up to 1.'),
  crossCorrelation: (t: Translate) =>
    t('Cross-correlation: lays the kernel down as it is written; what deep-learning libraries call convolution.'),
  convolution: (t: Translate) =>
    t('Convolution: strictly, with the kernel turned by half a turn first; in deep learning, cross-correlation.'),
  edge: (t: Translate) => t('Edge: a place where brightness changes sharply.'),
  tensor: (t: Translate) => t('Tensor: numbers along any count of axes; a matrix has two, a colour image three.'),
  shape: (t: Translate) => t('Shape: how many cells a tensor has along each of its axes.'),
  gradient: (t: Translate) => t('Gradient: for each weight, how much the loss grows where that weight grows a little.'),
  loss: (t: Translate) => t('Loss: one number for how far the output is from the wanted one.'),
  learningRate: (t: Translate) => t('Learning rate: how far a step of training goes against the gradient.'),
  gradientDescent: (t: Translate) =>
    t('Gradient descent: small steps, each against the gradient, that make the loss smaller.'),
  backpropagation: (t: Translate) =>
    t('Backpropagation: working the gradients out from the last layer back to the first.'),
} as const;
