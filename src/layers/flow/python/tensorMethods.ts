import type { Size } from '../../layer';
import { product } from '../../shape/layerResult';
import { flattened, isOpenRank, merged, type ReshapeSize, reshaped } from '../tensor';
import { elementsOf, shapeList } from './containers';
import { madeOf, tensorFrom } from './mergeTensors';
import {
  type CallArgs,
  itemsOf,
  listValue,
  sizeOfValue,
  sizesOfValue,
  type TensorValue,
  unknownValue,
  type Value,
} from './value';

/** Methods and functions after which a tensor has the same shape. */
const unchanging = new Set(
  `relu relu_ sigmoid sigmoid_ tanh tanh_ softmax log_softmax exp log abs sqrt pow clamp clip neg sign contiguous clone detach
  float double half to cuda cpu type requires_grad_ normalize astype block_until_ready dropout leaky_relu cast
  stop_gradient square add_scalar`.split(/\s+/),
);

const cellByCell = new Set('add sub mul div add_ mul_ multiply subtract maximum minimum divide true_divide'.split(' '));

const reductions = new Set('mean sum max min amax amin var std prod reduce_mean reduce_sum reduce_max'.split(' '));

/** What a method of a tensor, or a function of a library with that name, gives. */
export function tensorMethod(receiver: TensorValue, name: string, args: CallArgs): Value {
  const { places, keywords } = args;
  if (unchanging.has(name)) return receiver;
  if (cellByCell.has(name)) return combined(receiver, places[0]);
  const value = isOpenRank(receiver.tensor) ? tensorFrom(receiver, undefined) : receiver;
  const { shape } = value.tensor;
  if (reductions.has(name)) return reduced(value, args);
  switch (name) {
    case 'view':
    case 'reshape':
      return tensorFrom(value, reshaped(shape, reshapeSizes(places, keywords)));
    case 'flatten':
      return tensorFrom(
        value,
        flattened(
          shape,
          axisOf(keywords.get('start_dim') ?? places[0], 0),
          axisOf(keywords.get('end_dim') ?? places[1], -1),
        ),
      );
    case 'ravel':
      return tensorFrom(value, flattened(shape, 0, -1));
    case 'size':
    case 'get_shape': {
      const all = shapeList(shape);
      if (places.length === 0 && keywords.size === 0) return all;
      const at = sizeOfValue(places[0] ?? keywords.get('dim'));
      return at === undefined ? unknownValue : (itemsOf(all)?.at(at) ?? (at === 0 ? { kind: 'batch' } : unknownValue));
    }
    case 'dim':
    case 'ndimension':
      return shape ? { kind: 'number', value: shape.length } : unknownValue;
    case 'permute':
    case 'transpose':
    case 'swapaxes':
      return tensorFrom(value, moved(shape, name, places, keywords));
    case 'squeeze':
      return tensorFrom(value, squeezed(shape, sizeOfValue(places[0] ?? keywords.get('dim') ?? keywords.get('axis'))));
    case 'unsqueeze':
    case 'expand_dims':
      return tensorFrom(
        value,
        unsqueezed(shape, sizeOfValue(places[0] ?? keywords.get('dim') ?? keywords.get('axis'))),
      );
    case 'view_as':
    case 'expand_as':
    case 'reshape_as':
      return places[0]?.kind === 'tensor' ? tensorFrom(value, places[0].tensor.shape) : tensorFrom(value, undefined);
    case 'chunk':
    case 'split':
      return parts(value, name, args);
    case 'numel':
    case 'item':
    case 'backward':
    case 'numpy':
    case 'tolist':
      return unknownValue;
    default:
      return tensorFrom(value, undefined);
  }
}

function axisOf(value: Value | undefined, otherwise: number): Size {
  return value ? sizeOfValue(value) : otherwise;
}

function combined(value: TensorValue, other: Value | undefined): Value {
  if (other?.kind === 'number') return value;
  if (other?.kind !== 'tensor') return tensorFrom(value, undefined);
  return {
    kind: 'tensor',
    tensor: merged([value.tensor, other.tensor], undefined),
    made: { row: undefined, from: [...madeOf(value), ...madeOf(other)] },
  };
}

/** Sizes that a reshape is given one by one, or as one list. */
export function reshapeSizes(places: readonly Value[], keywords: ReadonlyMap<string, Value>): readonly ReshapeSize[] {
  const given = places[0] ?? keywords.get('shape') ?? keywords.get('newshape');
  const listed = given?.kind === 'list' ? (itemsOf(given) ?? []) : given ? [given, ...places.slice(1)] : [];
  return listed.map((value): ReshapeSize => {
    if (value.kind === 'batch') return 'batch';
    const size = sizeOfValue(value);
    return size === -1 ? 'rest' : size;
  });
}

function reduced(value: TensorValue, { places, keywords }: CallArgs): Value {
  const { shape } = value.tensor;
  const given = places[0] ?? keywords.get('dim') ?? keywords.get('axis');
  const axes = given && sizesOfValue(given);
  const kept = places[1] ?? keywords.get('keepdim') ?? keywords.get('keepdims');
  if (!shape || !axes || axes.includes(undefined) || (kept && kept.kind !== 'truth'))
    return tensorFrom(value, undefined);
  const gone = new Set(axes.map((axis) => (axis! < 0 ? shape.length + axis! : axis!)));
  const keeps = kept?.kind === 'truth' && kept.value;
  return tensorFrom(
    value,
    shape.flatMap((size, at) => (gone.has(at) ? (keeps ? [1] : []) : [size])),
  );
}

function moved(
  shape: readonly Size[] | undefined,
  name: string,
  places: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): readonly Size[] | undefined {
  if (!shape) return undefined;
  const only = places[0] ?? keywords.get('dims') ?? keywords.get('axes') ?? keywords.get('perm');
  const order = only?.kind === 'list' ? sizesOfValue(only) : places.map(sizeOfValue);
  if (!order || order.includes(undefined)) return undefined;
  const axes = order.map((axis) => (axis! < 0 ? shape.length + axis! : axis!));
  const isWhole =
    axes.length === shape.length && new Set(axes).size === axes.length && axes.every((axis) => axis < shape.length);
  if (name !== 'permute' && axes.length === 2 && shape.length > 2 && only?.kind !== 'list') {
    const swapped = [...shape];
    const [one, other] = axes as [number, number];
    if (one >= shape.length || other >= shape.length) return undefined;
    [swapped[one], swapped[other]] = [shape[other], shape[one]];
    return swapped;
  }
  return isWhole ? axes.map((axis) => shape[axis]) : undefined;
}

function squeezed(shape: readonly Size[] | undefined, axis: Size): readonly Size[] | undefined {
  // Without an axis, a batch of one falls away too.
  if (!shape || axis === undefined) return undefined;
  const at = axis < 0 ? shape.length + axis : axis;
  if (at === 0 || shape[at] === undefined) return undefined;
  return shape[at] === 1 ? shape.filter((_, index) => index !== at) : shape;
}

function unsqueezed(shape: readonly Size[] | undefined, axis: Size): readonly Size[] | undefined {
  if (!shape || axis === undefined) return undefined;
  const at = axis < 0 ? shape.length + 1 + axis : axis;
  if (at < 1 || at > shape.length) return undefined;
  return [...shape.slice(0, at), 1, ...shape.slice(at)];
}

/** `x.chunk(2, dim=1)`, `x.split(64, dim=1)`. */
function parts(value: TensorValue, name: string, { places, keywords }: CallArgs): Value {
  const { shape } = value.tensor;
  const axis = sizeOfValue(places[1] ?? keywords.get('dim') ?? { kind: 'number', value: 0 });
  const count = sizeOfValue(places[0] ?? keywords.get('chunks') ?? keywords.get('split_size_or_sections'));
  const listed = places[0] && elementsOf(places[0])?.map(sizeOfValue);
  const at = axis !== undefined && axis < 0 && shape ? shape.length + axis : axis;
  const whole = at === undefined ? undefined : shape?.[at];
  const known = listed ?? (count === undefined || whole === undefined ? undefined : cutInto(whole, name, count));
  if (!shape || at === undefined || !known) return unknownValue;
  return listValue(
    known.map((size) =>
      tensorFrom(
        value,
        shape.map((one, index) => (index === at ? size : one)),
      ),
    ),
    'tuple',
  );
}

function cutInto(whole: number, name: string, count: number): readonly Size[] | undefined {
  if (count < 1 || count > whole) return undefined;
  const size = name === 'chunk' ? Math.ceil(whole / count) : count;
  const all: number[] = [];
  for (let left = whole; left > 0; left -= size) all.push(Math.min(size, left));
  return product(all) === undefined ? undefined : all;
}
