import type { PerAxis } from '../engine/convolution/conv2dParams';
import type { LayerKind, NetworkLayer } from '../engine/network/networkLayer';
import type {
  Reach,
  Remedy,
  RemedyCode,
  StageProblem,
  StageProblemCode,
  StageShape,
} from '../engine/network/networkStage';
import type { ValueRange } from '../engine/picture/valueRange';
import type { PlanProblem } from '../engine/planProblem';
import type { AskedWork } from '../session/network/networkAsks';
import { countText, shortNumber } from './numberText';
import { planProblemText } from './problemWords';
import type { Translate } from './translate';

/** What a kind of layer is called. */
export function layerKindName(t: Translate, kind: LayerKind): string {
  return kindNames[kind](t);
}

const kindNames: Readonly<Record<LayerKind, (t: Translate) => string>> = {
  conv: (t) => t('Convolution'),
  transposed: (t) => t('Transposed convolution'),
  pool: (t) => t('Pooling'),
  relu: () => 'ReLU',
  flatten: (t) => t('Flatten'),
  dense: (t) => t('Dense'),
  softmax: () => 'Softmax',
};

/** A layer in two or three words, `Conv 3×3`. */
export function layerTitle(t: Translate, layer: NetworkLayer): string {
  switch (layer.kind) {
    case 'conv':
      return t('Conv {0}', pairText(layer.kernelSize));
    case 'transposed':
      return t('Transposed {0}', pairText(layer.kernelSize));
    case 'pool':
      return layer.pooling === 'max'
        ? t('Max pool {0}', pairText(layer.window))
        : t('Mean pool {0}', pairText(layer.window));
    case 'dense':
      return t('Dense {0}', countText(layer.units));
    default:
      return layerKindName(t, layer.kind);
  }
}

/** `3×3`. */
export function pairText([rows, cols]: PerAxis): string {
  return `${rows}×${cols}`;
}

/** `8 × 26 × 26`, channels first; `484` for a row. */
export function stageShapeText(shape: StageShape): string {
  return shape.map(countText).join(' × ');
}

/** `8 channels of 26 × 26`. */
export function stageShapeWords(t: Translate, shape: StageShape): string {
  if (shape.length === 1) return t('{0} values in a row', countText(shape[0]));
  const [channels, rows, cols] = shape;
  return channels === 1
    ? t('1 channel of {0} rows and {1} columns', countText(rows), countText(cols))
    : t('{0} channels of {1} rows and {2} columns', countText(channels), countText(rows), countText(cols));
}

/** What of the image a value can depend on, `sees 5 × 5`. */
export function reachText(t: Translate, reach: Reach): string {
  switch (reach.kind) {
    case 'whole':
      return t('sees the whole image');
    case 'varies':
      return t('sees up to {0} × {1}', countText(reach.largest[0]), countText(reach.largest[1]));
    case 'windows':
      return t('sees {0} × {1}', countText(reach.field.height.size), countText(reach.field.width.size));
  }
}

/** Why a stage cannot be, with the numbers that disagree. */
export function stageProblemText(t: Translate, problem: StageProblem): string {
  if (isOfGeometry(problem))
    return problem.problem === 'kernel-larger-than-input' ? tooSmallText(t, problem) : planProblemText(t, problem);
  return stageSentences[problem.problem](t, (name) => countText(problem.numbers[name] ?? 0));
}

function isOfGeometry(problem: StageProblem): problem is PlanProblem {
  return !Object.hasOwn(stageSentences, problem.problem);
}

/** The window does not lie on what comes in, not even once. */
function tooSmallText(t: Translate, { axis, numbers: { span, inputSize, paddedSize } }: PlanProblem): string {
  const [needed, there] = [countText(span ?? 0), countText(paddedSize ?? inputSize ?? 0)];
  return axis === 'width'
    ? t('Its window is {0} columns wide, and what comes in has {1}.', needed, there)
    : t('Its window is {0} rows high, and what comes in has {1}.', needed, there);
}

type Numbers = (name: string) => string;

const stageSentences: Readonly<Record<StageProblemCode, (t: Translate, of: Numbers) => string>> = {
  'needs-planes': (t, of) => t('It needs rows and columns, and gets {0} values in a row.', of('values')),
  'needs-row': (t, of) =>
    t('It needs values in a row, and gets {0} channels of {1} × {2}.', of('channels'), of('rows'), of('cols')),
  'units-not-positive': (t, of) => t('It needs at least 1 output; it has {0}.', of('units')),
  'preset-size-differs': (t, of) =>
    t(
      'The preset kernel has {0} × {1} weights, the layer {2} × {3}.',
      of('presetRows'),
      of('presetCols'),
      of('rows'),
      of('cols'),
    ),
  'weight-count-differs': (t, of) => t('{0} weights are typed, and it needs {1}.', of('given'), of('needed')),
  'bias-count-differs': (t, of) => t('{0} biases are typed, and it needs {1}.', of('given'), of('needed')),
  'seed-not-whole': (t, of) => t('A seed is a whole number from 0 on; it is {0}.', of('seed')),
};

/** What to change so that a stage can be, as it stands on a button. */
export function remedyText(t: Translate, { code, numbers }: Remedy): string {
  return remedySentences[code](t, (name) => countText(numbers[name] ?? 0));
}

const remedySentences: Readonly<Record<RemedyCode, (t: Translate, of: Numbers) => string>> = {
  'smaller-kernel': (t, of) => t('Make the window {0} × {1}', of('rows'), of('cols')),
  'less-dilation': (t, of) => t('Dilate by {0} and {1}', of('rows'), of('cols')),
  'more-padding': (t, of) =>
    isAlike(of)
      ? t('Pad by {0} on each side', of('top'))
      : t('Pad by {0} above, {1} below, {2} left, {3} right', of('top'), of('bottom'), of('left'), of('right')),
  'less-padding': (t, of) =>
    isAlike(of)
      ? t('Pad by no more than {0} on each side', of('top'))
      : t(
          'Pad by no more than {0} above, {1} below, {2} left, {3} right',
          of('top'),
          of('bottom'),
          of('left'),
          of('right'),
        ),
  'less-output-padding': (t, of) => t('Output padding {0} and {1}', of('rows'), of('cols')),
  'other-groups': (t, of) => t('Take {0} groups', of('groups')),
  'other-filters': (t, of) => t('Take {0} filters', of('filters')),
  'flatten-first': (t) => t('Flatten first'),
  'kernel-of-preset': (t, of) => t('Take the preset’s size {0} × {1}', of('rows'), of('cols')),
  'seeded-weights': (t) => t('Take seeded weights'),
  'no-biases': (t) => t('Leave the biases 0'),
  'at-least-one': (t) => t('Take at least 1'),
};

function isAlike(of: Numbers): boolean {
  return ['bottom', 'left', 'right'].every((side) => of(side) === of('top'));
}

/** The lowest and the highest value, which the colours end at. */
export function rangeText(t: Translate, { min, max }: ValueRange): string {
  return min > max ? t('no finite value') : t('{0} to {1}', shortNumber(min, 6), shortNumber(max, 6));
}

/** `1 parameter`, `80 parameters`. */
export function parametersText(t: Translate, count: number): string {
  return count === 1 ? t('1 parameter') : t('{0} parameters', countText(count));
}

/** `5 400 multiply-adds`. */
export function multiplyAddsText(t: Translate, count: number): string {
  return t('{0} multiply-adds', countText(count));
}

/** Why a network is not computed unasked. */
export function askedWorkText(t: Translate, { multiplyAdds, outputCells, isTooMuch }: AskedWork): string {
  const work = t('{0} multiply-adds, {1} values to keep.', countText(multiplyAdds), countText(outputCells));
  return isTooMuch
    ? t('Too large to compute here: {0}', work)
    : t('This takes long, so it is not computed unasked: {0}', work);
}
