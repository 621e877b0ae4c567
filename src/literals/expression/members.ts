import type { Argument } from './frame';
import type { Machine } from './machine';
import { noteMember } from './notes';
import { asType, numberType } from './numberTypes';
import { times } from './repeats';
import { reshaped, shapeOf } from './shapes';
import { transposed } from './transpose';
import { faulty, isMatrix, type Numbers, sizeOf, type Value } from './value';

interface MemberCall {
  readonly machine: Machine;
  readonly of: Numbers;
  readonly args: readonly Argument[];
  readonly place: { readonly start: number; readonly end: number };
}

const same = ({ of }: MemberCall): Value => of;
const reshape = ({ machine, of, args, place }: MemberCall): Value | undefined => {
  const shape = of.holder === 'array' || machine.language.isText ? shapeOf(machine, args) : undefined;
  return shape && reshaped(of, shape, place);
};

/** Methods that leave the numbers as they are, or that are computed here; any other makes the literal unreadable. */
const methods: Readonly<Record<string, (call: MemberCall) => Value | undefined>> = {
  copy: same,
  clone: same,
  cpu: same,
  cuda: same,
  to: toDevice,
  numpy: same,
  detach: same,
  contiguous: same,
  requires_grad_: same,
  tolist: same,
  to_vec: same,
  unwrap: same,
  double: ({ machine, of, place }) => asType(machine, of, { precision: 'double' }, place),
  float: ({ machine, of, place }) => asType(machine, of, { precision: 'single' }, place),
  astype,
  type: astype,
  fill: filled,
  map: (call) => identityMap(call) ?? constantMap(call),
  reshape,
  view: reshape,
  transpose: (call) => (call.args.length === 0 ? transposed(call.machine, call.of, call.place) : undefined),
  t: (call) => (call.args.length === 0 ? transposed(call.machine, call.of, call.place) : undefined),
  unsqueeze: ({ machine, of, args, place }) => {
    const axis = shapeOf(machine, args)?.[0];
    if (axis === undefined) return undefined;
    const at = axis < 0 ? axis + of.shape.length + 1 : axis;
    if (at < 0 || at > of.shape.length) return undefined;
    return reshaped(of, [...of.shape.slice(0, at), 1, ...of.shape.slice(at)], place);
  },
  squeeze: ({ of, args, place }) => {
    const kept = of.shape.filter((side) => side !== 1);
    return args.length === 0 && kept.length > 0 ? reshaped(of, kept, place) : undefined;
  },
  flatten: ({ of, args, place }) => (args.length === 0 ? reshaped(of, [sizeOf(of.shape)], place) : undefined),
  ravel: ({ of, args, place }) => (args.length === 0 ? reshaped(of, [sizeOf(of.shape)], place) : undefined),
};

/** The result of calling a method of numbers; undefined where it is not known. */
export function applyMember(
  machine: Machine,
  of: Numbers,
  name: string,
  args: readonly Argument[],
  place: { readonly start: number; readonly end: number },
): Value | undefined {
  if (!isMatrix(of)) return undefined;
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  const result = method?.({ machine, of, args, place });
  if (result?.kind === 'numbers') machine.pool.size = result.from + sizeOf(result.shape);
  return result;
}

/** The value of an attribute of numbers: a transpose, or something that waits for its call. */
export function memberOf(machine: Machine, of: Numbers, name: string, place: { start: number; end: number }): Value {
  const isArray = of.holder === 'array' || of.holder === 'matrix';
  if ((name === 'T' || name === 'mT') && isMatrix(of) && isArray) {
    noteMember(machine, name, of, { start: of.start, end: place.end });
    return transposed(machine, of, place) ?? faulty('unsupported', place, { found: `.${name}` });
  }
  return { kind: 'member', of, name, ...place };
}

function toDevice({ machine, of, args, place }: MemberCall): Value | undefined {
  const [first] = args;
  if (first?.keyword !== undefined) return undefined;
  return first?.value.kind === 'name' && numberType(first.value.name) ? astype({ machine, of, args, place }) : of;
}

function astype({ machine, of, args, place }: MemberCall): Value | undefined {
  const value = args[0]?.value;
  if (args.length !== 1 || value === undefined || of.holder === 'list') return undefined;
  const isText = value.kind === 'other' && value.isText;
  const name = isText ? machine.text.slice(value.start + 1, value.end - 1) : value.kind === 'name' ? value.name : '';
  const type = numberType(name);
  return type && asType(machine, of, type, place);
}

/** JavaScript's `Array(3).fill(x)`, where `x` is a number or a row. */
function filled({ machine, of, args, place }: MemberCall): Value | undefined {
  const value = args[0]?.value;
  const isScript = machine.language.lists === 'opaque' && of.holder === 'list' && of.shape.length === 1;
  if (args.length !== 1 || value?.kind !== 'numbers' || !isScript) return undefined;
  const repeated = repeatedValue(machine, of, value, place);
  // All rows are one and the same array.
  return repeated.kind === 'numbers' && isMatrix(value) ? { ...repeated, holder: 'tuple' } : repeated;
}

/** JavaScript's `.map(() => x)`, where `x` is made of numbers alone. */
function constantMap({ machine, of, args, place }: MemberCall): Value | undefined {
  const value = args[0]?.value;
  const isArrow = machine.text.slice(of.end, Math.min(place.end, of.end + 80)).includes('=>');
  if (args.length !== 1 || value?.kind !== 'numbers' || !isArrow || machine.language.lists !== 'opaque')
    return undefined;
  return repeatedValue(machine, of, value, place);
}

function repeatedValue(machine: Machine, of: Numbers, value: Numbers, place: MemberCall['place']): Value {
  const repeated = times(machine, value, of.shape[0]!, place, of.from);
  return repeated.kind === 'numbers' ? { ...repeated, holder: 'list' } : repeated;
}

/** JavaScript's `.map(row => row)`, which changes nothing. */
function identityMap({ machine, of, place }: MemberCall): Value | undefined {
  const call = machine.text.slice(of.end, Math.min(place.end, of.end + 80));
  const callback = call.slice(call.indexOf('map(') + 4, -1).replaceAll(/[\s()]/g, '');
  const [parameter, body] = callback.split('=>');
  return parameter && parameter === body ? { ...of, end: place.end } : undefined;
}
