import type { LayerReport, LayerUse } from '../flow/layerReport';
import type { Layer, Size } from '../layer';
import { isLayerProblem, type LayerProblem } from '../layerProblem';
import type { PythonCalls } from '../syntax/pythonCalls';
import { brokenParts } from './brokenParts';
import { type CallArguments, callArguments } from './callArguments';
import { fixesOf } from './fixesOf';
import type { LayerFault } from './layerFault';
import { ownProblem } from './ownProblem';
import { isSure } from './sureUse';

/**
 * The layers of a Python text that its libraries refuse, with what mends them; only where the text says for certain
 * what comes in: nothing that a person has answered, that was guessed, or that stands where the text cannot be parsed.
 * `reports` are those of which nothing was guessed. Never throws; takes time in proportion to the text.
 */
export function layerFaults(calls: PythonCalls, reports: readonly LayerReport[]): readonly LayerFault[] {
  const broken = brokenParts(calls.tree);
  const isAsUsual = !arrangementCalls.test(calls.text);
  const sure = reports.filter(
    ({ path, start, end, library }) =>
      isImported(path, calls) && !broken.holds(start, end) && (isAsUsual || library !== 'keras'),
  );
  const search: Search = { calls, isFlowing: !broken.hasDefinition, outputs: flattenedOutputs(reports) };
  return sure.flatMap((report): readonly LayerFault[] => faultOf(report, search));
}

/** Whether a layer does not fit, certain or not: without such a one there are no faults. */
export function mayBeRefused({ layer, uses }: LayerReport): boolean {
  return (!isLayerProblem(layer) && ownProblem(layer) !== undefined) || uses.some(isRefused);
}

/** What changes the arrangement of all of Keras's layers. */
const arrangementCalls = /\b(?:set_image_data_format|set_image_dim_ordering)\b/;

interface Search {
  readonly calls: PythonCalls;
  /** Whether shapes can be followed: every function and class of the text is whole. */
  readonly isFlowing: boolean;
  readonly outputs: readonly FlatOutput[];
}

/** Whose layer a name is, is certain where the text imports it. */
function isImported(path: string, { imports }: PythonCalls): boolean {
  return imports.has(path.split('.')[0]!);
}

function faultOf(report: LayerReport, search: Search): readonly LayerFault[] {
  const { layer } = report;
  if (isLayerProblem(layer)) return [];
  const own = ownProblem(layer);
  const use = own || !search.isFlowing ? undefined : refusedUse(report);
  if (!own && !use) return [];
  // Places where the text only applies a layer have no arguments of it.
  const args = callArguments(search.calls, report);
  if (!args) return [];
  return [
    use ? fault(report, use.layer, use.result, use, args, search) : fault(report, layer, own!, use, args, search),
  ];
}

interface RefusedUse extends LayerUse {
  readonly layer: Layer;
  readonly result: LayerProblem;
}

/** A use that is refused, where every use of which something is known is refused for the same numbers. */
function refusedUse({ path, uses }: LayerReport): RefusedUse | undefined {
  const known = uses.filter(({ result }) => result !== undefined);
  const refused = known.filter((use): use is RefusedUse => isRefused(use) && isSure(use, path));
  const [first] = refused;
  if (!first || refused.length < known.length) return undefined;
  const isOne = refused.every(({ result }) => JSON.stringify(result) === JSON.stringify(first.result));
  return isOne ? first : undefined;
}

/** What libraries refuse when the layer is used. */
const codes: ReadonlySet<LayerProblem['problem']> = new Set([
  'channel-mismatch',
  'groups-do-not-divide',
  'kernel-larger-than-input',
  'output-empty',
  'output-padding-too-large',
]);

function isRefused({ layer, result }: LayerUse): boolean {
  return !isLayerProblem(layer) && result !== undefined && isLayerProblem(result) && codes.has(result.problem);
}

function fault(
  { path, start }: LayerReport,
  layer: Layer,
  problem: LayerProblem,
  use: LayerUse | undefined,
  args: CallArguments,
  { outputs }: Search,
): LayerFault {
  const input = use?.input ?? [];
  const { found, expected } = problem.details;
  const name = args.nameFor(layer, problem);
  const node = name === undefined ? undefined : args.nodeOf(name);
  const isDense = layer.kind === 'dense' && problem.problem === 'channel-mismatch';
  const needsFlatten = isDense && input.length > 2 && productOf(input.slice(1)) === expected;
  const factors = isDense && input.length === 2 ? factorsOf(Number(found), start, outputs) : undefined;
  return {
    path,
    start: node?.from ?? start,
    end: node?.to ?? start + path.length,
    problem,
    input,
    argument: name,
    factors,
    needsFlatten,
    fixes:
      name !== undefined && node && !needsFlatten ? fixesOf({ layer, problem, name, factors }, node, args.text) : [],
  };
}

interface FlatOutput {
  readonly start: number;
  readonly sizes: readonly number[];
}

/** Outputs with more than one axis, all of known size. */
function flattenedOutputs(reports: readonly LayerReport[]): readonly FlatOutput[] {
  return reports.flatMap(({ start, uses }) =>
    uses.flatMap(({ result }) => {
      const sizes = result && 'outputShape' in result ? result.outputShape?.slice(1) : undefined;
      return sizes && sizes.length > 1 && isKnown(sizes) ? [{ start, sizes }] : [];
    }),
  );
}

/** The sizes of the last output before a layer that hold so many cells. */
function factorsOf(count: number, start: number, outputs: readonly FlatOutput[]): readonly number[] | undefined {
  return outputs.findLast((output) => output.start < start && productOf(output.sizes) === count)?.sizes;
}

function isKnown(sizes: readonly Size[]): sizes is readonly number[] {
  return sizes.every((size) => size !== undefined);
}

function productOf(sizes: readonly Size[]): Size {
  return isKnown(sizes) ? sizes.reduce((all, size) => all * size, 1) : undefined;
}
