import { type AxisReceptiveField, receptiveFields } from '../../engine/solve/receptiveField';
import type { AxisWindow, Layer } from '../layer';
import type { LayerResult } from '../shape/layerResult';

/** Of each spatial axis what a cell sees of the model's input; undefined where that is not known, or is all of it. */
export type Receptive = readonly AxisReceptiveField[] | undefined;

/** Before the first layer with a window: no axes yet, every cell sees itself. */
export const untouched: Receptive = [];

/** The receptive field after one more layer. */
export function receptiveAfter(field: Receptive, layer: Layer, axes: LayerResult['axes']): Receptive {
  if (layer.kind === 'same-shape') return field;
  const hasWindow = layer.kind === 'conv' || layer.kind === 'depthwise' || layer.kind === 'pool';
  if (!field || !hasWindow || (field.length > 0 && field.length !== layer.axes.length)) return undefined;
  const own = layer.axes.map((window, axis) => ownField(window, axes[axis]?.before));
  if (own.some((one) => one === undefined)) return undefined;
  return own.map((one, axis) => after(field[axis], one!));
}

/** Of one axis of a layer alone. */
function ownField({ kernel, stride, dilation }: AxisWindow, before = 0): AxisReceptiveField | undefined {
  if (kernel === undefined || stride === undefined || dilation === undefined) return undefined;
  const both = <T>(value: T) => [value, value] as const;
  const layer = { kernelSize: both(kernel), strides: both(stride), dilations: both(dilation), before: both(before) };
  const fields = receptiveFields([layer]);
  return isProblem(fields) ? undefined : fields[1]?.width;
}

function isProblem(fields: ReturnType<typeof receptiveFields>): fields is Exclude<typeof fields, readonly unknown[]> {
  return 'unsolved' in fields;
}

/** Two fields one after the other: the later one counts in hops of the earlier one. */
function after(first: AxisReceptiveField | undefined, then: AxisReceptiveField): AxisReceptiveField {
  if (!first) return then;
  return {
    size: first.size + (then.size - 1) * first.jump,
    jump: first.jump * then.jump,
    start: first.start + then.start * first.jump,
  };
}

/** What a cell sees through several ways; undefined where their fields do not lie around one centre. */
export function widest(fields: readonly Receptive[]): Receptive {
  return fields.reduce((one, other) => {
    if (!one || !other) return undefined;
    // The input itself, beside what a window has seen of it, adds nothing to a field around the same cell.
    const all = one.length > 0 ? one : other;
    const both = all.flatMap((_, index) => wider(one[index] ?? own, other[index] ?? own) ?? []);
    return both.length === all.length ? both : undefined;
  });
}

const own: AxisReceptiveField = { size: 1, jump: 1, start: 0 };

function wider(one: AxisReceptiveField, other: AxisReceptiveField): AxisReceptiveField | undefined {
  if (one.jump !== other.jump || one.start !== other.start) return undefined;
  return one.size >= other.size ? one : other;
}
