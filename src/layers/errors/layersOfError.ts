import type { LayerReport, LayerUse } from '../flow/layerReport';
import type { Layer, Size } from '../layer';
import { isLayerProblem } from '../layerProblem';
import type { ShapeError } from './shapeError';

/** A call of a layer that an error can be about. */
export interface SuspectedLayer {
  readonly report: LayerReport;
  /** The use whose input is the error's, where the text tells one. */
  readonly use: LayerUse | undefined;
}

/** More than these say nothing. */
const mostSuspects = 6;

/**
 * The layers of a text that an error can be about: those with its numbers; of them those whose input has its numbers too,
 * and of them those that stand in the lines of a traceback, innermost first.
 */
export function layersOfError(
  error: ShapeError,
  reports: readonly LayerReport[],
  lines: readonly number[],
  lineOf: (report: LayerReport) => number,
): readonly SuspectedLayer[] {
  const suspects = reports.flatMap((report): readonly SuspectedLayer[] => {
    const layers = [report.layer, ...report.uses.map(({ layer }) => layer)];
    if (!layers.some((layer) => !isLayerProblem(layer) && canBe(layer, error))) return [];
    const use = report.uses.find((one) => !isLayerProblem(one.layer) && canBe(one.layer, error) && meets(one, error));
    return [{ report, use }];
  });
  const fed = suspects.filter(({ use }) => use !== undefined);
  const likely = fed.length > 0 ? fed : suspects;
  const described = likely.filter(({ report }) => !likely.some((other) => isDescribed(report, other.report)));
  for (const line of lines) {
    const there = likely.filter(({ report }) => lineOf(report) === line);
    if (there.length > 0) return there.slice(0, 1);
  }
  return described.slice(0, mostSuspects);
}

/** Whether a report is of a place that applies a layer which another one describes. */
function isDescribed(report: LayerReport, other: LayerReport): boolean {
  return report !== other && report.uses.some((use) => other.uses.includes(use)) && report.start > other.start;
}

/** Whether a layer has the numbers that an error tells of one. */
function canBe(layer: Layer, error: ShapeError): boolean {
  switch (error.kind) {
    case 'matrices':
      return layer.kind === 'dense' && agrees(layer.inputSize, error.expected) && agrees(layer.units, error.units);
    case 'channels':
      return isWeight(layer, error);
    case 'kernel-too-large':
      return (
        (layer.kind === 'conv' || layer.kind === 'pool' || layer.kind === 'depthwise') &&
        layer.axes.length >= error.kernel.length &&
        error.kernel.every((size, axis) => agrees(spanOf(layer.axes[axis]!), size))
      );
    case 'output-empty': {
      const isWindow = layer.kind === 'conv' || layer.kind === 'pool' || layer.kind === 'depthwise';
      if (!isWindow) return false;
      return error.kernel ? error.kernel.every((size, axis) => agrees(layer.axes[axis]?.kernel, size)) : true;
    }
    case 'axis':
      return isNamed(layer, error.name);
    case 'rank':
      return isNamed(layer, error.name);
    case 'pool-padding':
      return layer.kind === 'pool' && layer.axes.some(({ kernel }) => agrees(kernel, error.kernel));
    case 'output-padding':
      return layer.kind === 'transposed' && layer.outputPadding.some((size) => size === error.outputPadding);
    case 'normalisation':
      return (
        layer.kind === 'same-shape' && layer.parametersPerChannel !== 0 && agrees(layer.inputChannels, error.expected)
      );
    case 'reshape':
      return layer.kind === 'reshape';
    default:
      return false;
  }
}

function isWeight(
  layer: Layer,
  { weight, isTransposed, expected }: Extract<ShapeError, { kind: 'channels' }>,
): boolean {
  const isKind = isTransposed ? layer.kind === 'transposed' : layer.kind === 'conv';
  if (!isKind || (layer.kind !== 'conv' && layer.kind !== 'transposed')) return false;
  const [first, , ...kernel] = weight;
  const filters = isTransposed ? undefined : first;
  return (
    layer.axes.length === kernel.length &&
    layer.axes.every((axis, at) => agrees(axis.kernel, kernel[at])) &&
    agrees(layer.filters, filters) &&
    agrees(layer.inputChannels, expected)
  );
}

/** Keras names layers by their classes, with a number: `conv2d_3`; PyTorch functions by theirs: `conv2d`. */
function isNamed(layer: Layer, name: string): boolean {
  const base = name
    .split('/')
    .at(-1)!
    .replace(/_\d{1,6}$/, '');
  if (/dense|linear/.test(base)) return layer.kind === 'dense';
  if (/pool/.test(base)) return layer.kind === 'pool' || layer.kind === 'adaptive-pool';
  if (/conv\d?d?_?transpose/.test(base)) return layer.kind === 'transposed';
  if (/depthwise|separable/.test(base)) return layer.kind === 'depthwise';
  if (/conv/.test(base)) return layer.kind === 'conv';
  if (/norm/.test(base)) return layer.kind === 'same-shape' && layer.parametersPerChannel !== 0;
  return false;
}

/** What is not known is no contradiction. */
function agrees(own: Size | 'any', told: Size): boolean {
  return own === 'any' || own === undefined || told === undefined || own === told;
}

function spanOf({ kernel, dilation }: { readonly kernel: Size; readonly dilation: Size }): Size {
  return kernel === undefined || dilation === undefined ? undefined : dilation * (kernel - 1) + 1;
}

/** Whether a use's input is the one that the error tells of. */
function meets({ input, layer, result }: LayerUse, error: ShapeError): boolean {
  if (!input || isLayerProblem(layer)) return false;
  switch (error.kind) {
    case 'matrices':
      return input.at(-1) === error.found;
    case 'channels':
      return isShape(input, error.input);
    case 'axis':
    case 'rank':
      return isShape(input, error.input);
    case 'output-empty':
      return isShape(error.input.length === input.length - 1 ? input.slice(1) : input, error.input);
    case 'normalisation':
      return input[1] === error.found || input.at(-1) === error.found;
    default:
      return result !== undefined && isLayerProblem(result);
  }
}

/** The batch is nobody's matter. */
function isShape(input: readonly Size[], told: readonly Size[]): boolean {
  if (input.length !== told.length) return false;
  return input.every((size, at) => at === 0 || (size !== undefined && size === told[at]));
}
