import type { Size } from '../../layer';
import { isLayerProblem } from '../../layerProblem';
import { product } from '../../shape/layerResult';
import { freshTensor } from '../trace';
import { type CallPlace, callValue, unknownFrom } from './callValue';
import { elementsOf, shapeList } from './containers';
import { dictOf, type Interpreter } from './interpreter';
import { layerOfLibrary } from './libraryLayer';
import { mergeTensors } from './mergeTensors';
import { applyLayer, listedModules, toldInput } from './modules';
import { pythonBuiltin } from './pythonBuiltins';
import { tensorMethod } from './tensorMethods';
import {
  type CallArgs,
  type GraphValue,
  type ListValue,
  listValue,
  noneValue,
  sizeOfValue,
  sizesOfValue,
  unknownValue,
  type Value,
} from './value';

type PathValue = Extract<Value, { kind: 'path' }>;

/** What calling something of a library, or a name that nothing defines, gives. */
export function callLibrary(callee: PathValue, args: CallArgs, place: CallPlace, interpreter: Interpreter): Value {
  const { path } = callee;
  const name = path.slice(path.lastIndexOf('.') + 1);
  const container = modulesOf(path, name, args, place, interpreter);
  if (container) return container;
  const merge = kerasMerge(path, name, args);
  if (merge) return merge;
  const layer = layerOfLibrary(callee, args, place);
  if (layer) return /^[A-Z]/.test(name) ? layer : usedAtOnce(layer, args, place, interpreter);
  const builtin = pythonBuiltin(path, args, place, interpreter);
  if (builtin) return builtin;
  return (
    summarised(name, args, place, interpreter) ??
    ofTensors(path, name, args, place, interpreter) ??
    unknownOf(path, name, args)
  );
}

/** `F.relu(x)`: made and used in one call. */
function usedAtOnce(
  layer: Extract<Value, { kind: 'layer' }>,
  args: CallArgs,
  place: CallPlace,
  interpreter: Interpreter,
): Value {
  if (!isLayerProblem(layer.layer) && layer.layer.kind === 'arrays') return unknownValue;
  return applyLayer(layer, args, { ...place, path: '' }, interpreter);
}

const sequential =
  /^(?:(?:torch\.|flax\.)?(?:nn|linen)\.|(?:tensorflow\.|tf\.)?(?:python\.)?(?:keras\.)?(?:models\.|engine\.)?|mxnet\.gluon\.nn\.)?(?:Hybrid)?Sequential$/;

/** Lists of layers, and Keras's inputs and models of tensors. */
function modulesOf(
  path: string,
  name: string,
  args: CallArgs,
  place: CallPlace,
  interpreter: Interpreter,
): Value | undefined {
  const [first] = args.places;
  if (sequential.test(path)) {
    const given = args.keywords.get('layers') ?? first;
    const isOpen = args.isOpen || (given?.kind === 'list' && given.cells.state.isOpen);
    const made: ListValue = listValue(listedModules(args), 'chain', isOpen);
    made.model = { key: 'Sequential', starts: [place.start], isNamed: false };
    interpreter.models.push(made);
    return made;
  }
  if (/(?:^|nn\.)ModuleList$/.test(path))
    return listValue((first && elementsOf(first)) ?? [], 'modules', first !== undefined && !elementsOf(first));
  if (/(?:^|nn\.)ModuleDict$/.test(path))
    return dictOf(first?.kind === 'dict' ? first.cells.state : new Map(), 'modules');
  if (/(?:^|\.)Lambda$/.test(path) && first) return lambdaLayer(first, args);
  if (name === 'Input' || name === 'InputLayer') return kerasInput(args, place, interpreter);
  if (name === 'Model' && args.places.length + args.keywords.size >= 2) return kerasModel(args, place, interpreter);
  return undefined;
}

/** Keras's `Lambda(function, arguments={…})`. */
function lambdaLayer(callee: Value, { keywords }: CallArgs): Value {
  const given = keywords.get('arguments');
  const known = given?.kind === 'dict' ? given.cells.state : new Map<string, Value>();
  return {
    kind: 'partial',
    callee,
    args: { places: [], keywords: known, isOpen: given !== undefined && given.kind !== 'dict' },
  };
}

/** `Input(shape=(28, 28, 1))`. */
function kerasInput({ places, keywords }: CallArgs, place: CallPlace, { trace }: Interpreter): Value {
  const origin = { kind: 'argument', line: trace.line(place.start) } as const;
  const batched = sizesOfValue(keywords.get('batch_shape') ?? keywords.get('batch_input_shape'));
  const told = keywords.get('tensor');
  if (told?.kind === 'tensor') return told;
  const given = keywords.get('shape') ?? keywords.get('input_shape') ?? places[0];
  const sizes = batched?.slice(1) ?? sizesOfValue(given);
  const shape = sizes ? [undefined, ...sizes] : undefined;
  return { kind: 'tensor', tensor: { ...freshTensor, shape, origin: shape ? origin : undefined }, made: undefined };
}

function kerasModel(args: CallArgs, place: CallPlace, interpreter: Interpreter): Value | undefined {
  const inputs = args.keywords.get('inputs') ?? args.keywords.get('input') ?? args.places[0];
  const outputs = args.keywords.get('outputs') ?? args.keywords.get('output') ?? args.places[1];
  const listed = (value: Value | undefined) =>
    value?.kind === 'list' ? value.cells.state.items : value ? [value] : [];
  const made: GraphValue = { kind: 'graph', inputs: listed(inputs), outputs: listed(outputs), ...place };
  if (!made.outputs.some(({ kind }) => kind === 'tensor')) return undefined;
  interpreter.models.push(made);
  return made;
}

const mergeClasses = new Set('Add Concatenate Multiply Subtract Average Maximum Minimum'.split(' '));
const mergeFunctions = new Set('add concatenate multiply subtract average maximum minimum'.split(' '));

function kerasMerge(path: string, name: string, { places, keywords }: CallArgs): Value | undefined {
  const isKeras = /(?:^|\.)keras\.|^layers\.|^L\.|^[A-Z]\w*$/.test(path);
  if (isKeras && mergeClasses.has(name)) {
    const axis = keywords.get('axis') ?? places[0];
    return { kind: 'merge', name, axis: axis ? sizeOfValue(axis) : -1 };
  }
  const isFunction =
    mergeFunctions.has(path) || (/(?:keras|layers)(?:\.[a-z_]+)*\.[a-z]+$/.test(path) && mergeFunctions.has(name));
  if (!isFunction || (places[0] && places[0].kind !== 'list')) return undefined;
  const axis = keywords.get('axis') ?? places[1];
  return mergeTensors(name, axis ? sizeOfValue(axis) : -1, places[0] ?? keywords.get('inputs'));
}

/** `summary(model, (3, 224, 224))`. */
function summarised(name: string, args: CallArgs, place: CallPlace, interpreter: Interpreter): Value | undefined {
  const [model, given] = args.places;
  const isModel =
    model?.kind === 'object' || model?.kind === 'graph' || (model?.kind === 'list' && model.role === 'chain');
  if (!isModel || !/^(?:summary|profile|get_model_complexity_info|trace|export)$/.test(name)) return undefined;
  const origin = { kind: 'summary', line: interpreter.trace.line(place.start) } as const;
  const data = args.keywords.get('input_data') ?? args.keywords.get('inputs') ?? given;
  const first =
    data?.kind === 'list' && data.cells.state.items[0]?.kind === 'tensor' ? data.cells.state.items[0] : data;
  const tensor = first?.kind === 'tensor' ? first : toldInput(model, args.keywords.get('input_size') ?? given, origin);
  if (tensor) callValue(model, { places: [tensor], keywords: new Map(), isOpen: false }, place, interpreter);
  return noneValue;
}

const makers =
  /^(?:torch\.(?:randn|rand|zeros|ones|empty|full|Tensor|FloatTensor)|(?:numpy|np)\.(?:random\.(?:rand|randn|random)|zeros|ones|empty)|(?:tensorflow|tf)\.(?:random\.(?:normal|uniform)|zeros|ones)|(?:jax\.numpy|jnp)\.(?:zeros|ones|empty)|jax\.random\.(?:normal|uniform))$/;

/** Functions of libraries that are given tensors, or make them. */
function ofTensors(
  path: string,
  name: string,
  args: CallArgs,
  place: CallPlace,
  interpreter: Interpreter,
): Value | undefined {
  const [first, second] = args.places;
  if (makers.test(path)) return madeTensor(args, place, interpreter);
  if (/(?:^|\.)nn\.(?:parameter\.)?Parameter$/.test(path) || path === 'Parameter') return parameterOf(first);
  if (/^(?:torch|jax\.numpy|jnp|tensorflow|tf|numpy|np|keras\.ops|ops)\.(?:cat|concat|concatenate)$/.test(path)) {
    const axis = args.keywords.get('dim') ?? args.keywords.get('axis') ?? second;
    return mergeTensors('concat', axis ? sizeOfValue(axis) : 0, first ?? args.keywords.get('tensors'));
  }
  if (/(?:^|\.)(?:Variable|(?:randn|rand|zeros|ones|empty|full)_like)$/.test(path) && first?.kind === 'tensor')
    return first;
  if (/^(?:int_shape|shape)$/.test(name) && first?.kind === 'tensor') return shapeList(first.tensor.shape);
  // Unless it is configured otherwise, as the layers' own default.
  if (name === 'image_data_format') return { kind: 'text', text: 'channels_last' };
  if (/checkpoint$/.test(name) && first && second)
    return callValue(first, { ...args, places: args.places.slice(1) }, place, interpreter);
  const tensor = first ?? args.keywords.get('input') ?? args.keywords.get('x');
  if (tensor?.kind !== 'tensor') return undefined;
  const rest = first ? args.places.slice(1) : args.places;
  return tensorMethod(tensor, name, { ...args, places: rest });
}

/** `torch.randn(1, 3, 224, 224)`. */
function madeTensor({ places, keywords }: CallArgs, place: CallPlace, interpreter: Interpreter): Value {
  const given =
    keywords.get('size') ?? keywords.get('shape') ?? places.find(({ kind }) => kind === 'list') ?? places[0];
  const sizes = given?.kind === 'list' ? sizesOfValue(given) : places.map(sizeOfValue);
  if (!sizes?.some((size) => size !== undefined) || sizes.some((size) => size !== undefined && size < 1))
    return unknownValue;
  const origin = { kind: 'tensor', line: interpreter.trace.line(place.start) } as const;
  interpreter.madeTensors.push({ shape: sizes, origin });
  const shape: readonly Size[] = [undefined, ...sizes.slice(1)];
  return { kind: 'tensor', tensor: { ...freshTensor, shape, origin }, made: undefined, items: sizes[0] };
}

function parameterOf(value: Value | undefined): Value {
  const made = value?.kind === 'tensor' ? value.tensor.shape : undefined;
  // The first size of a parameter is no batch.
  const shape = made && value?.kind === 'tensor' ? [value.items, ...made.slice(1)] : undefined;
  return { kind: 'parameter', size: shape ? product(shape) : undefined, shape };
}

/** Names of things with parameters that are not read as layers. */
const withParameters =
  /^(?:LSTM|GRU|RNN|Bidirectional|Embedding\w*|MultiheadAttention|MultiHeadAttention|Transformer\w*|Bilinear|\w*LSTM\w*|\w*Cell|\w*Attention)$/;

function unknownOf(path: string, name: string, args: CallArgs): Value {
  const [first] = args.places;
  // The same weights, divided by a number that is kept beside them.
  if (name === 'spectral_norm' && first) return first;
  const isPlain = withoutLayers.test(path) && !args.places.some(({ kind }) => holders.has(kind));
  if (!/^[A-Z]/.test(name)) return isPlain && unknownFrom(args).kind !== 'tensor' ? unknownValue : unknownFrom(args);
  const isModule = /(?:^|\.)(?:nn|layers|models|linen|applications)(?:\.|$)/.test(path);
  return isModule
    ? { kind: 'foreign', path, hasParameters: withParameters.test(name) || !/Loss$|^Lambda$/.test(name) }
    : isPlain
      ? unknownValue
      : unknownFrom(args);
}

/** Libraries of which nothing has parameters. */
const withoutLayers =
  /^(?:torch\.(?!nn\.|hub\.)|torch\.nn\.(?:functional|init)\.|numpy\.|np\.|math\.|os\.|sys\.|time\.|random\.|json\.|logging\.|warnings\.|collections\.|itertools\.|argparse\.|typing\.|re\.|pathlib\.|torchvision\.(?!models|ops)|transforms\.|matplotlib\.|plt\.|(?:super|print|str|type|open|id|hash|input|format|repr|vars|object|bool|set|frozenset|property)$)/;

const holders = new Set<Value['kind']>(['layer', 'object', 'graph', 'foreign', 'parameter', 'class']);
