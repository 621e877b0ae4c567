import assert from 'node:assert/strict';
import { layoutStage } from '../../../src/view/layout/layoutStage';
import type { StageLayout, StageRequest } from '../../../src/view/layout/stageLayout';

const sevenByThree: Omit<StageRequest, 'width' | 'height'> = {
  padded: [7, 7],
  input: [5, 5],
  kernel: [3, 3],
  span: [3, 3],
  map: [5, 5],
  level: 1,
  digits: { input: 1, kernel: 2, map: 2 },
  sideRail: false,
  sentence: 70,
  asRows: false,
  presenting: false,
};

function request(width: number, height: number, more: Partial<StageRequest> = {}): StageRequest {
  return { ...sevenByThree, width, height, ...more };
}

function assertInside({ width, height, input, kernel, glass, map, words, near }: StageLayout): void {
  const grids = [input, kernel, map, ...(near ? [near] : [])];
  const boxes = [
    ...grids.map((g) => ({ x: g.x, y: g.y, width: g.cols * g.cell, height: g.rows * g.cell })),
    glass,
    words,
  ];
  for (const box of boxes) {
    assert.ok(box.x >= 0 && box.x + box.width <= width + 0.5, `${JSON.stringify(box)} in ${width} wide`);
    assert.ok(box.y >= 0 && box.y + box.height <= height + 0.5, `${JSON.stringify(box)} in ${height} high`);
  }
}

describe('layoutStage', () => {
  it('fits 7 × 7 with 3 × 3 into half an editor without scrolling, high and low', () => {
    for (const [width, height] of [
      [760, 490],
      [760, 300],
      [1400, 650],
      [1000, 420],
      [280, 480],
    ] as const) {
      const layout = layoutStage(request(width, height));
      assert.ok(layout.height <= height, `${width} × ${height} needs ${layout.height}`);
      assertInside(layout);
    }
  });

  it('takes the bench where there is width, the vee where there is not', () => {
    assert.equal(layoutStage(request(1400, 650)).composition, 'bench');
    assert.equal(layoutStage(request(760, 490)).composition, 'bench');
    assert.equal(layoutStage(request(280, 480)).composition, 'vee');
  });

  it('keeps digits readable at half an editor and larger ones at full width', () => {
    assert.ok(layoutStage(request(760, 490)).input.cell >= 30);
    assert.ok(layoutStage(request(1400, 650)).input.cell >= 60);
  });

  it('gives larger cells to more room', () => {
    const cells = [500, 760, 1000, 1400].map((width) => layoutStage(request(width, 640)).input.cell);
    assert.deepEqual(
      cells,
      [...cells].sort((a, b) => a - b),
    );
  });

  it('lets map and input have cells of one size, level with the centre of the first patch', () => {
    const { input, map } = layoutStage(request(1400, 650));
    assert.equal(map.cell, input.cell);
    assert.equal(map.y, input.y + input.cell);
  });

  it('shows a large input as a picture beside its neighbourhood', () => {
    for (const [width, height] of [
      [1400, 640],
      [760, 500],
      [280, 500],
    ] as const) {
      const size = [514, 514] as const;
      const layout = layoutStage(
        request(width, height, { padded: size, input: [512, 512], map: [512, 512], sentence: 90 }),
      );
      assert.equal(layout.inputMode, 'picture');
      assert.ok(layout.near !== undefined && layout.near.rows * layout.near.cols <= 81);
      assertInside(layout);
    }
  });

  it('holds every kernel from 1 × 1 to 7 × 7, and rows, inside the stage', () => {
    for (let rows = 1; rows <= 7; rows++)
      for (let cols = 1; cols <= 7; cols++)
        for (const [width, height] of [
          [1400, 640],
          [760, 500],
        ] as const) {
          const more = {
            kernel: [rows, cols],
            span: [rows, cols],
            padded: [9, 9],
            input: [9, 9],
            map: [10 - rows, 10 - cols],
            level: 0,
          } as const;
          assertInside(layoutStage(request(width, height, { ...more, sentence: Math.min(90, rows * cols * 9) })));
        }
  });

  it('never throws, however small the room', () => {
    for (const width of [1, 60, 180, 400, 900])
      for (const height of [1, 50, 200, 2000]) assert.ok(layoutStage(request(width, height)).width >= 0);
  });
});
