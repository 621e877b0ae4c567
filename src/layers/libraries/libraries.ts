import type { LibraryName } from '../layer';
import { ndimageFunctions, numpyFunctions, opencvFunctions, signalFunctions } from './arrayFunctions';
import { flaxLayers } from './flax';
import { kerasLike } from './keras';
import type { LayerReader, LayerReaders } from './layerReader';
import { mxnetLayers } from './mxnet';
import { onnxLayers } from './onnx';
import { tensorflowFunctions } from './tensorflow';
import { tfjsLayers } from './tfjs';
import { torchLayers } from './torch';
import { torchFunctions } from './torchFunctional';

/** A library, the full names of the modules that its layers stand in, and the names that people give those modules. */
interface Library {
  readonly name: LibraryName;
  readonly modules: readonly string[];
  /** Where no import says what a name is. */
  readonly aliases: readonly string[];
  readonly layers: LayerReaders;
}

/** Every library whose calls are read in Python, in the order in which a name without import is looked for. */
const pythonLibraries: readonly Library[] = [
  { name: 'torch', modules: ['torch.nn'], aliases: ['nn', 'torch.nn', ''], layers: torchLayers },
  { name: 'torch.functional', modules: ['torch.nn.functional', 'torch'], aliases: ['F'], layers: torchFunctions },
  {
    name: 'keras',
    modules: ['keras.layers', 'tensorflow.keras.layers', 'tensorflow.python.keras.layers', 'tf_keras.layers'],
    aliases: ['layers', 'tf.keras.layers', 'keras.layers', 'L', ''],
    layers: kerasLike('keras'),
  },
  { name: 'tf.nn', modules: ['tensorflow.nn'], aliases: ['tf.nn'], layers: tensorflowFunctions },
  { name: 'mxnet', modules: ['mxnet.gluon.nn'], aliases: ['nn'], layers: mxnetLayers },
  { name: 'flax', modules: ['flax.linen'], aliases: ['nn', 'linen'], layers: flaxLayers },
  { name: 'onnx', modules: ['onnx.helper'], aliases: ['helper', 'onnx.helper', ''], layers: onnxLayers },
  { name: 'scipy', modules: ['scipy.signal'], aliases: ['signal', 'sp.signal'], layers: signalFunctions },
  { name: 'scipy', modules: ['scipy.ndimage'], aliases: ['ndimage', 'ndi', 'sp.ndimage'], layers: ndimageFunctions },
  { name: 'cv2', modules: ['cv2'], aliases: ['cv', 'cv2'], layers: opencvFunctions },
  { name: 'numpy', modules: ['numpy'], aliases: ['np'], layers: numpyFunctions },
];

const scriptLibraries: readonly Library[] = [
  { name: 'tfjs', modules: ['tf.layers'], aliases: ['layers', 'tfl'], layers: tfjsLayers },
];

/** All names of layers and functions: most calls of a text are none of them. */
const layerNames: ReadonlySet<string> = new Set(
  [...pythonLibraries, ...scriptLibraries].flatMap(({ layers }) => Object.keys(layers)),
);

/** Names of layers that several libraries spell alike: without an import, nobody can tell whose they are. */
const ambiguous = new Set(['nn.Dense', 'nn.Dropout', 'nn.BatchNorm']);

/**
 * The layer that a dotted name calls, as the text's imports say it; where they say nothing, by the names that people
 * use: `nn.Conv2d` is PyTorch's, `nn.Conv2D` MXNet's, `nn.Conv` Flax's, `layers.Conv2D` Keras's.
 */
export function layerReaderOf(
  path: string,
  imports: ReadonlyMap<string, string>,
  language: 'python' | 'script',
): { readonly library: LibraryName; readonly reader: LayerReader } | undefined {
  const libraries = language === 'python' ? pythonLibraries : scriptLibraries;
  const [first = '', ...rest] = path.split('.');
  const imported = imports.get(first);
  const full = imported === undefined ? path : [imported, ...rest].join('.');
  if (!layerNames.has(full.slice(full.lastIndexOf('.') + 1))) return undefined;
  const [module, member] = parts(canonical(full));
  const known = libraries.find(({ modules, layers }) => modules.includes(module) && Object.hasOwn(layers, member));
  if (known) return { library: known.name, reader: known.layers[member]! };
  if (imported !== undefined || ambiguous.has(path)) return undefined;
  const guessed = libraries.find(({ aliases, layers }) => aliases.includes(module) && Object.hasOwn(layers, member));
  return guessed && { library: guessed.name, reader: guessed.layers[member]! };
}

/** Keras's layers are reached by many ways: `tensorflow.python.keras.layers.convolutional.Conv2D`. */
function canonical(path: string): string {
  return path.replace(
    /^(?:tensorflow\.|tf\.)?(?:python\.|compat\.v1\.)?keras\.(?:src\.|api\.)?layers\.(?:[a-z_]+\.)*/,
    'keras.layers.',
  );
}

function parts(path: string): readonly [module: string, member: string] {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? ['', path] : [path.slice(0, dot), path.slice(dot + 1)];
}
