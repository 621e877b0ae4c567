import type { Size } from '../../layer';
import type { Interpreter } from './interpreter';
import { anythingValue, listValue, sizeOfValue, sizeValue, type TensorValue, unknownValue, type Value } from './value';
import { filledPattern } from './writtenValue';

/** A position between square brackets, or a slice. */
export type Index = Value | { readonly slice: readonly (Value | undefined)[] };

/** What a loop over a value goes through; undefined where that cannot be told. */
export function elementsOf(value: Value): readonly Value[] | undefined {
  if (value.kind === 'list') return value.cells.state.isOpen ? undefined : [...value.cells.state.items];
  if (value.kind === 'dict') {
    const { state } = value.cells;
    return value.role === 'modules'
      ? [...state.values()]
      : [...state.keys()].map((text): Value => ({ kind: 'text', text }));
  }
  if (value.kind === 'text' && value.text.length < 200)
    return [...value.text].map((text): Value => ({ kind: 'text', text }));
  if (value.kind === 'object') {
    const chain = value.attributes.state.get(chainName);
    return chain ? elementsOf(chain) : undefined;
  }
  return undefined;
}

/** The attribute under which an object keeps the layers that its base class, `nn.Sequential`, is made of. */
export const chainName = '*chain';

/** `value[index]`. */
export function itemAt(value: Value, indexes: readonly Index[]): Value {
  const [index] = indexes;
  if (!index) return unknownValue;
  if (value.kind === 'tensor') return cut(value, indexes);
  if (value.kind === 'parameter') return unknownValue;
  if ('slice' in index) return sliced(value, index.slice);
  if (value.kind === 'list') {
    const { items, isOpen } = value.cells.state;
    const at = sizeOfValue(index);
    return at === undefined || isOpen ? unknownValue : (items.at(at) ?? unknownValue);
  }
  if (value.kind === 'dict') {
    const key = index.kind === 'text' ? index.text : index.kind === 'number' ? String(index.value) : undefined;
    return (key === undefined ? undefined : value.cells.state.get(key)) ?? unknownValue;
  }
  return unknownValue;
}

function sliced(value: Value, parts: readonly (Value | undefined)[]): Value {
  if (value.kind !== 'list' || value.cells.state.isOpen || parts.length > 2) return unknownValue;
  const [start, stop] = parts.map((part) => (part?.kind === 'none' ? undefined : part));
  const ends = [start, stop].map((part) => (part ? sizeOfValue(part) : 0));
  if (ends.includes(undefined)) return unknownValue;
  const items = value.cells.state.items.slice(start ? ends[0] : 0, stop ? ends[1] : undefined);
  return listValue(items, value.role);
}

/** A part of a tensor: what is cut by known numbers has known sizes. */
function cut(value: TensorValue, indexes: readonly Index[]): Value {
  const { shape } = value.tensor;
  const unknown: Value = { ...value, tensor: { ...value.tensor, shape: undefined, field: undefined } };
  if (!shape || indexes.length > shape.length) return unknown;
  const sizes: Size[] = [];
  for (const [at, size] of shape.entries()) {
    const index = indexes[at];
    if (!index) sizes.push(size);
    else if ('slice' in index) {
      const isWhole = index.slice.every((part) => !part || part.kind === 'none');
      sizes.push(isWhole ? size : at === 0 ? undefined : cutSize(size, index.slice));
    } else return unknown;
  }
  return { ...value, tensor: { ...value.tensor, shape: sizes, field: undefined } };
}

function cutSize(size: Size, parts: readonly (Value | undefined)[]): Size {
  if (size === undefined || parts.length > 2) return undefined;
  const ends = [0, size].map((otherwise, at) => {
    const part = parts[at];
    if (!part || part.kind === 'none') return otherwise;
    const end = sizeOfValue(part);
    return end === undefined ? undefined : Math.max(0, Math.min(size, end < 0 ? size + end : end));
  });
  const [start, stop] = ends;
  return start === undefined || stop === undefined || stop <= start ? undefined : stop - start;
}

/** `value[index] = item`. */
export function setItem(value: Value, index: Value, item: Value, { journal }: Pick<Interpreter, 'journal'>): void {
  if (value.kind === 'dict') {
    const key = index.kind === 'text' ? index.text : index.kind === 'number' ? String(index.value) : undefined;
    if (key !== undefined) journal.write(value.cells, key, item);
    else for (const known of [...value.cells.state.keys()]) journal.write(value.cells, known, anythingValue);
  }
  if (value.kind !== 'list') return;
  journal.touch(value.cells);
  const { state } = value.cells;
  const at = sizeOfValue(index);
  const place = at !== undefined && at < 0 ? state.items.length + at : at;
  if (place !== undefined && place < state.items.length && !state.isOpen) state.items[place] = item;
  else state.isOpen = true;
}

/** Methods of lists and dicts; undefined where a value has no such method. */
export function containerMethod(
  receiver: Value,
  name: string,
  args: readonly Value[],
  interpreter: Pick<Interpreter, 'journal'>,
): Value | undefined {
  if (receiver.kind === 'list') return listMethod(receiver, name, args, interpreter);
  if (receiver.kind === 'dict') return dictMethod(receiver, name, args, interpreter);
  if (receiver.kind === 'text') return textMethod(receiver.text, name, args);
  return undefined;
}

function listMethod(
  list: Extract<Value, { kind: 'list' }>,
  name: string,
  args: readonly Value[],
  { journal }: Pick<Interpreter, 'journal'>,
): Value | undefined {
  const [first, second] = args;
  const change = (how: (items: Value[]) => void) => {
    journal.touch(list.cells);
    how(list.cells.state.items);
    return unknownValue;
  };
  switch (name) {
    case 'append':
    case 'add':
      return change((items) => items.push(first ?? unknownValue));
    case 'add_module':
      return change((items) => items.push(second ?? unknownValue));
    case 'extend': {
      const more = first && elementsOf(first);
      return change((items) => {
        items.push(...(more ?? [unknownValue]));
        list.cells.state.isOpen ||= !more;
      });
    }
    case 'insert': {
      const at = first && sizeOfValue(first);
      return change((items) => {
        if (at === undefined) list.cells.state.isOpen = true;
        else items.splice(at, 0, second ?? unknownValue);
      });
    }
    case 'pop': {
      const at = first ? sizeOfValue(first) : -1;
      const taken = at === undefined || list.cells.state.isOpen ? undefined : list.cells.state.items.at(at);
      change((items) => {
        if (taken && at !== undefined) items.splice(at, 1);
        else list.cells.state.isOpen = true;
      });
      return taken ?? unknownValue;
    }
    case 'reverse':
      return change((items) => items.reverse());
    case 'copy':
      return listValue(list.cells.state.items, list.role, list.cells.state.isOpen);
    case 'children':
      return listValue(list.cells.state.items, 'list', list.cells.state.isOpen);
    case 'as_list':
      return list;
    case 'index':
    case 'count':
      return unknownValue;
    default:
      return undefined;
  }
}

function dictMethod(
  dict: Extract<Value, { kind: 'dict' }>,
  name: string,
  args: readonly Value[],
  { journal }: Pick<Interpreter, 'journal'>,
): Value | undefined {
  const [first, second] = args;
  const { state } = dict.cells;
  const keys = () => [...state.keys()].map((text): Value => ({ kind: 'text', text }));
  switch (name) {
    case 'get':
    case 'pop':
      return first?.kind === 'text'
        ? (state.get(first.text) ?? second ?? (name === 'get' ? { kind: 'none' } : unknownValue))
        : unknownValue;
    case 'items':
      return listValue([...state].map(([text, value]) => listValue([{ kind: 'text', text }, value], 'tuple')));
    case 'keys':
      return listValue(keys());
    case 'values':
      return listValue([...state.values()]);
    case 'update':
      if (first?.kind === 'dict') for (const [key, value] of first.cells.state) journal.write(dict.cells, key, value);
      return unknownValue;
    default:
      return undefined;
  }
}

function textMethod(text: string, name: string, args: readonly Value[]): Value | undefined {
  if (name === 'format') return filledPattern(text, /\{\d?\}/g, args) ?? unknownValue;
  if (name === 'lower') return { kind: 'text', text: text.toLowerCase() };
  if (name === 'upper') return { kind: 'text', text: text.toUpperCase() };
  return undefined;
}

/** The sizes of a shape as a list of Python, whose first one is the batch. */
export function shapeList(shape: readonly Size[] | undefined): Value {
  if (!shape) return listValue([], 'tuple', true);
  return listValue(
    shape.map((size, at): Value => (at === 0 && size === undefined ? { kind: 'batch' } : sizeValue(size))),
    'tuple',
  );
}
