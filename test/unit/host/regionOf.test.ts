import assert from 'node:assert/strict';
import fc from 'fast-check';
import { regionOf } from '../../../src/host/regionOf';

describe('regionOf(matrix, window)', () => {
  const matrix = { shape: [600, 700] as const, data: Float64Array.from({ length: 420_000 }, (_, i) => i) };

  it('gives the exact cells of a window in a buffer of their own, cut at the edges of the matrix', () => {
    const at = fc.integer({ min: -50, max: 720 });
    const size = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(at, at, size, size, (row, col, rows, cols) => {
        const region = regionOf(matrix, { row, col, rows, cols });
        const isOutside = rows * cols === 0 || row >= 600 || col >= 700 || row + rows <= 0 || col + cols <= 0;
        assert.equal(region === undefined, isOutside);
        if (!region) return;
        const { window, data } = region;
        assert.equal(data.byteLength, data.buffer.byteLength);
        assert.equal(data.length, window.rows * window.cols);
        data.forEach((value, i) => {
          const cell = [window.row + Math.floor(i / window.cols), window.col + (i % window.cols)] as const;
          assert.equal(value, cell[0] * 700 + cell[1]);
        });
      }),
    );
  });

  it('gives nothing where that would be too much at once', () => {
    assert.equal(regionOf(matrix, { row: 0, col: 0, rows: 600, cols: 700 }), undefined);
  });
});
