import type { AxisPlan, Conv2dPlan } from '../convolution/conv2dPlan';
import type { Precision } from './pathRunner';

/** The size of a transform along one axis, and how many output cells come of it. */
interface TileSide {
  readonly input: number;
  readonly output: number;
}

/** How a plane is cut for Fourier transforms. */
export interface FftTile {
  readonly rows: TileSide;
  readonly columns: TileSide;
  /** About how many nanoseconds a plan takes. */
  readonly cost: number;
}

const sides = [32, 64, 128, 256, 512];
/** Nanoseconds for a cell of a tile, one way: what loading and storing take, and each halving; fused, single precision. */
const nanoseconds = { cell: 1.4, halving: 0.09 } as const;
/** Double precision, and multiply-adds that are added up themselves in a nanosecond; from the same measurement. */
const doubleFactor = 2;
const directPerNanosecond: Readonly<Record<Precision, number>> = { float32: 26, float64: 13 };
/** How much quicker transforms must be for what they lose: whole numbers do not stay whole, NaN and infinities spread. */
const worthwhile = 1.25;
/** Complex cells with which a tile fills the second cache, and how much longer each takes then and beyond. */
const cacheCells: Readonly<Record<Precision, number>> = { float32: 2 ** 17, float64: 2 ** 16 };
const slowdown = { filled: 1.1, beyond: 2 } as const;

/** The tile that takes least time; undefined where the kernel's span is beyond every tile. */
export function fftTile(plan: Conv2dPlan, precision: Precision): FftTile | undefined {
  const found = sides
    .flatMap((rows) => sides.map((columns) => tileOf(plan, precision, rows, columns)))
    .filter((tile) => tile !== undefined);
  return found.reduce<FftTile | undefined>((best, tile) => (best && best.cost <= tile.cost ? best : tile), undefined);
}

/** True where transforms are quicker than the terms by a margin: on one large plane from about 10×10 weights on. */
export function fftPays(plan: Conv2dPlan, precision: Precision): boolean {
  const tile = fftTile(plan, precision);
  return tile !== undefined && worthwhile * tile.cost < plan.multiplyAdds / directPerNanosecond[precision];
}

/** A plan cut into tiles of a size; undefined where a side is shorter than the kernel's span. */
export function tileOf(plan: Conv2dPlan, precision: Precision, rows: number, columns: number): FftTile | undefined {
  const { height, width } = plan;
  if (rows < height.span || columns < width.span) return undefined;
  const down = tileSide(height, rows);
  const across = tileSide(width, columns);
  const pairs = Math.ceil(height.outputSize / down.output) * Math.ceil(Math.ceil(width.outputSize / across.output) / 2);
  const transforms = plan.batch * plan.outputChannels * (plan.kernelShape[1] + 1) * pairs;
  const perCell = nanoseconds.cell + nanoseconds.halving * Math.log2(rows * columns);
  const factor = (precision === 'float32' ? 1 : doubleFactor) * slowdownOf(rows * columns, cacheCells[precision]);
  const cost = transforms * rows * columns * perCell * factor;
  return { rows: down, columns: across, cost };
}

function slowdownOf(cells: number, cache: number): number {
  if (cells < cache) return 1;
  return cells === cache ? slowdown.filled : slowdown.beyond;
}

function tileSide({ span, stride, outputSize }: AxisPlan, input: number): TileSide {
  return { input, output: Math.min(Math.floor((input - span) / stride) + 1, outputSize) };
}
