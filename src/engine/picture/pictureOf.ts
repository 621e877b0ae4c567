import type { Matrix } from '../tensor';
import { notFiniteLevel, type Picture, zeroLevel } from './picture';
import { type ValueRange, valueRange } from './valueRange';

const mostPeaks = 2048;

/** Cells of one slice: about half a millisecond of work. */
const sliceCells = 65_536;

/** The picture of a matrix whose longer side has at most `side` pixels, never more than it has cells. */
export function pictureOf(matrix: Matrix, side: number): Picture {
  const slices = pictureSlices(matrix, side);
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
  }
}

/**
 * Makes `pictureOf(matrix, side)` in slices: yields the share done, from 0 to 1, and returns the picture. Pixels hold
 * means, as the eye would from afar and as scaling a picture does: linear, so that no pattern of the grid of pixels
 * shows, and a texture that cancels out looks like 0. Extremes that a mean hides are in `range`, `counts` and `peaks`.
 */
export function* pictureSlices(matrix: Matrix, side: number): Generator<number, Picture> {
  const { range, peaks } = yield* surveySlices(matrix.data);
  const low = range.min < 0 ? -range.maxAbs : 0;
  const painting = startPainting(matrix, side, low, range.maxAbs);
  const [rows, cols] = matrix.shape;
  const step = Math.max(1, Math.floor(sliceCells / Math.max(1, cols)));
  for (let row = 0; row < rows; row += step) {
    paintRows(painting, row, Math.min(rows, row + step));
    yield 0.4 + (0.6 * row) / rows;
  }
  const { counts, levels, height, width } = painting;
  return { rows: height, cols: width, levels, low, high: range.maxAbs, range, counts, peaks };
}

function* surveySlices(data: Float64Array): Generator<number, { range: ValueRange; peaks: Float64Array }> {
  const peaks = new Float64Array(Math.min(mostPeaks, data.length));
  const ends = { min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY };
  const step = Math.max(1, Math.floor((peaks.length * sliceCells) / Math.max(1, data.length)));
  for (let run = 0; run < peaks.length; run += step) {
    surveyRuns(data, peaks, ends, run, Math.min(peaks.length, run + step));
    yield (0.4 * run) / peaks.length;
  }
  return { range: { ...ends, maxAbs: Math.max(-ends.min, ends.max, 0) }, peaks };
}

function surveyRuns(
  data: Float64Array,
  peaks: Float64Array,
  ends: { min: number; max: number },
  fromRun: number,
  toRun: number,
): void {
  for (let run = fromRun; run < toRun; run++) {
    const from = Math.floor((run * data.length) / peaks.length);
    const to = Math.floor(((run + 1) * data.length) / peaks.length);
    let lowest = Number.POSITIVE_INFINITY;
    let highest = Number.NEGATIVE_INFINITY;
    for (let cell = from; cell < to; cell++) {
      const value = data[cell]!;
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
    // NaN is neither less nor more than anything, so all of it may have been passed over.
    const finite = Math.max(-lowest, highest) <= Number.MAX_VALUE ? { lowest, highest } : finiteEnds(data, from, to);
    ends.min = Math.min(ends.min, finite.lowest);
    ends.max = Math.max(ends.max, finite.highest);
    // Sums with 0, so that no peak is −0.
    peaks[run] = lowest <= highest ? (highest >= -lowest ? highest : lowest) + 0 : 0;
  }
}

function finiteEnds(data: Float64Array, from: number, to: number): { lowest: number; highest: number } {
  const { min, max } = valueRange(data.subarray(from, to));
  return { lowest: min, highest: max };
}

/** A picture in the making. */
interface Painting {
  readonly matrix: Matrix;
  readonly height: number;
  readonly width: number;
  readonly levels: Uint8Array;
  readonly counts: Uint32Array;
  /** The level of 0, and levels per unit of value. */
  readonly zero: number;
  readonly factor: number;
  /** For each column: the first pixel that it lies on, and its weights in the mean there and in the next one. */
  readonly pixels: Int32Array;
  readonly firstWeights: Float64Array;
  readonly nextWeights: Float64Array;
  /** The means of one row of cells, and what has come together of the row of pixels. */
  readonly line: Float64Array;
  readonly means: Float64Array;
}

function startPainting(matrix: Matrix, side: number, low: number, high: number): Painting {
  const [rows, cols] = matrix.shape;
  const scale = Math.min(1, side / Math.max(rows, cols));
  const height = Math.min(rows, Math.max(1, Math.round(rows * scale)));
  const width = Math.min(cols, Math.max(1, Math.round(cols * scale)));
  const zero = zeroLevel(low);
  const pixels = new Int32Array(cols);
  const firstWeights = new Float64Array(cols);
  const nextWeights = new Float64Array(cols);
  for (let col = 0; col < cols; col++) {
    const { pixel, first, next } = sharing(col, cols, width);
    pixels[col] = pixel;
    firstWeights[col] = first;
    nextWeights[col] = next;
  }
  return {
    matrix,
    height,
    width,
    levels: new Uint8Array(height * width),
    counts: new Uint32Array(256),
    zero,
    // Numbers beneath the normal ones have no reciprocal.
    factor: Math.min((255 - zero) / high, Number.MAX_VALUE),
    pixels,
    firstWeights,
    nextWeights,
    line: new Float64Array(width + 1),
    means: new Float64Array(width),
  };
}

/** The pixel that a cell begins in, and its weights there and in the next pixel; the weights of a pixel add up to 1. */
function sharing(cell: number, cells: number, pixels: number): { pixel: number; first: number; next: number } {
  const pixel = Math.floor((cell * pixels) / cells);
  // In whole numbers, so that a cell that ends with its pixel has nothing in the next.
  const beyond = Math.max(0, (cell + 1) * pixels - (pixel + 1) * cells);
  return { pixel, first: (pixels - beyond) / cells, next: beyond / cells };
}

function paintRows(painting: Painting, fromRow: number, toRow: number): void {
  const { matrix, height, line, means } = painting;
  const [rows, cols] = matrix.shape;
  for (let row = fromRow; row < toRow; row++) {
    const { pixel, first, next } = sharing(row, rows, height);
    countLevels(painting, row * cols, (row + 1) * cols);
    meansOfLine(painting, row * cols);
    for (let i = 0; i < means.length; i++) means[i]! += line[i]! * first;
    if ((row + 1) * height < (pixel + 1) * rows) continue;
    finishLine(painting, pixel);
    for (let i = 0; i < means.length; i++) means[i] = next === 0 ? 0 : line[i]! * next;
  }
}

function meansOfLine({ matrix: { data }, pixels, firstWeights, nextWeights, line }: Painting, start: number): void {
  let sum = 0;
  let pixel = 0;
  for (let col = 0; col < pixels.length; col++) {
    const value = data[start + col]!;
    if (pixels[col] !== pixel) {
      line[pixel] = sum;
      sum = nextWeights[col - 1] === 0 ? 0 : data[start + col - 1]! * nextWeights[col - 1]!;
      pixel = pixels[col]!;
    }
    sum += value * firstWeights[col]!;
  }
  line[pixel] = sum;
}

function countLevels({ matrix: { data }, counts, zero, factor }: Painting, from: number, to: number): void {
  for (let cell = from; cell < to; cell++) {
    const value = data[cell]!;
    const away = (Math.abs(value) * factor + 0.5) | 0;
    // What has no step of its own, and what is not finite, is seldom met.
    if (away === 0) counts[levelOf(value, zero, factor)]! += 1;
    else counts[value < 0 ? zero - away : zero + away]! += 1;
  }
}

function finishLine({ levels, means, width, zero, factor }: Painting, row: number): void {
  for (let i = 0; i < width; i++) levels[row * width + i] = levelOf(means[i]!, zero, factor);
}

/** The nearest level, but never that of 0 for what is not 0. */
function levelOf(value: number, zero: number, factor: number): number {
  const steps = Math.abs(value) * factor;
  // Also true for NaN; a mean of the largest values may round a little beyond them.
  if (!(steps < 255.5)) return notFiniteLevel;
  if (value === 0) return zero;
  // Bits, since this is done for every cell: rounding proper takes three times as long.
  const away = steps < 1 ? 1 : (steps + 0.5) | 0;
  return value < 0 ? zero - away : zero + away;
}
