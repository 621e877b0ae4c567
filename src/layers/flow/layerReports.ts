import type { Size } from '../layer';
import { isScript, type LayerCall, layersIn, scriptLayerCalls } from '../readLayer';
import { isDeep } from '../syntax/isDeep';
import { type PythonCalls, pythonCalls } from '../syntax/pythonCalls';
import type { SourceCall } from '../syntax/sourceCall';
import { fedShapes } from './fedShapes';
import { inputComments } from './inputComments';
import type { LayerReport } from './layerReport';
import { modelFlow } from './modelFlow';
import { modelSource, sizesOf } from './modelSource';
import { pythonModels } from './pythonModels';
import { scriptModels } from './scriptModels';
import { type TextLines, textLines } from './textLines';
import type { ToldShape, ToldShapes } from './toldShapes';

/** Of a call that an answer is remembered for. */
const longestKey = 200;

/** What a layer says of its own input; Keras's words, which TensorFlow.js's become. */
const inputWords = ['input_shape', 'batch_input_shape', 'input_dim'] as const;

/**
 * What is known of every call of a layer in a text: what it makes of its input, as far as shapes can be followed from
 * comments, dummy tensors, what the layers say, and what the person has `remembered` for the key of a report. Nothing is
 * run, and nothing is thrown.
 */
export function layerReports(
  text: string,
  languageId: string,
  remembered: Readonly<Record<string, readonly Size[]>> = {},
): readonly LayerReport[] {
  if (isDeep(text)) return [];
  const lines = textLines(text);
  const told = {
    lines,
    remembered: new Map(Object.entries(remembered)),
    written: ({ start, end }: SourceCall) => text.slice(start, Math.min(end, start + longestKey)),
  };
  if (isScript(languageId)) {
    const layers = byEnd(layersIn(scriptLayerCalls(text), 'script'));
    const comments = inputComments(lineComments(text), lines);
    const models = scriptModels(
      text,
      [...layers.values()].map(({ call }) => call),
    );
    return reports(layers, models, { ...told, comments, fed: new Map(), said: saidShapes(layers, lines) });
  }
  const calls = pythonCalls(text);
  const layers = byEnd(layersIn(calls, 'python'));
  const source = modelSource(calls, (end) => layers.has(end));
  const models = pythonModels(source);
  const comments = inputComments(commentsOf(calls), lines);
  const fed = fedShapes(models, source, lines);
  return reports(layers, models, { ...told, comments, fed, said: saidShapes(layers, lines) });
}

function reports(
  layers: ReadonlyMap<number, LayerCall>,
  models: Parameters<typeof modelFlow>[0],
  told: ToldShapes,
): readonly LayerReport[] {
  const { uses, placed, keys } = modelFlow(models, layers, told);
  const reportOf = ({ library, call, layer }: LayerCall) => {
    const { path, start, end } = call;
    return { library, path, start, end, layer, uses: uses.get(end) ?? [], key: keys.get(end) ?? '' };
  };
  const described = [...layers.values()].map(reportOf);
  const applied = placed.map(({ start, end, layer, use }) => ({
    ...reportOf(layers.get(layer)!),
    start,
    end,
    uses: [use],
  }));
  return [...described, ...applied];
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

function commentsOf({ tree }: PythonCalls): readonly { readonly from: number; readonly to: number }[] {
  const comments: { readonly from: number; readonly to: number }[] = [];
  tree.iterate({
    enter: ({ name, from, to }) => {
      if (name === 'Comment') comments.push({ from, to });
    },
  });
  return comments;
}

/** `// input: …`; what looks like one in a string is taken for one. */
function lineComments(text: string): readonly { readonly from: number; readonly to: number }[] {
  return [...text.matchAll(/\/\/[^\n]*/g)].map(({ index, 0: comment }) => ({
    from: index,
    to: index + comment.length,
  }));
}
