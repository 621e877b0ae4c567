import type { PerAxis } from '../../engine/convolution/conv2dParams';
import type { AxisPlan, Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { type Orientation, oriented } from '../../engine/kernels/orientation';
import { fillSource, fillValue } from '../../engine/padding/fill';
import type { Matrix } from '../../engine/tensor';
import { sceneMap } from './scenePlan';

/** A rule that is often followed instead of the right one. */
export type Mistake = SizeMistake | CellMistake | KernelMistake | PaddingMistake | 'uses-at-border';

export type SizeMistake =
  | 'rows-for-columns'
  | 'forgot-plus-one'
  | 'rounded-up'
  | 'padding-once'
  | 'total-for-per-side'
  | 'forgot-padding'
  | 'forgot-stride'
  | 'forgot-dilation'
  | 'counted-hops-by-stride-last'
  | 'size-of-input'
  | 'size-of-kernel'
  | 'size-of-padded';

export type CellMistake =
  | 'flipped-kernel'
  | 'rows-for-columns'
  | 'transposed-kernel'
  | 'forgot-stride'
  | 'forgot-padding'
  | 'forgot-weights'
  | 'forgot-signs'
  | 'wrong-sign'
  | 'counted-from-one'
  | 'neighbour-cell'
  | 'one-product';

export type KernelMistake = 'flipped-kernel' | 'transposed-kernel' | 'wrong-sign' | 'mirrored-kernel' | 'scaled-kernel';

export type PaddingMistake = 'total-for-per-side' | 'forgot-stride' | 'half-of-kernel';

/** The rule that gives exactly this wrong size [rows, columns] of a map; undefined where none is known. */
export function sizeMistake({ height, width }: Conv2dPlan, given: PerAxis): SizeMistake | undefined {
  const right = [height.outputSize, width.outputSize] as const;
  const is = (rows: number, cols: number) => given[0] === rows && given[1] === cols;
  if (is(...right)) return undefined;
  if (is(right[1], right[0])) return 'rows-for-columns';
  return sizeRules.find(([, sizeBy]) => is(sizeBy(height), sizeBy(width)))?.[0];
}

/** Sooner ones are the more likely where two give the same. */
const sizeRules: readonly (readonly [SizeMistake, (axis: AxisPlan) => number])[] = [
  ['forgot-plus-one', (axis) => Math.floor(room(axis) / axis.stride)],
  ['rounded-up', (axis) => Math.ceil(room(axis) / axis.stride) + 1],
  ['forgot-padding', (axis) => Math.floor((axis.inputSize - axis.span) / axis.stride) + 1],
  ['padding-once', (axis) => Math.floor((axis.inputSize - axis.span + axis.before) / axis.stride) + 1],
  ['total-for-per-side', (axis) => Math.floor((room(axis) + axis.before + axis.after) / axis.stride) + 1],
  ['forgot-stride', (axis) => room(axis) + 1],
  ['forgot-dilation', (axis) => Math.floor((axis.paddedSize - axis.kernelSize) / axis.stride) + 1],
  ['counted-hops-by-stride-last', (axis) => Math.floor((room(axis) + 1) / axis.stride)],
  ['size-of-input', (axis) => axis.inputSize],
  ['size-of-kernel', (axis) => axis.kernelSize],
  ['size-of-padded', (axis) => axis.paddedSize],
];

/** Hops that the kernel has room for. */
function room({ paddedSize, span }: AxisPlan): number {
  return paddedSize - span;
}

/** A cell of a map, and what it is computed from. */
export interface AskedCell {
  readonly plan: Conv2dPlan;
  readonly input: Matrix;
  readonly kernel: Matrix;
  readonly at: PerAxis;
}

/** The rule that gives exactly this wrong value of a cell; undefined where none is known. */
export function cellMistake(cell: AskedCell, given: number): CellMistake | undefined {
  const { plan, input, kernel, at } = cell;
  const map = sceneMap(plan, input, kernel);
  const right = valueAt(map, at);
  if (right === undefined || isNear(given, right)) return undefined;
  const rules: readonly (readonly [CellMistake, () => number | undefined])[] = [
    ['flipped-kernel', () => sumAt(cell, { weights: oriented(kernel, 'turned-180') })],
    ['wrong-sign', () => -right],
    ['rows-for-columns', () => valueAt(map, [at[1], at[0]])],
    [
      'transposed-kernel',
      () =>
        kernel.shape[0] === kernel.shape[1] ? sumAt(cell, { weights: oriented(kernel, 'transposed') }) : undefined,
    ],
    ['forgot-stride', () => sumAt(cell, { step: [1, 1] })],
    ['forgot-padding', () => sumAt(cell, { isPadded: false })],
    ['forgot-weights', () => sumAt(cell, { weights: mapped(kernel, () => 1) })],
    ['forgot-signs', () => sumAt(cell, { weights: mapped(kernel, Math.abs) })],
    ['counted-from-one', () => valueAt(map, [at[0] - 1, at[1] - 1])],
    [
      'neighbour-cell',
      () =>
        neighbours
          .map((by) => valueAt(map, [at[0] + by[0], at[1] + by[1]]))
          .find((value) => value !== undefined && isNear(value, given)),
    ],
    ['one-product', () => productsAt(cell).find((product) => isNear(product, given))],
  ];
  return rules.find(([, valueBy]) => isGiven(valueBy(), given))?.[0];
}

const neighbours: readonly PerAxis[] = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
];

/** The rule that gives exactly these wrong weights; undefined where none is known. */
export function kernelMistake(wanted: Matrix, given: readonly number[]): KernelMistake | undefined {
  const isSame = ({ data }: Matrix) => data.every((weight, i) => isNear(weight, given[i] ?? Number.NaN));
  if (isSame(wanted)) return undefined;
  if (isSame(mapped(wanted, (weight) => -weight))) return 'wrong-sign';
  const turned = orientationRules.find(([, orientation]) => {
    const other = oriented(wanted, orientation);
    return other.shape[0] === wanted.shape[0] && isSame(other);
  });
  if (turned) return turned[0];
  const first = wanted.data.findIndex((weight) => weight !== 0);
  const factor = (given[first] ?? 0) / (wanted.data[first] ?? 1);
  return factor !== 0 && isSame(mapped(wanted, (weight) => weight * factor)) ? 'scaled-kernel' : undefined;
}

const orientationRules: readonly (readonly [KernelMistake, Orientation])[] = [
  ['flipped-kernel', 'turned-180'],
  ['transposed-kernel', 'transposed'],
  ['mirrored-kernel', 'mirrored-left-right'],
  ['mirrored-kernel', 'mirrored-top-bottom'],
];

/** The rule that gives exactly this wrong padding for each side, where `right` is wanted; undefined where none is known. */
export function paddingMistake(
  axis: AxisPlan,
  wanted: number,
  right: number,
  given: number,
): PaddingMistake | undefined {
  if (given === right) return undefined;
  if (given === 2 * right) return 'total-for-per-side';
  if (axis.stride > 1 && given === (wanted - 1 + axis.span - axis.inputSize) / 2) return 'forgot-stride';
  return given === (axis.span - 1) / 2 ? 'half-of-kernel' : undefined;
}

/** The rule that gives exactly this wrong number of uses: every weight meets a cell only where the kernel fits all around. */
export function usesMistake(plan: Conv2dPlan, given: number): 'uses-at-border' | undefined {
  return given === plan.height.kernelSize * plan.width.kernelSize ? 'uses-at-border' : undefined;
}

/** True where two numbers are the same but for rounding. */
export function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(other));
}

function isGiven(value: number | undefined, given: number): boolean {
  return value !== undefined && isNear(value, given);
}

interface Otherwise {
  readonly weights?: Matrix;
  readonly step?: PerAxis;
  readonly isPadded?: boolean;
}

/** The cell's sum where something is done in another way; undefined where a patch would leave the padded input. */
function sumAt(cell: AskedCell, otherwise: Otherwise): number | undefined {
  const values = productsAt(cell, otherwise);
  return values.includes(Number.NaN) ? undefined : values.reduce((sum, product) => sum + product, 0);
}

function productsAt(
  { plan, input, kernel, at }: AskedCell,
  { weights = kernel, step, isPadded = true }: Otherwise = {},
): readonly number[] {
  const { height, width } = plan;
  const laid = plan.flip ? oriented(weights, 'turned-180') : weights;
  return Array.from(laid.data, (weight, tap) => {
    const place = (axis: AxisPlan, index: 0 | 1, kernelPlace: number) =>
      at[index] * (step?.[index] ?? axis.stride) - (isPadded ? axis.before : 0) + kernelPlace * axis.dilation;
    const row = place(height, 0, Math.floor(tap / width.kernelSize));
    const col = place(width, 1, tap % width.kernelSize);
    return weight * filledAt(plan, input, row, col);
  });
}

/** The value of the padded input; NaN outside it. */
function filledAt({ height, width, fill }: Conv2dPlan, input: Matrix, row: number, col: number): number {
  const isIn = (axis: AxisPlan, at: number) => at >= -axis.before && at < axis.inputSize + axis.after;
  if (!isIn(height, row) || !isIn(width, col)) return Number.NaN;
  const [from, to] = [fillSource(fill, row, height.inputSize), fillSource(fill, col, width.inputSize)];
  return from < 0 || to < 0 ? fillValue(fill)! : input.data[from * width.inputSize + to]!;
}

function valueAt({ shape: [rows, cols], data }: Matrix, [row, col]: PerAxis): number | undefined {
  return row >= 0 && col >= 0 && row < rows && col < cols ? data[row * cols + col] : undefined;
}

function mapped({ shape, data }: Matrix, change: (value: number) => number): Matrix {
  return { shape, data: data.map(change) };
}
