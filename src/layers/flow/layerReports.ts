import type { Tree } from '@lezer/common';
import type { Size } from '../layer';
import { isLayerProblem } from '../layerProblem';
import { isScript, type LayerCall, layersIn, pythonLayerCallSteps, scriptLayerCalls } from '../readLayer';
import { atOnce } from '../stepped';
import { isNoProgram } from '../syntax/isNoProgram';
import { parsePython } from '../syntax/parsePython';
import { passNodes } from '../syntax/passNodes';
import type { PythonCalls } from '../syntax/pythonCalls';
import { pythonStatements, type Statement } from '../syntax/pythonTree';
import { followScript } from './followScript';
import { inputComments } from './inputComments';
import type { LayerReport, LayerUse } from './layerReport';
import { type FollowedPython, type FollowOptions, followPython } from './python/followPython';
import { sizesOf } from './sizesOf';
import { type TextLines, textLines } from './textLines';
import type { ToldShape, ToldShapes } from './toldShapes';
import { isKnownShape, type Row, Trace } from './trace';

/** Of a call that an answer is remembered for. */
const longestKey = 200;
/** Calls that are read in one step. */
const callsPerStep = 50;
/** Uses of one layer that are told. */
const mostUses = 6;

/** What a layer says of its own input; Keras's words, which TensorFlow.js's become. */
const inputWords = ['input_shape', 'batch_input_shape', 'input_dim'] as const;

/**
 * What is known of every call of a layer in a text: what it makes of its input, as far as shapes can be followed from
 * comments, dummy tensors, what the layers say, and what the person has `remembered` for the key of a report. Nothing is
 * run, and nothing is thrown. `tree` is that of a Python text, where it has been parsed already; with `isCertain`, nothing
 * is guessed (see `followPython`).
 */
export function layerReports(
  text: string,
  languageId: string,
  remembered: Readonly<Record<string, readonly Size[]>> = {},
  tree?: Tree,
  isCertain = false,
): readonly LayerReport[] {
  const followed = followText(text, languageId, remembered, tree, isCertain);
  return followed ? inOrder([reportsOf(followed)]) : [];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A text whose layers were followed. */
export interface FollowedText extends FollowedPython {
  readonly trace: Trace;
  /** The calls of layers that the text shows, by where they end. */
  readonly layers: ReadonlyMap<number, LayerCall>;
}

/** Follows the layers of a text; undefined where it is no program. */
export function followText(
  text: string,
  languageId: string,
  remembered: Readonly<Record<string, readonly Size[]>>,
  tree?: Tree,
  isCertain = false,
): FollowedText | undefined {
  if (isNoProgram(text)) return undefined;
  if (isScript(languageId)) return scriptText(text, remembered);
  const outline = atOnce(pythonOutline(text, tree ?? atOnce(parsePython(text)).tree));
  return atOnce(followStatements(outline, outline.statements, outline.layers, remembered, { isCertain }));
}

type Told = Pick<ToldShapes, 'lines' | 'remembered' | 'written'>;

/** What a Python text says before anything in it is followed. */
export interface PythonOutline {
  readonly calls: PythonCalls;
  /** The calls of layers that the text shows, in order. */
  readonly layers: readonly LayerCall[];
  readonly statements: readonly Statement[];
  readonly lines: TextLines;
  /** The shapes that comments tell, by their lines. */
  readonly comments: ToldShapes['comments'];
}

/** Reads a Python text, in steps, as far as nothing in it has to be followed; time in proportion to the text. */
export function* pythonOutline(text: string, tree: Tree): Generator<number, PythonOutline> {
  const calls = yield* pythonLayerCallSteps(text, tree);
  const layers: LayerCall[] = [];
  for (const [index, call] of calls.calls.entries()) {
    layers.push(...layersIn({ ...calls, calls: [call] }, 'python'));
    if (index % callsPerStep === 0) yield 0;
  }
  const lines = textLines(text);
  yield 0;
  const comments = inputComments(yield* commentsOf(calls), lines);
  const statements = yield* pythonStatements(tree.topNode, text);
  return { calls, layers, statements, lines, comments };
}

/** Follows the layers of some statements of a text, in steps; `layers` are the calls that the statements show. */
export function* followStatements(
  { calls, lines, comments }: PythonOutline,
  statements: readonly Statement[],
  shown: readonly LayerCall[],
  remembered: Remembered,
  options: FollowOptions,
): Generator<number, FollowedText> {
  const layers = byEnd(shown);
  const trace = new Trace({ ...toldOf(lines, remembered), comments, said: saidShapes(layers, lines) });
  const followed = yield* followPython(statements, calls.text, calls.imports, trace, options);
  return { trace, layers, ...followed };
}

type Remembered = Readonly<Record<string, readonly Size[]>>;

function toldOf(lines: TextLines, remembered: Remembered): Told {
  return {
    lines,
    remembered: new Map(Object.entries(remembered)),
    written: ({ start, end }) => lines.text.slice(start, Math.min(end, start + longestKey)),
  };
}

function scriptText(text: string, remembered: Remembered): FollowedText {
  const lines = textLines(text);
  const layers = byEnd(layersIn(scriptLayerCalls(text), 'script'));
  const comments = inputComments(lineComments(text), lines);
  const trace = new Trace({ ...toldOf(lines, remembered), comments, said: saidShapes(layers, lines) });
  followScript(text, [...layers.values()], trace);
  return { trace, layers, runs: [], graphs: [], names: new Map(), steps: 0 };
}

/** The reports of a text or of a part of it. */
export interface LayerReports {
  /** Of the calls that the text shows. */
  readonly described: readonly LayerReport[];
  /** Of calls that turned out to make layers. */
  readonly found: readonly LayerReport[];
  /** Of places where the text applies what it has described elsewhere. */
  readonly placed: readonly LayerReport[];
}

/** The reports of all parts of a text: first of the calls that it shows, as they stand there. */
export function inOrder(parts: readonly LayerReports[]): readonly LayerReport[] {
  const described = parts.flatMap((part) => part.described);
  // Of two calls that begin at the same place, one has made what the other calls.
  if (parts.length > 1) described.sort((one, other) => one.start - other.start || other.end - one.end);
  return [...described, ...parts.flatMap((part) => part.found), ...parts.flatMap((part) => part.placed)];
}

/** What is known of every call of a layer in what was followed. */
export function reportsOf({ trace, layers }: FollowedText): LayerReports {
  const byLayer = groupedBy(trace.rows, ({ layer }) => `${layer.end}`);
  for (const [end, { library, call, layer }] of [...layers].sort(([one], [other]) => one - other))
    if (!byLayer.has(`${end}`)) trace.alone({ library, layer, path: call.path, start: call.start, end });
  const all = groupedBy(trace.rows, ({ layer }) => `${layer.end}`);
  const described = [...layers.values()].map(({ library, call, layer }) => {
    const uses = toldUses(all.get(`${call.end}`) ?? []);
    return { library, path: call.path, start: call.start, end: call.end, layer: common(uses, layer), uses };
  });
  const keyOf = (end: number) => trace.keys.get(end) ?? '';
  const shown = new Set(layers.keys());
  const others = [...all.values()].flatMap((rows) => {
    const [{ layer }] = rows as readonly [Row];
    const isNew = !shown.has(layer.end) && layer.end > layer.start && layer.path !== '';
    const uses = toldUses(rows);
    const { library, path, start, end } = layer;
    return isNew ? [{ library, path, start, end, layer: common(uses, layer.layer), uses }] : [];
  });
  const places = groupedBy(
    trace.rows.filter(({ place }) => place),
    ({ place, layer }) => `${place!.start} ${place!.end} ${layer.end}`,
  );
  const placed = [...places.values()].map((rows) => {
    const [{ layer, place }] = rows as readonly [Row];
    const uses = toldUses(rows);
    const { library, path } = layer;
    const key = keyOf(layer.end);
    return { library, path, start: place!.start, end: place!.end, layer: common(uses, layer.layer), uses, key };
  });
  const keyed = (one: Omit<LayerReport, 'key'>) => ({ ...one, key: keyOf(one.end) });
  return { described: described.map(keyed), found: others.map(keyed), placed };
}

/** What is told of the uses of a layer: of runs that say the same, one; of unknown inputs nothing, where others are known. */
function toldUses(rows: readonly Row[]): readonly LayerUse[] {
  const known = rows.filter(({ use }) => isKnownShape(use.input));
  const seen = new Map<string, number>();
  const told = (known.length > 0 ? known : rows).filter(({ use, run }) => {
    const said = written(use);
    const first = seen.get(said) ?? run;
    seen.set(said, first);
    return first === run;
  });
  return told.slice(0, mostUses).map(({ use }) => use);
}

function written({ input, result }: LayerUse): string {
  const output = result && 'outputShape' in result ? `${result.outputShape} ${result.parameters}` : result?.problem;
  return `${input} → ${output}`;
}

/** The layer as all uses have it; as the text alone describes it where they differ. */
function common(uses: readonly LayerUse[], described: LayerReport['layer']): LayerReport['layer'] {
  const [first] = uses;
  const isOne =
    first && uses.every(({ layer }) => layer === first.layer || JSON.stringify(layer) === JSON.stringify(first.layer));
  if (isOne) return first.layer;
  // What cannot be read alone, `Conv2d(*sizes)`, may be known where it is used.
  return isLayerProblem(described) && first && !isLayerProblem(first.layer) ? first.layer : described;
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Two calls never end at the same place. */
function byEnd(layers: readonly LayerCall[]): ReadonlyMap<number, LayerCall> {
  return new Map(layers.map((layer) => [layer.call.end, layer]));
}

function saidShapes(layers: ReadonlyMap<number, LayerCall>, lines: TextLines): ReadonlyMap<number, ToldShape> {
  const said = new Map<number, ToldShape>();
  for (const [end, { call }] of layers)
    for (const word of inputWords) {
      const shape = sizesOf(call.keywords.get(word));
      if (shape) said.set(end, { shape, origin: { kind: 'argument', line: lines.lineAt(call.start) } });
    }
  return said;
}

function* commentsOf({ tree }: PythonCalls): Generator<number, readonly Stretch[]> {
  const comments: Stretch[] = [];
  yield* passNodes(tree, ({ name, from, to }) => {
    if (name === 'Comment') comments.push({ from, to });
  });
  return comments;
}

/** `// input: …`; what looks like one in a string is taken for one. */
function lineComments(text: string): readonly Stretch[] {
  return [...text.matchAll(/\/\/[^\n]*/g)].map(({ index, 0: comment }) => ({
    from: index,
    to: index + comment.length,
  }));
}
