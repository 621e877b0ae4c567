import type { Tree } from '@lezer/common';
import type { Layer, LibraryName } from './layer';
import { isLayerProblem, type LayerProblem, layerProblem } from './layerProblem';
import { BadArgument } from './libraries/bound';
import type { ArrayShapes, LayerReader } from './libraries/layerReader';
import { layerReaderOf } from './libraries/libraries';
import { boundArguments } from './libraries/signature';
import { withKeywords } from './libraries/tfjs';
import { isNoProgram } from './syntax/isNoProgram';
import { type PythonCalls, pythonCallSteps, pythonCalls } from './syntax/pythonCalls';
import { scriptCalls } from './syntax/scriptCalls';
import type { SourceCall, SourceCalls } from './syntax/sourceCall';

/** A call of a layer in a text. */
export interface LayerCall {
  readonly library: LibraryName;
  readonly call: SourceCall;
  /** What it describes, or why nobody can tell. */
  readonly layer: Layer | LayerProblem;
}

/** VS Code's ids of the languages whose calls are read. */
const scripts = new Set(['javascript', 'javascriptreact', 'typescript', 'typescriptreact']);

/**
 * The calls of layers in a text, in order; `shapes` gives the shapes of arrays that functions are handed. Nothing is
 * run, and nothing is thrown.
 */
export function readLayers(
  text: string,
  languageId: string,
  shapes: ArrayShapes = () => undefined,
): readonly LayerCall[] {
  if (isNoProgram(text)) return [];
  return scripts.has(languageId)
    ? layersIn(scriptLayerCalls(text), 'script', shapes)
    : layersIn(pythonLayerCalls(text), 'python', shapes);
}

/** Whether a language's calls are written as JavaScript's. */
export function isScript(languageId: string): boolean {
  return scripts.has(languageId);
}

/** The calls of a JavaScript or TypeScript text that may be layers. */
export function scriptLayerCalls(text: string): SourceCalls {
  return scriptCalls(text, (path) => layerReaderOf(path, new Map(), 'script') !== undefined);
}

/** The calls of a Python text that may be layers; `tree` is the text's, where it has been parsed already. */
export function pythonLayerCalls(text: string, tree?: Tree): PythonCalls {
  return pythonCalls(text, tree, mayBeLayer());
}

/** The same, of a text that has been parsed, in steps. */
export function pythonLayerCallSteps(text: string, tree: Tree): Generator<number, PythonCalls> {
  return pythonCallSteps(text, tree, mayBeLayer());
}

function mayBeLayer() {
  const known = new Map<string, boolean>();
  return (path: string, imports: ReadonlyMap<string, string>) => {
    const before = known.get(path);
    const isLayer = before ?? layerReaderOf(path, imports, 'python') !== undefined;
    if (before === undefined) known.set(path, isLayer);
    return isLayer;
  };
}

/** The layers among the calls of a text. */
export function layersIn(
  { calls, imports }: SourceCalls,
  language: 'python' | 'script',
  shapes: ArrayShapes = () => undefined,
): readonly LayerCall[] {
  return calls.flatMap((call): readonly LayerCall[] => {
    const known = layerReaderOf(call.path, imports, language);
    if (!known) return [];
    const given = language === 'script' ? withKeywords(call) : call;
    return [{ library: known.library, call: given, layer: readCall(given, known.reader, shapes) }];
  });
}

/** What a call of a layer describes, read with the reader of that layer, or why nobody can tell. */
export function readCall(
  call: SourceCall,
  { signature, read }: LayerReader,
  shapes: ArrayShapes = () => undefined,
): Layer | LayerProblem {
  if (!call.isComplete) return layerProblem('incomplete-call', { name: call.path });
  const bound = boundArguments(signature, call);
  if (isLayerProblem(bound)) return bound;
  try {
    return read(bound, shapes);
  } catch (error) {
    if (error instanceof BadArgument) return error.problem;
    throw error;
  }
}
