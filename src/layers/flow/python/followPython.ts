import type { Statement } from '../../syntax/pythonTree';
import { freshTensor, isKnownShape, type Trace } from '../trace';
import { callValue } from './callValue';
import { concernsLayers } from './concernsLayers';
import { Interpreter } from './interpreter';
import type { ModelRun, ModelValue } from './modelRun';
import { instance, isModule } from './modules';
import { type CallArgs, type ClassValue, type FunctionValue, type GraphValue, unknownValue, type Value } from './value';

const none: CallArgs = { places: [], keywords: new Map(), isOpen: false };
/** Arguments of which nothing is known. */
const anything: CallArgs = { ...none, isOpen: true };
const nowhere = { start: 0, end: 0, path: '' };

/** The models of a text. */
export interface FollowedPython {
  readonly runs: readonly ModelRun[];
  readonly graphs: readonly GraphValue[];
  /** The variables of the text, by what they hold. */
  readonly names: ReadonlyMap<Value, string>;
  /** How much was followed. */
  readonly steps: number;
}

/** How a text is followed. */
export interface FollowOptions {
  /** Nothing is taken for granted: see `followPython`. */
  readonly isCertain?: boolean;
  /** The statements are a part of a text, whose other parts have models too. */
  readonly isPart?: boolean;
}

/**
 * Follows everything that a Python text does with layers, in steps: its statements, then the functions that nothing calls, the
 * classes that nothing makes, and the models that nothing is put into. Gives the models that were followed, and the
 * variables that hold them. With `isCertain`, nothing is taken for granted: not that what nothing calls has its defaults,
 * nor that a tensor is meant for the only model, nor that what is tried succeeds.
 */
export function* followPython(
  statements: readonly Statement[],
  text: string,
  imports: ReadonlyMap<string, string>,
  trace: Trace,
  { isCertain = false, isPart = false }: FollowOptions = {},
): Generator<number, FollowedPython> {
  const interpreter = new Interpreter(text, imports, trace, isCertain);
  const given = isCertain ? anything : none;
  interpreter.set(interpreter.globals, '__name__', { kind: 'text', text: '__main__' });
  yield* interpreter.script(statements);
  const globals = [...interpreter.globals.names.state.values()];
  for (const one of globals)
    if (one.kind === 'function') {
      uncalled(one, given, interpreter);
      yield 0;
    }
  // What a class is used for stands after it.
  for (const one of globals.reverse())
    if (one.kind === 'class') {
      unmade(one, given, interpreter);
      yield 0;
    }
  if (!isCertain && !isPart) feedOnly(interpreter);
  for (const model of inOrder(interpreter.models)) {
    feed(model, interpreter);
    yield 0;
  }
  const graphs = interpreter.models.filter((model): model is GraphValue => model.kind === 'graph');
  const names = new Map([...interpreter.globals.names.state].map(([name, value]) => [value, name]));
  return { runs: interpreter.runs, graphs, names, steps: interpreter.steps };
}

/** Where the statements of a function stand, behind its own name. */
function bodyOf({ body }: FunctionValue): { readonly from: number; readonly to: number } {
  const first = 'body' in body && body.kind === 'function' ? body.body()[0] : undefined;
  return { from: first?.from ?? body.from, to: body.to };
}

/** A function that nothing calls, with its defaults, or with nothing known. */
function uncalled(one: FunctionValue, given: CallArgs, interpreter: Interpreter): void {
  const { isSpent, called, text, imports } = interpreter;
  if (isSpent || called.has(one.body) || !concernsLayers(text, bodyOf(one), imports)) return;
  const isOpen = one.parameters.some(({ kind, otherwise }) => kind === 'plain' && !otherwise);
  if (isOpen) interpreter.trace.doubts++;
  interpreter.function(one, given);
  if (isOpen) interpreter.trace.doubts--;
}

function unmade(of: ClassValue, given: CallArgs, interpreter: Interpreter): void {
  if (interpreter.isSpent || interpreter.called.has(of)) return;
  const made = instance(of, given, nowhere, interpreter);
  if (isModule(of)) return;
  for (const [name, method] of of.attributes.state)
    if (method.kind === 'function' && !name.startsWith('_') && !interpreter.called.has(method.body))
      uncalled(method.owner ? { ...method, self: made } : method, given, interpreter);
}

/** What holds others first. */
function inOrder(models: readonly ModelValue[]): readonly ModelValue[] {
  const isObject = ({ kind }: ModelValue) => kind === 'object';
  return [...models.filter(isObject), ...models.filter((model) => !isObject(model))];
}

/** A tensor that no call hands over belongs to the only model, where it is the only one. */
function feedOnly(interpreter: Interpreter): void {
  const shapes = new Set(interpreter.madeTensors.map(({ shape }) => shape.join()));
  const [only] = interpreter.madeTensors;
  const isFed = interpreter.runs.some(({ input }) => isKnownShape(input.shape));
  const parts = new Set(interpreter.models.flatMap((model) => [...partsOf(model)]));
  const roots = interpreter.models.filter((model) => model.kind !== 'graph' && !parts.has(model));
  if (isFed || roots.length !== 1 || shapes.size !== 1 || !only || only.shape.length <= 2) return;
  const shape = [undefined, ...only.shape.slice(1)];
  const input: Value = { kind: 'tensor', tensor: { ...freshTensor, shape, origin: only.origin }, made: undefined };
  callValue(roots[0]!, { ...none, places: [input] }, nowhere, interpreter);
}

/** What stands in a model's own attributes or items. */
function partsOf(model: ModelValue): readonly Value[] {
  if (model.kind === 'graph') return [];
  if (model.kind === 'list') return model.cells.state.items;
  return [...model.attributes.state.values()].flatMap((value) =>
    value.kind === 'list' ? [value, ...value.cells.state.items] : [value],
  );
}

/** A model that nothing is put into: with what comments, its first layer or the person say of its input. */
function feed(model: ModelValue, interpreter: Interpreter): void {
  if (model.kind === 'graph' || interpreter.isSpent || interpreter.applied.has(model)) return;
  if (interpreter.runs.some((run) => run.model === model && isKnownShape(run.input.shape))) return;
  callValue(model, { ...none, places: [unknownValue] }, nowhere, interpreter);
}
