import assert from 'node:assert/strict';
import fc from 'fast-check';
import { notFiniteLevel, type Picture, valueOfLevel, zeroLevel } from '../../../../src/engine/picture/picture';
import { pictureOf, pictureSlices } from '../../../../src/engine/picture/pictureOf';
import { valueRange } from '../../../../src/engine/picture/valueRange';
import type { Matrix } from '../../../../src/engine/tensor';

const sides = fc.tuple(
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 50 }),
);

function made(rows: number, cols: number, at: (row: number, col: number) => number): Matrix {
  const data = Float64Array.from({ length: rows * cols }, (_, i) => at(Math.floor(i / cols), i % cols));
  return { shape: [rows, cols], data };
}

function random(rows: number, cols: number, seed: number): Matrix {
  return made(rows, cols, (row, col) => ((Math.imul(row * 73 + col * 179 + seed, 2654435761) >>> 8) % 2001) - 1000);
}

/** The mean of the matrix under a pixel, by how much of each cell lies in it. */
function meanUnder({ shape: [rows, cols], data }: Matrix, picture: Picture, row: number, col: number): number {
  const share = (cell: number, pixel: number, cells: number, pixels: number) =>
    Math.max(0, Math.min((cell + 1) / cells, (pixel + 1) / pixels) - Math.max(cell / cells, pixel / pixels)) * pixels;
  let mean = 0;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < cols; j++)
      mean += data[i * cols + j]! * share(i, row, rows, picture.rows) * share(j, col, cols, picture.cols);
  return mean;
}

describe('pictureOf(matrix, side)', () => {
  it('has no more pixels than asked for and than cells, in the shape of the matrix', () => {
    fc.assert(
      fc.property(sides, ([rows, cols, side]) => {
        const picture = pictureOf(random(rows, cols, 1), side);
        assert.equal(Math.max(picture.rows, picture.cols), Math.min(side, Math.max(rows, cols)));
        assert.ok(Math.abs(picture.rows - (picture.cols * rows) / cols) <= 1 + rows / cols);
        assert.equal(picture.levels.length, picture.rows * picture.cols);
      }),
    );
  });

  it('holds the mean of the cells under each pixel, to half a step', () => {
    fc.assert(
      fc.property(sides, fc.nat(1000), ([rows, cols, side], seed) => {
        const matrix = random(rows, cols, seed);
        const picture = pictureOf(matrix, side);
        const step = picture.high / (255 - zeroLevel(picture.low));
        for (let i = 0; i < picture.levels.length; i++) {
          const mean = meanUnder(matrix, picture, Math.floor(i / picture.cols), i % picture.cols);
          const off = Math.abs(valueOfLevel(picture, picture.levels[i]!) - mean);
          assert.ok(off <= (Math.abs(mean) < step ? step : step / 2) * (1 + 1e-9), `${off} of ${step}`);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps a constant as it is', () => {
    fc.assert(
      fc.property(sides, fc.constantFrom(-1e308, -3, 0, 1e-300, 0.1, 255, 1e308), ([rows, cols, side], value) => {
        const picture = pictureOf(
          made(rows, cols, () => value),
          side,
        );
        for (const level of picture.levels) assert.equal(level, picture.levels[0]);
        assert.equal(valueOfLevel(picture, picture.levels[0]!), value);
      }),
    );
  });

  it('takes the level of zero for zero alone, in pictures with negative values and without', () => {
    for (const values of [
      [0, 1e-9, 255, 3],
      [0, -1e-9, 1e-9, -700],
    ]) {
      const picture = pictureOf({ shape: [1, 4], data: Float64Array.from(values) }, 4);
      assert.equal(valueOfLevel(picture, picture.levels[0]!), 0);
      const signs = Array.from(picture.levels, (level) => Math.sign(valueOfLevel(picture, level)));
      assert.deepEqual(signs, values.map(Math.sign));
    }
  });

  it('has the range of the finite values', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 1, maxLength: 60 }), (values) => {
        const data = Float64Array.from(values);
        const { range } = pictureOf({ shape: [1, data.length], data }, 7);
        assert.deepEqual({ ...range }, { ...valueRange(data) });
      }),
    );
  });

  it('marks each pixel over a value that is not finite, and no other', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const matrix = made(30, 30, (row, col) => (row === 14 && col === 7 ? bad : row - col));
      const { levels, cols } = pictureOf(matrix, 10);
      const marked = [...levels.keys()].filter((i) => levels[i] === notFiniteLevel);
      assert.deepEqual(marked, [4 * cols + 2]);
    }
    const all = pictureOf(
      made(3, 3, () => Number.NaN),
      3,
    );
    assert.ok(all.levels.every((level) => level === notFiniteLevel));
  });

  it('counts every cell, and has the strongest value of each run of them', () => {
    const matrix = random(90, 70, 3);
    matrix.data[1234] = -5000;
    const picture = pictureOf(matrix, 9);
    assert.equal(
      picture.counts.reduce((sum, count) => sum + count, 0),
      90 * 70,
    );
    assert.equal(picture.counts[1], 1);
    const run = picture.peaks.indexOf(-5000);
    assert.equal(run, Math.floor(((1234 + 1) * picture.peaks.length - 1) / (90 * 70)));
  });

  it('is made in slices, and the same', () => {
    const matrix = random(700, 400, 5);
    const slices = pictureSlices(matrix, 123);
    const shares: number[] = [];
    for (;;) {
      const slice = slices.next();
      if (slice.done) {
        assert.deepEqual(slice.value, pictureOf(matrix, 123));
        break;
      }
      shares.push(slice.value);
    }
    assert.ok(shares.length > 4);
    assert.ok(shares.every((share, i) => share >= (shares[i - 1] ?? 0) && share <= 1));
  });
});
