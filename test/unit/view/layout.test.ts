import assert from 'node:assert/strict';
import { type Box, boxOf } from '../../../src/view/layout/geometryBox';
import { layoutStage as layoutWith } from '../../../src/view/layout/layoutStage';
import { pictureLayout } from '../../../src/view/layout/pictureLayout';
import type { StageLayout, StageRequest } from '../../../src/view/layout/stageLayout';
import { rowsHeight } from '../../../src/view/layout/stageLayout';
import { strideOnePlace } from '../../../src/view/layout/strideOnePlace';

const sevenByThree: Omit<StageRequest, 'width' | 'height'> = {
  padded: [7, 7],
  input: [5, 5],
  kernel: [3, 3],
  span: [3, 3],
  map: [5, 5],
  level: 1,
  digits: { input: 1, kernel: 2, map: 2 },
  sideRail: false,
  strided: false,
  sentence: 70,
  asRows: false,
  presenting: false,
};

const layoutStage = (of: StageRequest) => layoutWith(of, pictureLayout);

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

/** Rows and columns of inputs and of their kernels, and the padding. */
const matrices = [
  [3, 3, 2, 2, 0],
  [5, 5, 3, 3, 1],
  [9, 9, 5, 5, 2],
  [9, 9, 7, 7, 0],
  [9, 9, 7, 7, 3],
  [5, 12, 1, 5, 0],
  [9, 6, 5, 1, 0],
  [1, 9, 1, 3, 0],
  [1, 28, 1, 3, 1],
  [28, 28, 3, 3, 0],
  [28, 28, 7, 7, 3],
  [20, 20, 11, 11, 0],
  [28, 28, 15, 15, 0],
  [39, 39, 25, 25, 1],
  [64, 64, 20, 20, 0],
  [100, 100, 40, 40, 0],
  [512, 512, 3, 3, 0],
  [512, 512, 41, 41, 0],
  [1080, 1920, 7, 7, 0],
] as const;

function isOver(a: Box, b: Box): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 1 && down > 1;
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

  it('leaves room for the step’s rows, and larger cells to a presentation', () => {
    for (const [width, height] of [
      [1400, 650],
      [760, 490],
      [280, 480],
    ] as const) {
      const layout = layoutStage(request(width, height, { asRows: true }));
      assertInside(layout);
      assert.ok(layout.words.height >= rowsHeight);
    }
    const presenting = layoutStage(request(1400, 800, { presenting: true }));
    assertInside(presenting);
    assert.equal(presenting.indices, 0);
    assert.ok(presenting.input.cell >= layoutStage(request(1400, 650)).input.cell);
    for (const height of [640, 760, 900, 1100])
      for (const width of [280, 700, 760, 1000])
        assertInside(layoutStage(request(width, height, { presenting: true })));
  });

  it('puts the map at stride 1 where it covers nothing, or leaves it out', () => {
    for (const [width, height] of [
      [1400, 650],
      [760, 490],
      [620, 360],
      [280, 480],
    ] as const)
      for (const stride of [2, 3]) {
        const map = Math.floor(4 / stride) + 1;
        const layout = layoutStage(request(width, height, { map: [map, map], strided: true, sideRail: true }));
        const place = strideOnePlace(layout, 5, 5);
        if (place === undefined) continue;
        assert.ok(place.x + place.cols * place.cell <= width);
        assert.ok(place.y + place.rows * place.cell <= (layout.legend?.y ?? 0));
        const below = place.y >= layout.map.y + map * layout.map.cell;
        assert.ok(below || place.x >= layout.map.x + map * layout.map.cell);
      }
    assert.ok(strideOnePlace(layoutStage(request(1400, 650, { map: [2, 2], strided: true })), 3, 3));
  });

  it('has the message in the middle where there is no convolution', () => {
    for (const width of [280, 760, 1400]) {
      const { words, kernel, input } = layoutStage(request(width, 640, { map: [0, 0] }));
      assert.ok(Math.abs(words.x + words.width / 2 - width / 2) <= 1);
      assert.ok(words.y >= Math.max(kernel.y + kernel.rows * kernel.cell, input.y + input.rows * input.cell));
    }
  });

  it('holds a 7 × 7 kernel in a sidebar without scrolling', () => {
    const more = { padded: [18, 18], input: [12, 12], kernel: [7, 7], span: [7, 7], map: [12, 12], level: 3 } as const;
    const layout = layoutStage(request(280, 513, { ...more, sentence: 90 }));
    assert.ok(layout.height <= 513, `${layout.height}`);
  });

  it('needs no scroll bar and covers nothing, from 3 × 3 to 1080p and kernels to 41 × 41', () => {
    const windows = [
      [1390, 609],
      [990, 328],
      [750, 448],
      [750, 410],
      [750, 300],
      [535, 530],
      [500, 600],
      [270, 460],
    ] as const;
    for (const [width, height] of windows)
      for (const [rows, cols, tall, wide, padding] of matrices) {
        const padded = [rows + 2 * padding, cols + 2 * padding] as const;
        const kernel = [tall, wide] as const;
        const map = [padded[0] - tall + 1, padded[1] - wide + 1] as const;
        const more = {
          padded,
          input: [rows, cols],
          kernel,
          span: kernel,
          map,
          level: Math.floor((tall - 1) / 2),
        } as const;
        const sentence = tall * wide > 25 ? 90 : tall * wide * 7;
        const layout = layoutStage(request(width, height, { ...more, sentence }));
        const told = `${rows} × ${cols} with ${tall} × ${wide} in ${width} × ${height}`;
        assert.ok(layout.height <= height + 0.5, `${told} needs ${layout.height}`);
        assertInside(layout);
        const { input, glass, words, near } = layout;
        const boxes = [...[input, layout.kernel, layout.map, ...(near ? [near] : [])].map(boxOf), glass, words];
        for (const [index, box] of boxes.entries())
          for (const other of boxes.slice(index + 1)) assert.ok(!isOver(box, other), `${told}: one covers another`);
      }
  });

  it('keeps the digits of 5 × 5, padded, in every window, and with rows in all but sidebars', () => {
    for (const [width, height] of [
      [750, 448],
      [750, 300],
      [990, 328],
      [270, 460],
    ] as const)
      for (const asRows of width < 620 ? [false] : [false, true])
        assert.ok(layoutStage(request(width, height, { asRows })).input.cell >= 17, `${width} × ${height}`);
  });

  it('never throws, however small the room', () => {
    for (const width of [1, 60, 180, 400, 900])
      for (const height of [1, 50, 200, 2000]) assert.ok(layoutStage(request(width, height)).width >= 0);
  });
});
