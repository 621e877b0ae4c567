import type { Layer, LibraryName, Size } from '../../layer';
import type { LayerProblem } from '../../layerProblem';
import type { ArgumentValue } from '../../syntax/argumentValue';
import type { ClassStatement, Expression, FunctionStatement, Parameter } from '../../syntax/pythonTree';
import type { FlowingTensor } from '../tensor';

/** Which uses of layers a tensor has come through, as far as one can tell. */
export interface Made {
  readonly row: number | undefined;
  readonly from: readonly Made[];
  /** Whether it has come through something of which nothing is known. */
  readonly isOpen?: boolean;
}

/** What can be changed while a text is followed. */
export interface Cells<State> {
  state: State;
}

/** Names and what they stand for. */
export interface Names extends Cells<Map<string, Value>> {
  /** When they were made, by the journal's count. */
  readonly bornAt: number;
}

/** A scope of Python, with those around it. */
export interface Scope {
  readonly names: Names;
  readonly parent: Scope | undefined;
}

/** The items of a list; with `isOpen` there may be others. */
export interface Items {
  items: Value[];
  isOpen: boolean;
}

export interface TensorValue {
  readonly kind: 'tensor';
  readonly tensor: FlowingTensor;
  readonly made: Made | undefined;
  /** Its first size as it was made, which counts for parameters alone. */
  readonly items?: Size;
}

/** One layer that a text has made. */
export interface LayerValue {
  readonly kind: 'layer';
  readonly library: LibraryName;
  readonly layer: Layer | LayerProblem;
  /** The call that makes it. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** Of its last use. */
  parameters: Size | 'unused';
  /** Whether its weights were given to it, or taken from it. */
  isAltered?: boolean;
}

/** A list, a tuple, or a list of layers; those are called one after the other where they are a `chain`. */
export interface ListValue {
  readonly kind: 'list';
  readonly cells: Cells<Items>;
  readonly role: 'list' | 'tuple' | 'modules' | 'chain';
  model?: ModelName;
}

/** What a model is called, and where a comment may tell its input. */
export interface ModelName {
  key: string;
  starts: readonly number[];
  isNamed: boolean;
}

export interface DictValue {
  readonly kind: 'dict';
  readonly cells: Names;
  readonly role: 'dict' | 'modules';
}

export interface ClassValue {
  readonly kind: 'class';
  readonly statement: ClassStatement;
  readonly bases: readonly Value[];
  readonly attributes: Names;
  /** Fields with a type, in order: a class without `__init__` is made with them. */
  readonly fields: readonly string[];
}

export interface ObjectValue {
  readonly kind: 'object';
  readonly of: ClassValue;
  readonly attributes: Names;
  /** Uses of its layers in its last call. */
  used: readonly Made[];
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: FunctionStatement | Expression;
  readonly scope: Scope;
  readonly self: Value | undefined;
  /** The class that a method stands in. */
  readonly owner: ClassValue | undefined;
}

/** Keras's `Model(inputs, outputs)`. */
export interface GraphValue {
  readonly kind: 'graph';
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  readonly start: number;
  readonly end: number;
}

/** What an expression stands for while a text is followed. */
export type Value =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'none' }
  /** With `hasLayers`, one of several things, some of which have parameters. */
  | { readonly kind: 'unknown'; readonly hasLayers?: true }
  /** The number of items of a batch. */
  | { readonly kind: 'batch' }
  /** Something of a library, by its full name; a loose one is imported from nowhere. */
  | { readonly kind: 'path'; readonly path: string; readonly isLoose: boolean }
  | { readonly kind: 'partial'; readonly callee: Value; readonly args: CallArgs }
  /** A method of something that is no object of the text. */
  | { readonly kind: 'method'; readonly receiver: Value; readonly name: string }
  | { readonly kind: 'super'; readonly self: Value; readonly owner: ClassValue }
  /** Numbers that a model keeps itself, `nn.Parameter`. */
  | { readonly kind: 'parameter'; readonly size: Size; readonly shape: readonly Size[] | undefined }
  /** Something of a library with parameters that are not counted here. */
  | { readonly kind: 'foreign'; readonly path: string; readonly hasParameters: boolean }
  /** Keras's layers that take several inputs, `Add()`. */
  | { readonly kind: 'merge'; readonly name: string; readonly axis: Size }
  | TensorValue
  | LayerValue
  | ListValue
  | DictValue
  | ClassValue
  | ObjectValue
  | FunctionValue
  | GraphValue;

/** What a call is given. */
export interface CallArgs {
  readonly places: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  /** Whether more is handed over than can be told. */
  readonly isOpen: boolean;
}

export const unknownValue: Value = { kind: 'unknown' };
/** Stands among the places of a call for what is spread there, nobody knows how many. */
export const spreadValue: Value = { kind: 'unknown' };

/** The places of a call that are certain to be where they stand. */
export function placesBeforeSpread({ places }: CallArgs): readonly Value[] {
  const at = places.indexOf(spreadValue);
  return at < 0 ? places : places.slice(0, at);
}

/** Whatever it is, it may have parameters. */
export const anythingValue: Value = { kind: 'unknown', hasLayers: true };
export const noneValue: Value = { kind: 'none' };

/** A number as a value; undefined is not known. */
export function sizeValue(size: Size): Value {
  return size === undefined ? unknownValue : { kind: 'number', value: size };
}

/** A size that a value tells. */
export function sizeOfValue(value: Value | undefined): Size {
  return value?.kind === 'number' && Number.isSafeInteger(value.value) ? value.value : undefined;
}

/** A new list. */
export function listValue(items: readonly Value[], role: ListValue['role'] = 'list', isOpen = false): ListValue {
  return {
    kind: 'list',
    role,
    cells: { state: { items: [...items], isOpen } },
  };
}

/** New names. */
export function newNames(entries: Iterable<readonly [string, Value]> = [], bornAt = 0): Names {
  return { state: new Map(entries), bornAt };
}

/** A constant as a value. */
export function constantValue(value: ArgumentValue): Value {
  switch (value.kind) {
    case 'number':
    case 'text':
    case 'truth':
    case 'none':
      return value;
    default:
      return unknownValue;
  }
}

/** A value as an argument of a layer; lists up to a few levels. */
export function argumentOf(value: Value, depth = 0): ArgumentValue {
  switch (value.kind) {
    case 'number':
    case 'text':
    case 'truth':
    case 'none':
      return value;
    case 'list':
      return value.cells.state.isOpen || depth > 4
        ? { kind: 'unknown', names: [] }
        : { kind: 'list', items: value.cells.state.items.map((item) => argumentOf(item, depth + 1)) };
    case 'path':
      return { kind: 'name', path: value.path };
    default:
      return { kind: 'unknown', names: [] };
  }
}

/** The items of a list or tuple that is known whole. */
export function itemsOf(value: Value | undefined): readonly Value[] | undefined {
  return value?.kind === 'list' && !value.cells.state.isOpen ? value.cells.state.items : undefined;
}

/** The sizes of a list, or of one number. */
export function sizesOfValue(value: Value | undefined): readonly Size[] | undefined {
  if (value?.kind === 'number') return [sizeOfValue(value)];
  return itemsOf(value)?.map(sizeOfValue);
}
