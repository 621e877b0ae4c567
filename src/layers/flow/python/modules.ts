import type { Size } from '../../layer';
import { isLayerProblem } from '../../layerProblem';
import { type FlowingTensor, type ShapeOrigin, unknownTensor } from '../tensor';
import { type ToldShape, withBatch } from '../toldShapes';
import { freshTensor } from '../trace';
import { axesOf } from '../useLayer';
import { annotatedShape } from './annotatedShape';
import { type CallPlace, callValue } from './callValue';
import { chainName } from './containers';
import type { Interpreter } from './interpreter';
import { layerOfLibrary } from './libraryLayer';
import { classMember, libraryBase, methodOf } from './member';
import { madeOf } from './mergeTensors';
import type { ModelValue } from './modelRun';
import {
  type CallArgs,
  type ClassValue,
  type GraphValue,
  itemsOf,
  type LayerValue,
  type ListValue,
  listValue,
  newNames,
  noneValue,
  type ObjectValue,
  sizesOfValue,
  type TensorValue,
  unknownValue,
  type Value,
} from './value';

/** Attributes and items are looked through for a layer with axes up to here. */
const mostLookedThrough = 200;
const mostDepth = 12;

/** A layer at work on its first argument. */
export function applyLayer(value: LayerValue, args: CallArgs, place: CallPlace, { trace }: Interpreter): Value {
  const given = args.places[0] ?? args.keywords.get('inputs') ?? args.keywords.get('input') ?? args.keywords.get('x');
  const input = given?.kind === 'tensor' ? given.tensor : unknownTensor;
  const { tensor, row, use } = trace.layer(value, input, place.path.startsWith('self.') ? place : undefined);
  const { result } = use;
  if (result && 'outputShape' in result) value.parameters = result.parameters;
  else if (value.parameters === 'unused') value.parameters = undefined;
  // What comes from a tensor that nobody made, in the middle of a model, hides what has made it.
  const isOpen = given?.kind !== 'tensor';
  return { kind: 'tensor', tensor, made: { row, from: madeOf(given), isOpen } };
}

/** An object of a class of the text. */
export function instance(of: ClassValue, args: CallArgs, place: CallPlace, interpreter: Interpreter): Value {
  interpreter.called.add(of);
  const made: ObjectValue = { kind: 'object', of, attributes: newNames([], interpreter.journal.now), used: [] };
  if (isModule(of)) interpreter.models.push(made);
  const init = methodOf(made, '__init__');
  if (init) interpreter.function(init, args);
  else {
    fillFields(made, args);
    const base = libraryBase(of);
    if (base !== undefined) keepBase(made, base, args, place);
  }
  const setup = methodOf(made, 'setup');
  if (setup) interpreter.function(setup, { places: [], keywords: new Map(), isOpen: false });
  return made;
}

/** Whether a class is a model: one that can be called with a tensor. */
export function isModule(of: ClassValue): boolean {
  const base = libraryBase(of);
  const isCallable = ['forward', 'call', '__call__'].some((name) => classMember(of, name) !== undefined);
  return isCallable || /(?:^|\.)Sequential$/.test(base ?? '');
}

function fillFields({ of, attributes }: ObjectValue, { places, keywords, isOpen }: CallArgs): void {
  for (const [at, name] of of.fields.entries()) {
    const given = places[at] ?? keywords.get(name);
    const value = given ?? (isOpen ? unknownValue : of.attributes.state.get(name));
    attributes.state.set(name, value ?? unknownValue);
  }
}

/** What a class of the library, from which one of the text is made, is given. */
function keepBase(made: ObjectValue, base: string, args: CallArgs, place: CallPlace): void {
  if (/(?:^|\.)(?:Sequential|ModuleList)$/.test(base)) {
    const role = base.endsWith('ModuleList') ? 'modules' : 'chain';
    made.attributes.state.set(chainName, listValue(listedModules(args), role, args.isOpen));
    return;
  }
  const layer = layerOfLibrary({ path: base, isLoose: false }, args, place);
  if (layer) made.attributes.state.set('*layer', layer);
}

/** `super().__init__(…)` and other methods of a library's class. */
export function superMethod(
  receiver: Extract<Value, { kind: 'super' }>,
  name: string,
  args: CallArgs,
  place: CallPlace,
  interpreter: Interpreter,
): Value {
  const base = libraryBase(receiver.owner);
  if (receiver.self.kind !== 'object') return unknownValue;
  if (name === '__init__') {
    if (base !== undefined) keepBase(receiver.self, base, args, place);
    return noneValue;
  }
  if (name === 'forward' || name === 'call') return baseOf(receiver.self, args, place, interpreter);
  return unknownValue;
}

/** What the library's class, from which a class is made, does to a tensor. */
function baseOf({ attributes }: ObjectValue, args: CallArgs, place: CallPlace, interpreter: Interpreter): Value {
  const inner = attributes.state.get(chainName) ?? attributes.state.get('*layer');
  return inner ? callValue(inner, args, place, interpreter) : unknownValue;
}

/** The layers that a list of layers is given: one by one, in a list, or in a dict by their names. */
export function listedModules({ places, keywords }: CallArgs): readonly Value[] {
  const given = keywords.get('layers') ?? places[0];
  if (given?.kind === 'list' && given.role !== 'chain' && places.length <= 1) return given.cells.state.items;
  if (given?.kind === 'dict' && places.length <= 1) return [...given.cells.state.values()];
  return places;
}

/** An object of the text at work on its arguments. */
export function callObject(value: ObjectValue, args: CallArgs, place: CallPlace, interpreter: Interpreter): Value {
  const method = methodOf(value, 'forward') ?? methodOf(value, 'call') ?? methodOf(value, '__call__');
  const work = (given: CallArgs) =>
    method ? interpreter.function(method, given) : baseOf(value, given, place, interpreter);
  const key = value.of.statement.name;
  const starts = startsOf(value);
  const input = method?.parameters.find(({ kind, name }, at) => at > 0 && kind === 'plain' && name !== 'self');
  const shape = input && annotatedShape(input);
  const line = interpreter.trace.line(starts[1] ?? starts[0]!);
  const told = shape && { shape, origin: { kind: 'argument', line } as const };
  return follow(value, { key, starts }, told, args, interpreter, work);
}

/** The lines in which a comment tells a class's input: its own, its `forward`'s, and the first one in it. */
function startsOf(value: ObjectValue): readonly number[] {
  const { statement } = value.of;
  const method = classMember(value.of, 'forward') ?? classMember(value.of, 'call') ?? classMember(value.of, '__call__');
  if (method?.kind !== 'function' || !('body' in method.body) || method.body.kind !== 'function')
    return [statement.from];
  const [first] = method.body.body();
  return [statement.from, method.body.from, ...(first ? [first.from] : [])];
}

/** A list of layers, one after the other. */
export function callChain(value: ListValue, args: CallArgs, place: CallPlace, interpreter: Interpreter): Value {
  const { items, isOpen } = value.cells.state;
  const [first] = items;
  const own = first?.kind === 'tensor' ? first.tensor : undefined;
  const told = own?.shape && own.origin ? { shape: own.shape, origin: own.origin } : undefined;
  const layers = own ? items.slice(1) : items;
  const isOne = layers.length === 1 && !isOpen;
  const work = ({ places }: CallArgs) =>
    layers.reduce<Value>((last, item) => {
      const given: CallArgs = { places: [last], keywords: new Map(), isOpen: false };
      return item.kind === 'unknown'
        ? unknownValue
        : callValue(item, given, isOne ? place : nowhere(place), interpreter);
    }, places[0] ?? unknownValue);
  const name = value.model;
  if (!name) return work(args);
  return follow(value, { key: name.key, starts: name.starts }, told, args, interpreter, work);
}

function nowhere(place: CallPlace): CallPlace {
  return { ...place, path: '' };
}

interface Named {
  readonly key: string;
  readonly starts: readonly number[];
}

/** Follows a model from its input on. */
function follow(
  model: ModelValue,
  named: Named,
  own: ToldShape | undefined,
  args: CallArgs,
  interpreter: Interpreter,
  work: (args: CallArgs) => Value,
): Value {
  const { trace } = interpreter;
  const [given, ...others] = args.places;
  const isFirst = !trace.root;
  if (given && given.kind !== 'tensor' && given.kind !== 'unknown') return work(args);
  const arrived: FlowingTensor = given?.kind === 'tensor' ? given.tensor : isFirst ? freshTensor : unknownTensor;
  const input = trace.modelInput(named, firstAxes(model), arrived, own);
  if (input.shape || given?.kind === 'tensor') interpreter.applied.add(model);
  const start: FlowingTensor = isFirst ? { ...input, field: freshTensor.field } : input;
  const value: TensorValue = { kind: 'tensor', tensor: start, made: given?.kind === 'tensor' ? given.made : undefined };
  const end = trace.begin(named.key, start);
  const firstRow = trace.rows.length;
  const unknownBefore = interpreter.unknownCalls;
  const output = work({ ...args, places: given ? [value, ...others] : args.places });
  end();
  if (isFirst)
    interpreter.runs.push({
      key: named.key,
      model,
      input: start,
      output,
      firstRow,
      endRow: trace.rows.length,
      isOpen: interpreter.unknownCalls > unknownBefore,
    });
  return output;
}

/** Keras's model of tensors: for an input as it was made for, what it was made of. */
export function callGraph(value: GraphValue, args: CallArgs): Value {
  const [given] = args.places;
  const tensors = given?.kind === 'list' ? given.cells.state.items : [given];
  const from = tensors.flatMap(madeOf);
  const isSame = tensors.every((tensor, at) => {
    const own = value.inputs[at];
    return tensor?.kind === 'tensor' && own?.kind === 'tensor' && isLike(tensor.tensor.shape, own.tensor.shape);
  });
  const outputs = value.outputs.map((output): Value => {
    if (output.kind !== 'tensor') return output;
    const made = { row: undefined, from: [...madeOf(output), ...from] };
    return { kind: 'tensor', made, tensor: isSame ? output.tensor : unknownTensor };
  });
  return outputs.length === 1 ? outputs[0]! : listValue(outputs);
}

function isLike(shape: readonly Size[] | undefined, own: readonly Size[] | undefined): boolean {
  return shape !== undefined && shape.length === own?.length && shape.every((size, at) => at === 0 || size === own[at]);
}

/** The spatial axes of the first layer of a model that has some. */
function firstAxes(value: Value, depth = 0, seen: { count: number } = { count: 0 }): number | undefined {
  if (depth > mostDepth || ++seen.count > mostLookedThrough) return undefined;
  if (value.kind === 'layer') return isLayerProblem(value.layer) ? undefined : axesOf(value.layer);
  const inner =
    value.kind === 'list'
      ? value.cells.state.items
      : value.kind === 'object'
        ? [...value.attributes.state.values()]
        : value.kind === 'dict' && value.role === 'modules'
          ? [...value.cells.state.values()]
          : [];
  for (const one of inner) {
    if (one.kind === 'layer' && !isLayerProblem(one.layer) && one.layer.kind === 'flatten') return undefined;
    const axes = firstAxes(one, depth + 1, seen);
    if (axes !== undefined) return axes;
  }
  return undefined;
}

/** A tensor for a model of a shape that is written out, perhaps without its batch. */
export function toldInput(model: Value, shape: Value | undefined, origin: ShapeOrigin): TensorValue | undefined {
  const first = itemsOf(shape)?.[0];
  const sizes = sizesOfValue(first?.kind === 'list' ? first : shape);
  const known = sizes?.map((size) => (size !== undefined && size < 1 ? undefined : size));
  const whole = known && known.length > 0 ? withBatch({ shape: known, origin }, firstAxes(model)) : undefined;
  return whole && { kind: 'tensor', tensor: { ...freshTensor, shape: whole, origin }, made: undefined };
}
