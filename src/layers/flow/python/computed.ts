import { pythonArithmetic } from '../../syntax/pythonArithmetic';
import { merged } from '../tensor';
import { itemsOf, listValue, unknownValue, type Value } from './value';
import { filledPattern } from './writtenValue';

/** Longer lists are not made. */
const mostItems = 4000;

/** Whether two values are the same thing, as far as one can tell. */
export function isSameValue(one: Value, other: Value): boolean {
  if (one === other) return true;
  if (one.kind !== other.kind) return false;
  switch (one.kind) {
    case 'number':
    case 'truth':
      return one.value === (other as typeof one).value;
    case 'text':
      return one.text === (other as typeof one).text;
    case 'path':
      return one.path === (other as typeof one).path;
    case 'none':
    case 'batch':
      return true;
    case 'unknown':
      return one.hasLayers === (other as typeof one).hasLayers;
    default:
      return false;
  }
}

/** Whether a value counts as true; undefined where that cannot be told. */
export function truthOf(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'truth':
      return value.value;
    case 'number':
      return value.value !== 0;
    case 'text':
      return value.text !== '';
    case 'none':
      return false;
    case 'list':
      return value.cells.state.items.length > 0 ? true : value.cells.state.isOpen ? undefined : false;
    case 'dict':
      return value.cells.state.size > 0;
    case 'layer':
    case 'object':
    case 'class':
    case 'function':
    case 'graph':
      return true;
    default:
      return undefined;
  }
}

/** `==`, `<`, `in`, `is not` …; unknown where it cannot be told. */
export function compared(one: Value, sign: string, other: Value): Value {
  const truth = comparison(one, sign, other);
  return truth === undefined ? unknownValue : { kind: 'truth', value: truth };
}

function comparison(one: Value, sign: string, other: Value): boolean | undefined {
  switch (sign) {
    case '==':
    case 'is':
      return equal(one, other);
    case '!=':
    case 'is not':
      return not(equal(one, other));
    case 'in':
      return contains(other, one);
    case 'not in':
      return not(contains(other, one));
    default:
      if (one.kind !== 'number' || other.kind !== 'number') return undefined;
      if (sign === '<') return one.value < other.value;
      if (sign === '>') return one.value > other.value;
      if (sign === '<=') return one.value <= other.value;
      return sign === '>=' ? one.value >= other.value : undefined;
  }
}

function not(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

const plain = new Set(['number', 'text', 'truth', 'none']);

/** What the text makes itself, and what is never equal to something of another kind. */
const made = new Set(['number', 'text', 'list', 'dict', 'layer', 'object', 'class', 'function', 'graph']);

function equal(one: Value, other: Value): boolean | undefined {
  if (plain.has(one.kind) && plain.has(other.kind)) return isSameValue(one, other);
  const isNone = one.kind === 'none' || other.kind === 'none';
  const named = one.kind === 'none' ? other : one;
  // What comes from a library is something, though nobody knows what.
  if (isNone) return ['unknown', 'path'].includes(named.kind) ? (named.kind === 'path' ? false : undefined) : false;
  const [items, others] = [itemsOf(one), itemsOf(other)];
  if (items && others) {
    if (items.length !== others.length) return false;
    const truths = items.map((item, at) => equal(item, others[at]!));
    return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
  }
  if (made.has(one.kind) && made.has(other.kind) && one.kind !== other.kind) return false;
  if (one.kind === 'path' && other.kind === 'path') return one.path === other.path ? true : undefined;
  return one === other && one.kind !== 'unknown' ? true : undefined;
}

function contains(list: Value, item: Value): boolean | undefined {
  if (list.kind === 'dict') return item.kind === 'text' ? list.cells.state.has(item.text) : undefined;
  if (list.kind === 'text' && item.kind === 'text') return list.text.includes(item.text);
  const truths = itemsOf(list)?.map((one) => equal(one, item));
  return !truths ? undefined : truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
}

/** `+`, `*` … of numbers, lists, strings and tensors. */
export function computed(one: Value, sign: string, other: Value): Value {
  if (one.kind === 'number' && other.kind === 'number') {
    const value = pythonArithmetic(one.value, sign, other.value);
    return value === undefined ? unknownValue : { kind: 'number', value };
  }
  if (one.kind === 'tensor' || other.kind === 'tensor') return ofTensors(one, sign, other);
  if (sign === '+' && one.kind === 'list' && other.kind === 'list') {
    const [first, second] = [one.cells.state, other.cells.state];
    return listValue([...first.items, ...second.items], one.role, first.isOpen || second.isOpen);
  }
  if (sign === '+' && one.kind === 'text' && other.kind === 'text')
    return { kind: 'text', text: one.text + other.text };
  if (sign === '%' && one.kind === 'text')
    return filledPattern(one.text, /%[ds]/g, itemsOf(other) ?? [other]) ?? unknownValue;
  if (sign === '*' && one.kind === 'list' && other.kind === 'number') return repeated(one, other.value);
  if (sign === '*' && other.kind === 'list' && one.kind === 'number') return repeated(other, one.value);
  return unknownValue;
}

function repeated(list: Extract<Value, { kind: 'list' }>, times: number): Value {
  const { items, isOpen } = list.cells.state;
  if (items.length * times > mostItems) return unknownValue;
  const all = Array.from({ length: Math.max(0, times) }, () => items).flat();
  return listValue(all, list.role, isOpen);
}

/** Cell by cell; of a number and a tensor, the tensor. */
function ofTensors(one: Value, sign: string, other: Value): Value {
  if (!/^(?:[-+*/]|\*\*|\/\/)$/.test(sign)) return unknownValue;
  const scalars = ['number', 'truth', 'batch', 'parameter'];
  if (one.kind === 'tensor' && other.kind === 'tensor') {
    const made = { row: undefined, from: [one.made, other.made].filter((each) => each !== undefined) };
    return { kind: 'tensor', tensor: merged([one.tensor, other.tensor], undefined), made };
  }
  const [tensor, scalar] = one.kind === 'tensor' ? [one, other] : [other as typeof one & { kind: 'tensor' }, one];
  if (tensor.kind !== 'tensor') return unknownValue;
  if (scalar.kind === 'number' || scalar.kind === 'truth') return tensor;
  if (scalars.includes(scalar.kind) && scalar.kind === 'parameter') {
    const shape = scalar.shape;
    return shape?.every((size) => size === 1) ? tensor : unknownTensorOf(tensor);
  }
  return unknownTensorOf(tensor);
}

/** A tensor that has come from another one, and of which no more is known. */
function unknownTensorOf({ tensor, made }: Extract<Value, { kind: 'tensor' }>): Value {
  return {
    kind: 'tensor',
    tensor: { ...tensor, shape: undefined, field: undefined },
    made,
  };
}
