import type { Size } from '../layer';
import { followText } from './layerReports';
import type { ModelReport, ModelRow } from './modelReport';
import type { ModelRun, ModelValue } from './python/modelRun';
import { parametersOf } from './python/parametersOf';
import type { GraphValue, Made, Value } from './python/value';
import { isKnownShape, type Row } from './trace';

/** Rows of one model that are told. */
const mostRows = 2000;

/** The models of a text, in the order in which they stand there. Nothing is run, and nothing is thrown. */
export function modelReports(
  text: string,
  languageId: string,
  remembered: Readonly<Record<string, readonly Size[]>> = {},
): readonly ModelReport[] {
  const followed = followText(text, languageId, remembered);
  if (!followed) return [];
  const { runs, graphs, names, trace } = followed;
  const ofRuns = bestRuns(runs).map((run) => runReport(run, trace.rows, names));
  const ofGraphs = graphs.map((graph) => graphReport(graph, trace.rows, names));
  return [...ofRuns, ...ofGraphs].filter(({ rows }) => rows.length > 0).sort((one, other) => one.start - other.start);
}

/** Of each model the last run whose input is known, or the last; of several with one name and the same rows, one. */
function bestRuns(runs: readonly ModelRun[]): readonly ModelRun[] {
  const best = new Map<ModelValue, ModelRun>();
  for (const run of runs) {
    const before = best.get(run.model);
    if (!before || isKnownShape(run.input.shape) || !isKnownShape(before.input.shape)) best.set(run.model, run);
  }
  return [...best.values()];
}

type Names = ReadonlyMap<Value, string>;

function runReport(run: ModelRun, all: readonly Row[], names: Names): ModelReport {
  const { key, model, input, output } = run;
  const rows = all.slice(run.firstRow, run.endRow);
  return {
    key,
    variable: names.get(model),
    start: startOf(model),
    input: input.shape,
    output: shapeOf(output),
    origin: input.origin,
    parameters: run.isOpen ? undefined : parametersOf(model, rows),
    rows: modelRows(rows),
  };
}

function graphReport(graph: GraphValue, all: readonly Row[], names: Names): ModelReport {
  const [input, output] = [graph.inputs[0], graph.outputs[0]];
  const rows = [...madeRows(graph)].sort((one, other) => one - other).flatMap((row) => all[row] ?? []);
  const isOpen = graph.outputs.some((one) => one.kind !== 'tensor' || !one.tensor.shape) || isHidden(graph);
  return {
    key: names.get(graph) ?? 'Model',
    variable: names.get(graph),
    start: graph.start,
    input: input?.kind === 'tensor' ? input.tensor.shape : undefined,
    output: output?.kind === 'tensor' ? output.tensor.shape : undefined,
    origin: input?.kind === 'tensor' ? input.tensor.origin : undefined,
    parameters: isOpen ? undefined : parametersOf(graph, rows),
    rows: modelRows(rows),
  };
}

/** Of several outputs the first one counts. */
function shapeOf(output: Value): readonly Size[] | undefined {
  const first = output.kind === 'list' ? output.cells.state.items[0] : output;
  return first?.kind === 'tensor' ? first.tensor.shape : undefined;
}

/** The rows that a graph's outputs have come through. */
function madeRows(graph: GraphValue): ReadonlySet<number> {
  return new Set([...wayOf(graph)].flatMap(({ row }) => row ?? []));
}

function isHidden(graph: GraphValue): boolean {
  return [...wayOf(graph)].some((made) => made.isOpen);
}

/** Everything that a graph's outputs have come through. */
function wayOf({ outputs }: GraphValue): ReadonlySet<Made> {
  const seen = new Set<Made>();
  const left = outputs.flatMap((output) => (output.kind === 'tensor' && output.made ? [output.made] : []));
  for (let made = left.pop(); made; made = left.pop()) {
    if (seen.has(made)) continue;
    seen.add(made);
    left.push(...made.from);
  }
  return seen;
}

function modelRows(rows: readonly Row[]): readonly ModelRow[] {
  const numbers = new Map<unknown, number>();
  return rows.slice(0, mostRows).map(({ layer, use }) => {
    const number = numbers.get(layer) ?? numbers.size;
    numbers.set(layer, number);
    const { library, path, start, end } = layer;
    return { library, path, start, end, layer: number, use };
  });
}

function startOf(model: ModelValue): number {
  if (model.kind === 'object') return model.of.statement.from;
  return model.kind === 'graph' ? model.start : (model.model?.starts[0] ?? 0);
}
