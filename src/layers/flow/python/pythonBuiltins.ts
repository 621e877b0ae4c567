import { type CallPlace, callValue } from './callValue';
import { elementsOf } from './containers';
import { dictOf, type Interpreter } from './interpreter';
import { classMember, memberOf } from './member';
import { type CallArgs, itemsOf, listValue, noneValue, sizeOfValue, unknownValue, type Value } from './value';
import { writtenValue } from './writtenValue';

/** Longer ranges are not made. */
const mostItems = 4000;

type Builtin = (args: CallArgs, place: CallPlace, interpreter: Interpreter) => Value;

/** What a function of Python itself, or of its `math`, gives; undefined where it is none that is known here. */
export function pythonBuiltin(
  path: string,
  args: CallArgs,
  place: CallPlace,
  interpreter: Interpreter,
): Value | undefined {
  const [module, name] = path.includes('.') ? path.split('.', 2) : ['', path];
  if (module === 'math' || module === 'np' || module === 'numpy') {
    const result = ofNumbers(name!, args.places);
    if (result) return result;
  }
  if (args.isOpen) return Object.hasOwn(builtins, path) ? unknownValue : undefined;
  return Object.hasOwn(builtins, path) ? builtins[path]!(args, place, interpreter) : undefined;
}

const numbers: Readonly<Record<string, (one: number, other: number) => number>> = {
  floor: Math.floor,
  ceil: Math.ceil,
  sqrt: Math.sqrt,
  log2: Math.log2,
  log: (one, other) => (Number.isNaN(other) ? Math.log(one) : Math.log(one) / Math.log(other)),
  pow: (one, other) => one ** other,
  power: (one, other) => one ** other,
};

function ofNumbers(name: string, places: readonly Value[]): Value | undefined {
  const [one, other] = places.map((value) => (value.kind === 'number' ? value.value : Number.NaN));
  const compute = Object.hasOwn(numbers, name) ? numbers[name] : undefined;
  if (name === 'prod' && places[0]) {
    const items = itemsOf(places[0])?.map(sizeOfValue);
    return numberOr(items?.reduce<number>((all, size) => all * (size ?? Number.NaN), 1));
  }
  return compute && one !== undefined ? numberOr(compute(one, other ?? Number.NaN)) : undefined;
}

function numberOr(value: number | undefined): Value {
  return value === undefined || Number.isNaN(value) ? unknownValue : { kind: 'number', value };
}

function numberAt({ places }: CallArgs, at: number): number | undefined {
  const value = places[at];
  return value?.kind === 'number' ? value.value : undefined;
}

/** The largest, the smallest or the sum of numbers, given one by one or in a list. */
function over(args: CallArgs, compute: (all: readonly number[]) => number): Value {
  const values = args.places.length === 1 ? elementsOf(args.places[0]!) : args.places;
  const known = values?.map((value) => (value.kind === 'number' ? value.value : undefined));
  return !known || known.includes(undefined) || known.length > mostItems
    ? unknownValue
    : { kind: 'number', value: compute(known as readonly number[]) };
}

function mapped(args: CallArgs, make: (items: readonly Value[]) => Value): Value {
  const items = args.places[0] && elementsOf(args.places[0]);
  return items ? make(items) : listValue([], 'list', true);
}

function range(args: CallArgs): Value {
  const given = args.places.map(sizeOfValue);
  if (given.length === 0 || given.includes(undefined)) return listValue([], 'list', true);
  const [first, second, third] = given as readonly number[];
  const [start, stop, step] = second === undefined ? [0, first!, 1] : [first!, second, third ?? 1];
  const count = step === 0 ? 0 : Math.max(0, Math.ceil((stop - start) / step));
  if (count > mostItems) return listValue([], 'list', true);
  return listValue(Array.from({ length: count }, (_, at): Value => ({ kind: 'number', value: start + at * step })));
}

function isInstance({ places }: CallArgs): Value {
  const [value, of] = places;
  if (!value || !of || value.kind === 'unknown') return unknownValue;
  const names = (elementsOf(of) ?? [of]).map((one) =>
    one.kind === 'path' ? one.path : one.kind === 'class' ? one : undefined,
  );
  if (names.includes(undefined)) return unknownValue;
  const types: Partial<Record<Value['kind'], readonly string[]>> = {
    number: ['int', 'float', 'numbers.Number'],
    text: ['str', 'six.string_types'],
    truth: ['bool', 'int'],
    none: [],
  };
  const own =
    value.kind === 'list'
      ? value.role === 'tuple'
        ? ['tuple', 'collections.abc.Iterable']
        : ['list', 'collections.abc.Iterable']
      : types[value.kind];
  if (value.kind === 'object') {
    const isOf = names.some((one) => one === value.of);
    return isOf ? { kind: 'truth', value: true } : unknownValue;
  }
  if (value.kind === 'layer') {
    const full = value.path.split('.').at(-1)!;
    return { kind: 'truth', value: names.some((one) => typeof one === 'string' && one.split('.').at(-1) === full) };
  }
  if (!own || (value.kind === 'list' && value.role !== 'list' && value.role !== 'tuple')) return unknownValue;
  const isWhole = value.kind !== 'number' || Number.isInteger(value.value);
  return {
    kind: 'truth',
    value: names.some((one) => typeof one === 'string' && own.includes(one) && (isWhole || one !== 'int')),
  };
}

const builtins: Readonly<Record<string, Builtin>> = {
  range,
  len: ({ places: [value] }) => {
    if (value?.kind === 'tensor') return { kind: 'batch' };
    const items = value && elementsOf(value);
    return items ? { kind: 'number', value: items.length } : unknownValue;
  },
  list: (args) => (args.places.length === 0 ? listValue([]) : mapped(args, (items) => listValue(items))),
  tuple: (args) => mapped(args, (items) => listValue(items, 'tuple')),
  reversed: (args) => mapped(args, (items) => listValue([...items].reverse())),
  iter: ({ places: [value] }) => value ?? unknownValue,
  enumerate: (args) => {
    const first = sizeOfValue(args.places[1] ?? args.keywords.get('start')) ?? 0;
    return mapped(args, (items) =>
      listValue(items.map((item, at) => listValue([{ kind: 'number', value: at + first }, item], 'tuple'))),
    );
  },
  zip: ({ places }) => {
    const lists = places.map((place) => elementsOf(place));
    if (lists.length === 0 || lists.includes(undefined)) return listValue([], 'list', true);
    const length = Math.min(...lists.map((list) => list!.length));
    return listValue(
      Array.from({ length }, (_, at) =>
        listValue(
          lists.map((list) => list![at]!),
          'tuple',
        ),
      ),
    );
  },
  dict: ({ places: [first], keywords }) => {
    if (first?.kind === 'dict') return dictOf(new Map([...first.cells.state, ...keywords]));
    return first ? (pairs(first) ?? unknownValue) : dictOf(keywords);
  },
  'collections.OrderedDict': ({ places: [first], keywords }) =>
    first ? (first.kind === 'dict' ? first : (pairs(first) ?? unknownValue)) : dictOf(keywords),
  OrderedDict: ({ places: [first], keywords }) =>
    first ? (first.kind === 'dict' ? first : (pairs(first) ?? unknownValue)) : dictOf(keywords),
  int: (args) => {
    const value = numberAt(args, 0);
    return value === undefined ? unknownValue : { kind: 'number', value: Math.trunc(value) };
  },
  float: (args) => numberOr(numberAt(args, 0)),
  round: (args) => {
    const value = numberAt(args, 0);
    if (value === undefined || args.places.length > 1) return unknownValue;
    // Halves go to the even one, as in Python.
    const floor = Math.floor(value);
    const rounded = value - floor === 0.5 ? floor + (floor % 2 === 0 ? 0 : 1) : Math.round(value);
    return { kind: 'number', value: rounded };
  },
  abs: (args) => numberOr(numberAt(args, 0) === undefined ? undefined : Math.abs(numberAt(args, 0)!)),
  max: (args) => over(args, (all) => Math.max(...all)),
  min: (args) => over(args, (all) => Math.min(...all)),
  sum: (args) =>
    args.places.length === 1 ? over(args, (all) => all.reduce((one, next) => one + next, 0)) : unknownValue,
  isinstance: isInstance,
  callable: ({ places: [value] }) =>
    value && ['function', 'class', 'path', 'partial'].includes(value.kind)
      ? { kind: 'truth', value: true }
      : unknownValue,
  getattr: ({ places: [object, name] }) =>
    object && name?.kind === 'text' ? memberOf(object, name.text) : unknownValue,
  hasattr: ({ places: [object, name] }) => {
    if (object?.kind !== 'object' || name?.kind !== 'text') return unknownValue;
    const own = object.attributes.state.get(name.text) ?? classMember(object.of, name.text);
    return own?.kind === 'unknown' ? unknownValue : { kind: 'truth', value: own !== undefined };
  },
  str: ({ places: [value] }) => (value && writtenValue(value)) ?? unknownValue,
  setattr: ({ places: [object, name, value] }, _place, { journal }) => {
    if (object?.kind !== 'object' || name?.kind !== 'text' || !value) return noneValue;
    journal.write(object.attributes, name.text, value);
    return noneValue;
  },
  map: ({ places: [callee, list] }, place, interpreter) => {
    const items = list && elementsOf(list);
    if (!callee || !items) return listValue([], 'list', true);
    return listValue(
      items.map((item) =>
        callValue(callee, { places: [item], keywords: new Map(), isOpen: false }, place, interpreter),
      ),
    );
  },
  'functools.partial': (args) => partial(args),
  partial: (args) => partial(args),
  'copy.deepcopy': ({ places: [value] }) => value ?? unknownValue,
  print: () => noneValue,
  'torch.nn.modules.utils._pair': ({ places: [value] }) =>
    value?.kind === 'number' ? listValue([value, value], 'tuple') : (value ?? unknownValue),
};

function partial({ places: [callee, ...places], keywords, isOpen }: CallArgs): Value {
  return callee ? { kind: 'partial', callee, args: { places, keywords, isOpen } } : unknownValue;
}

/** A list of names with what they stand for. */
function pairs(list: Value): Value | undefined {
  const entries = new Map<string, Value>();
  for (const pair of elementsOf(list) ?? []) {
    const [key, value] = itemsOf(pair) ?? [];
    if (key?.kind !== 'text' || !value) {
      // The names of layers are often put together while the text runs.
      if (!value) return undefined;
      entries.set(`*${entries.size}`, value);
    } else entries.set(key.text, value);
  }
  return elementsOf(list) ? dictOf(entries) : undefined;
}
