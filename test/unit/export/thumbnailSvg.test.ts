import assert from 'node:assert/strict';
import { matrixOf } from '../../../src/engine/tensor';
import { thumbnailSvg } from '../../../src/export/thumbnailSvg';

function fills(address: string): ReadonlyMap<string, number> {
  const svg = atob(address.slice(address.indexOf(',') + 1));
  const paths = [...svg.matchAll(/<path fill="(#[0-9a-f]{6})" d="([^"]*)"/g)];
  return new Map(paths.map(([, fill, path]) => [fill ?? '', path?.match(/M/g)?.length ?? 0]));
}

describe('thumbnailSvg(matrix, isDark)', () => {
  it('draws one square a cell, the lowest darkest and the highest lightest', () => {
    assert.deepEqual(
      [...fills(thumbnailSvg(matrixOf([[-1, 0, 1]]), true))],
      [
        ['#181818', 1],
        ['#848484', 1],
        ['#f0f0f0', 1],
      ],
    );
  });

  it('draws one grey where all values are the same, and nothing for what is not finite', () => {
    assert.deepEqual([...fills(thumbnailSvg(matrixOf([[7, 7]]), true)).values()], [2]);
    assert.equal(fills(thumbnailSvg(matrixOf([[Number.NaN]]), true)).size, 0);
  });

  it('stays far below the 100 kB that a hover holds, however large the matrix', () => {
    for (const [rows, cols] of [
      [40, 40],
      [2000, 1000],
      [1, 2_000_000],
    ] as const) {
      const data = new Float64Array(rows * cols).map((_, i) => (i * 7919) % 251);
      assert.ok(thumbnailSvg({ shape: [rows, cols], data }, false).length < 60_000);
    }
  });
});
