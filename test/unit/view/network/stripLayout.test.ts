import assert from 'node:assert/strict';
import type { StageShape } from '../../../../src/engine/network/networkStage';
import { columnGap, mostMaps, stripLayout } from '../../../../src/view/network/layers/stripLayout';

const usual: readonly StageShape[] = [
  [1, 28, 28],
  [4, 26, 26],
  [4, 26, 26],
  [4, 13, 13],
  [6, 11, 11],
  [726],
  [10],
  [10],
];

const layout = (shapes: readonly (StageShape | undefined)[], width: number, height: number, isStacked = false) =>
  stripLayout({
    columns: shapes.map((shape) => ({ shape, isRefused: false, isColoured: false })),
    width,
    height,
    isStacked,
    letters: 13,
    fronts: shapes.map(() => 0),
  });

describe('the strip’s places', () => {
  const sizes: readonly (readonly [number, number])[] = [
    [1400, 480],
    [1400, 300],
    [760, 300],
    [280, 200],
    [2400, 900],
  ];
  for (const [width, height] of sizes)
    for (const isStacked of [false, true])
      it(`have one scale for all maps, beside and below each other without overlap, at ${width} × ${height}${isStacked ? ', stacked' : ''}`, () => {
        const places = layout(usual, width, height, isStacked);
        for (const [index, column] of places.columns.entries()) {
          const shape = usual[index]!;
          const before = places.columns[index - 1];
          if (before) assert.ok(column.x >= before.x + before.width + columnGap - 1e-9);
          if (shape.length === 1) continue;
          assert.equal(column.maps.length, shape[0]);
          for (const map of column.maps) {
            assert.ok(Math.abs(map.width - shape[2] * places.scale) < 1e-9);
            assert.ok(Math.abs(map.height - shape[1] * places.scale) < 1e-9);
            assert.ok(map.x >= column.x - 1 && map.x + map.width <= column.x + column.width + 1);
          }
        }
      });

  it('fit into the width where there is enough of it', () => {
    const places = layout(usual, 1400, 480);
    assert.ok(places.width <= 1400);
    for (const { maps } of places.columns) for (const { y, height } of maps) assert.ok(y + height <= 480);
  });

  it('show no more maps than can be looked at, and count the rest', () => {
    const { columns } = layout(
      [
        [3, 32, 32],
        [100, 30, 30],
      ],
      1400,
      480,
    );
    assert.equal(columns[1]!.maps.length, mostMaps);
    assert.equal(columns[1]!.hidden, 100 - mostMaps);
  });

  it('have room for a row of any length', () => {
    for (const values of [1, 10, 24, 100, 1024, 71_286, 1_000_000]) {
      const { row, width } = layout([[values]], 1400, 400).columns[0]!;
      assert.ok(row);
      assert.ok(row.perRun * Math.ceil(values / row.perRun) >= values);
      assert.ok(row.width <= width && row.height <= 400 + 1e-6, `${values}: ${row.width} × ${row.height}`);
    }
  });

  it('have a place for a stage without a shape', () => {
    const { columns } = layout([[1, 5, 5], undefined], 600, 300);
    assert.deepEqual(columns[1]!.maps, []);
    assert.ok(columns[1]!.width > 0);
  });
});
