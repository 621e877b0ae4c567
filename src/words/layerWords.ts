import type { LayerReport, LayerUse } from '../layers/flow/layerReport';
import type { ShapeOrigin } from '../layers/flow/tensor';
import type { Layer, LibraryName, Size } from '../layers/layer';
import type { LayerProblem } from '../layers/layerProblem';
import type { LayerResult } from '../layers/shape/layerResult';
import { type AxisSymbol, layerFormulas, symbolOf } from './layerFormula';
import { layerProblemText } from './layerProblemWords';
import { countText } from './numberText';
import type { Translate } from './translate';

/** What a hover over a layer says. */
export interface LayerText {
  /** `PyTorch, 2-D convolution`. */
  readonly headline: string;
  /** What goes in and comes out, one line for each use; Markdown without anything of the person's text. */
  readonly shapes: readonly string[];
  /** Formulas, parameters, work and receptive field, as a table of Markdown; empty where there is nothing to tell. */
  readonly table: string;
  /** Why the layer cannot be; plain text that may hold names of the person's text. */
  readonly problem: string | undefined;
  /** Where the input shape is from, or that it is not known; undefined where no input is needed. */
  readonly origin: string | undefined;
  /** Whether an answer of the person could tell the input shape, or has told it. */
  readonly asks: 'unknown' | 'remembered' | undefined;
}

const libraries: Readonly<Record<LibraryName, string>> = {
  torch: 'PyTorch',
  'torch.functional': 'PyTorch',
  keras: 'Keras',
  'tf.nn': 'TensorFlow',
  tfjs: 'TensorFlow.js',
  flax: 'Flax',
  mxnet: 'MXNet',
  onnx: 'ONNX',
  scipy: 'SciPy',
  cv2: 'OpenCV',
  numpy: 'NumPy',
};

/** The sentences of a hover over a layer. */
export function layerText(t: Translate, { library, layer, uses }: LayerReport): LayerText {
  const name = libraries[library];
  if ('problem' in layer) {
    const problem = layerProblemText(t, layer);
    return { headline: name, shapes: [], table: '', problem, origin: undefined, asks: undefined };
  }
  const headline = t('{0}, {1}', name, kindText(t, layer));
  if (layer.kind === 'arrays')
    return { headline, shapes: [], table: '', problem: undefined, origin: undefined, asks: undefined };
  const refused = uses.map(({ result }) => result).find(isProblem);
  const [first] = uses;
  const isOpen = first === undefined || !isKnown(first.input);
  const asks = first?.origin?.kind === 'remembered' ? 'remembered' : isOpen ? 'unknown' : undefined;
  return {
    headline,
    shapes: [...new Set(uses.map((use) => shapeLine(layerIn(use, layer), use)))],
    table: first ? tableOf(t, layerIn(first, layer), first) : '',
    problem: refused && layerProblemText(t, refused),
    origin: first?.origin ? originText(t, first.origin) : isOpen ? t('The input shape is not known.') : undefined,
    asks,
  };
}

/** The layer with the numbers that it has there, where one call describes several. */
function layerIn(use: LayerUse, described: Layer): Layer {
  return 'problem' in use.layer ? described : use.layer;
}

function isProblem(result: LayerUse['result']): result is LayerProblem {
  return result !== undefined && 'problem' in result;
}

function isKnown(shape: readonly Size[] | undefined): boolean {
  return shape?.slice(1).every((size) => size !== undefined) ?? false;
}

function kindText(t: Translate, layer: Exclude<Layer, LayerProblem>): string {
  switch (layer.kind) {
    case 'conv':
      return t('{0}-D convolution', layer.axes.length);
    case 'depthwise':
      return layer.filters === 'none' ? t('depthwise convolution') : t('separable convolution');
    case 'transposed':
      return t('{0}-D transposed convolution', layer.axes.length);
    case 'pool':
      return t('{0}-D pooling', layer.axes.length);
    case 'adaptive-pool':
      return layer.keepsAxes ? t('pooling to a size') : t('pooling over everything');
    case 'pad':
      return t('padding');
    case 'upsample':
      return t('upsampling');
    case 'shuffle':
      return layer.isBack ? t('cells moved into channels') : t('channels moved into the plane');
    case 'unfold':
      return t('patches as columns');
    case 'reshape':
      return t('another shape');
    case 'dense':
      return t('dense layer');
    case 'flatten':
      return t('flatten');
    case 'same-shape':
      return layer.parametersPerChannel === 0 ? t('the shape stays') : t('normalisation');
    case 'arrays':
      return t('convolution of arrays');
  }
}

/** `3 × 224 × 224 → 64 × 112 × 112`, without the batch. */
function shapeLine(layer: Layer, { input, result }: LayerUse): string {
  if (layer.kind === 'dense' && !input)
    return `… × ${layer.inputSize === 'any' ? '?' : shown(layer.inputSize)} → … × ${shown(layer.units)}`;
  const output = result && !isProblem(result) ? result.outputShape : undefined;
  return `${shapeText(layer, input, '')} → ${shapeText(layer, output, '′')}`;
}

/** `64 × 112 × 112`, without the batch: letters stand for sizes that are not known, with a stroke in the output. */
export function shapeText(layer: Layer, shape: readonly Size[] | undefined, stroke: string): string {
  if (!shape) return '?';
  const sizes = shape.slice(1);
  const axes = 'axes' in layer ? layer.axes.length : 0;
  const isSpatial = 'channels' in layer && axes > 0 && sizes.length === axes + 1;
  return sizes
    .map((size, index) => {
      if (size !== undefined) return countText(size);
      if (!isSpatial) return '?';
      const isFirst = layer.channels === 'first';
      const isChannels = index === (isFirst ? 0 : axes);
      return `${isChannels ? 'C' : symbolOf(isFirst ? index - 1 : index, axes)}${stroke}`;
    })
    .join(' × ');
}

function tableOf(t: Translate, layer: Layer, use: LayerUse): string {
  const { input, result, cost, field } = use;
  const known = result && !isProblem(result) ? result : undefined;
  const rows = [
    ...(isProblem(result) ? [] : formulaRows(t, layer, input, known)),
    ...parameterRow(t, known, cost),
    ...(cost?.multiplyAdds
      ? [[t('Multiply-adds'), t('{0} for each item', countText(cost.multiplyAdds))] as const]
      : []),
    ...(field ? [[t('Receptive field'), fieldText(t, field)] as const] : []),
  ];
  if (rows.length === 0) return '';
  return ['| | |', '|:--|:--|', ...rows.map(([name, text]) => `| ${name} | ${text} |`)].join('\n');
}

type Row = readonly [name: string, text: string];

/** One row where both axes have the same formula. */
function formulaRows(
  t: Translate,
  layer: Layer,
  input: LayerUse['input'],
  result: LayerResult | undefined,
): readonly Row[] {
  const formulas = layerFormulas(layer, input, result);
  const [first] = formulas;
  if (!first) return [];
  const isOne = formulas.every(({ axis, text }) => text.replaceAll(axis, first.axis) === first.text);
  if (!isOne || formulas.length === 1) return formulas.map(({ axis, text }) => [axisText(t, axis), text] as const);
  const names = formulas.map(({ axis }) => axisText(t, axis));
  const isOpen = formulas.some(({ axis, text }) => text.includes(axis));
  const text = isOpen
    ? t(
        '{0}, the same with {1}',
        first.text,
        formulas
          .slice(1)
          .map(({ axis }) => axis)
          .join(', '),
      )
    : first.text;
  return [[names.join(', '), text]];
}

function axisText(t: Translate, axis: AxisSymbol): string {
  const names: Readonly<Record<AxisSymbol, string>> = { D: t('Depth'), H: t('Height'), W: t('Width'), L: t('Length') };
  return names[axis];
}

/** `64·3·7·7 + 64 = 9472`. */
function parameterRow(t: Translate, result: LayerResult | undefined, cost: LayerUse['cost']): readonly Row[] {
  if (!cost || cost.terms.length === 0) return [];
  const terms = cost.terms.map((term) => term.map(shown).join('·')).join(' + ');
  return [[t('Parameters'), result?.parameters === undefined ? terms : `${terms} = ${countText(result.parameters)}`]];
}

function fieldText(t: Translate, field: NonNullable<LayerUse['field']>): string {
  const sizes = field.map(({ size }) => countText(size)).join(' × ');
  const jumps = [...new Set(field.map(({ jump }) => jump))];
  return jumps.length === 1 && jumps[0] === 1
    ? t('{0} of the input', sizes)
    : t('{0} of the input, moving by {1}', sizes, jumps.map(countText).join(' × '));
}

/** Where an input shape is from. */
export function originText(t: Translate, { kind, line }: ShapeOrigin): string {
  if (kind === 'remembered') return t('Input shape as given by you.');
  const at = line === undefined ? undefined : line + 1;
  const elsewhere = {
    comment: t('Input shape from a comment in another cell.'),
    tensor: t('Input shape from a tensor in another cell.'),
    summary: t('Input shape from the summary in another cell.'),
    argument: t('Input shape as the model says in another cell.'),
  };
  if (at === undefined) return elsewhere[kind];
  const here = {
    comment: t('Input shape from the comment for line {0}.', at),
    tensor: t('Input shape from the tensor in line {0}.', at),
    summary: t('Input shape from the summary in line {0}.', at),
    argument: t('Input shape as the model says in line {0}.', at),
  };
  return here[kind];
}

function shown(size: Size): string {
  return size === undefined ? '?' : size < 0 ? `−${-size}` : String(size);
}
