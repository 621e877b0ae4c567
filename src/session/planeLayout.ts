/**
 * How the axes of a tensor are laid out: one axis as a row, a column or a square; more by the order of channels (c),
 * rows (h) and columns (w), of samples or output channels (n), and for kernels of inputs (i) and outputs (o).
 */
export type Arrangement = 'row' | 'column' | 'square' | 'chw' | 'hwc' | 'nchw' | 'nhwc' | 'hwio';

/** Planes of `rows` × `cols` in a tensor of any rank up to 4: where the cells of each lie. */
export interface PlaneLayout {
  readonly rows: number;
  readonly cols: number;
  readonly count: number;
  /** From a cell to the one below it, and to the one right of it. */
  readonly rowStep: number;
  readonly colStep: number;
  /** The axes that number the planes, the last of them the quickest. */
  readonly others: readonly Axis[];
}

interface Axis {
  readonly size: number;
  readonly step: number;
}

/** An arrangement, and whether the shape alone tells that it is meant. */
export interface LikelyArrangement {
  readonly arrangement: Arrangement;
  readonly isSure: boolean;
}

/** Which axes are rows and columns; the rest number the planes. */
const places: Readonly<Record<Exclude<Arrangement, 'row' | 'column' | 'square'>, readonly [number, number]>> = {
  chw: [1, 2],
  hwc: [0, 1],
  nchw: [2, 3],
  nhwc: [1, 2],
  hwio: [0, 1],
};

/** Kernels are seldom larger, pictures seldom smaller. */
const largestKernelSide = 11;

/** Every arrangement; what a choice is checked against. */
export const arrangements: readonly Arrangement[] = ['row', 'column', 'square', 'chw', 'hwc', 'nchw', 'nhwc', 'hwio'];

/** The arrangements that fit a shape; none where its two axes are rows and columns. Leading unit axes do not count. */
export function arrangementsOf(shape: readonly number[]): readonly Arrangement[] {
  const axes = usedAxes(shape);
  if (axes.length === 1) return (axes[0]?.size ?? 0) < 2 ? [] : lineArrangements(axes[0]!.size);
  if (axes.length === 3) return ['chw', 'hwc'];
  return axes.length === 4 ? ['nchw', 'nhwc', 'hwio'] : [];
}

function lineArrangements(size: number): readonly Arrangement[] {
  return Number.isInteger(Math.sqrt(size)) ? ['row', 'column', 'square'] : ['row', 'column'];
}

/** The arrangement that a shape is most likely meant in; undefined where there is no choice. */
export function likelyArrangement(shape: readonly number[]): LikelyArrangement | undefined {
  const sizes = usedAxes(shape).map(({ size }) => size);
  if (arrangementsOf(shape).length === 0) return undefined;
  if (sizes.length === 1) return { arrangement: 'row', isSure: false };
  return sizes.length === 3 ? likelyOfThree(sizes) : likelyOfFour(sizes);
}

/**
 * Channels last when the last axis is 1, 3 or 4, first when the first is 3 or 4; PyTorch's order where neither says so.
 * Planes of 3×3 or 4×4 could stand last as well.
 */
function likelyOfThree([first, second, last]: readonly number[]): LikelyArrangement {
  const isFirst = first === 3 || first === 4;
  const isLast = last === 3 || last === 4;
  if (last === 1) return { arrangement: 'hwc', isSure: !isFirst };
  if (isLast && !isFirst) return { arrangement: 'hwc', isSure: second !== last };
  return { arrangement: 'chw', isSure: isFirst && !isLast };
}

function likelyOfFour([first, second, third, last]: readonly number[]): LikelyArrangement {
  const isSquareKernel = first === second && (first ?? 0) <= largestKernelSide;
  if (isSquareKernel && (third !== last || third === 1)) return { arrangement: 'hwio', isSure: false };
  // 3×3 and 4×4 are kernels far more often than rows of three pixels.
  if (third === last && isChannels(last) && last !== 1) return { arrangement: 'nchw', isSure: false };
  if (isChannels(last) && !isChannels(second)) return { arrangement: 'nhwc', isSure: true };
  return { arrangement: 'nchw', isSure: third !== 1 && (third === last || (isChannels(second) && !isChannels(last))) };
}

function isChannels(size: number | undefined): boolean {
  return size === 1 || size === 3 || size === 4;
}

/** The planes of a shape, in the given arrangement where it fits, else in the likely one. */
export function planeLayout(shape: readonly number[], arrangement?: Arrangement): PlaneLayout {
  const axes = usedAxes(shape);
  const fits = arrangement !== undefined && arrangementsOf(shape).includes(arrangement);
  const taken = fits ? arrangement : (likelyArrangement(shape)?.arrangement ?? 'row');
  if (axes.length === 1) return lineLayout(axes[0]!.size, taken);
  const [rowAxis, colAxis] = taken === 'row' || taken === 'column' || taken === 'square' ? [0, 1] : places[taken];
  const row = axes[rowAxis] ?? { size: 1, step: 0 };
  const col = axes[colAxis] ?? { size: 0, step: 1 };
  const others = axes.filter((_, axis) => axis !== rowAxis && axis !== colAxis);
  const count = others.reduce((product, { size }) => product * size, 1);
  return { rows: row.size, cols: col.size, count, rowStep: row.step, colStep: col.step, others };
}

function lineLayout(size: number, arrangement: Arrangement): PlaneLayout {
  const side = Math.sqrt(size);
  const [rows, cols] = arrangement === 'square' ? [side, side] : arrangement === 'column' ? [size, 1] : [1, size];
  return { rows, cols, count: 1, rowStep: cols, colStep: 1, others: [] };
}

/** Where in the tensor the first cell of a plane lies. */
export function planeStart({ others }: PlaneLayout, plane: number): number {
  let start = 0;
  let rest = plane;
  for (const { size, step } of [...others].reverse()) {
    start += (rest % size) * step;
    rest = Math.floor(rest / size);
  }
  return start;
}

/** The axes of a row-major tensor, without leading ones of a single entry as long as two are left. */
function usedAxes(shape: readonly number[]): readonly Axis[] {
  const first = Math.max(0, Math.min(shape.findIndex((size) => size !== 1) >>> 0, shape.length - 2));
  const axes: Axis[] = [];
  let step = 1;
  for (let axis = shape.length - 1; axis >= first; axis--) {
    axes.unshift({ size: shape[axis]!, step });
    step *= shape[axis]!;
  }
  return axes;
}
