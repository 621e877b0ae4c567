import type { AxisPlan, Conv2dPlan } from '../conv2dPlan';
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
/** Nanoseconds for each cell of a tile and halving of its sides, there and back; measured with fused multiply-adds. */
const nanosecondsPerStep: Readonly<Record<Precision, number>> = { float32: 0.16, float64: 0.34 };
/** Complex cells of a tile beyond which it leaves the second cache. */
const mostCells: Readonly<Record<Precision, number>> = { float32: 2 ** 17, float64: 2 ** 16 };

/** The tile that takes least time; undefined where the kernel's span is beyond every tile. */
export function fftTile(plan: Conv2dPlan, precision: Precision): FftTile | undefined {
  const found = sides
    .flatMap((rows) => sides.map((columns) => tileOf(plan, precision, rows, columns)))
    .filter((tile) => tile !== undefined);
  return found.reduce<FftTile | undefined>((best, tile) => (best && best.cost <= tile.cost ? best : tile), undefined);
}

/** A plan cut into tiles of a size; undefined where a side is shorter than the kernel's span, or it has too many cells. */
export function tileOf(plan: Conv2dPlan, precision: Precision, rows: number, columns: number): FftTile | undefined {
  const { height, width } = plan;
  if (rows < height.span || columns < width.span || rows * columns > mostCells[precision]) return undefined;
  const down = tileSide(height, rows);
  const across = tileSide(width, columns);
  const pairs = Math.ceil(height.outputSize / down.output) * Math.ceil(Math.ceil(width.outputSize / across.output) / 2);
  const transforms = plan.batch * plan.outputChannels * (plan.kernelShape[1] + 1) * pairs;
  const cost = transforms * rows * columns * Math.log2(rows * columns) * nanosecondsPerStep[precision];
  return { rows: down, columns: across, cost };
}

function tileSide({ span, stride, outputSize }: AxisPlan, input: number): TileSide {
  return { input, output: Math.min(Math.floor((input - span) / stride) + 1, outputSize) };
}
