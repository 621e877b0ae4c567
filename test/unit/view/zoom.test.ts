import assert from 'node:assert/strict';
import { defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import type { Conv2dPlan } from '../../../src/engine/convolution/conv2dPlan';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import { isPlanProblem } from '../../../src/engine/planProblem';
import { wholePicture } from '../../../src/protocol/keptView';
import type { Zoom } from '../../../src/protocol/viewSettings';
import { cellsBox, type GridPlace } from '../../../src/view/layout/geometryBox';
import {
  broughtIn,
  mostScale,
  movedBy,
  scaledAt,
  seenThrough,
  zoomedPlace,
  zoomOfMap,
} from '../../../src/view/layout/zoom';

const place: GridPlace = { x: 40, y: 30, cell: 0.9, rows: 400, cols: 512 };
const view = { x: 40, y: 30, width: 512 * 0.9, height: 400 * 0.9 };

/** The cell, in parts, that lies under a point of the box, given by shares of it. */
function under(zoom: Zoom, x: number, y: number): readonly [row: number, col: number] {
  const at = zoomedPlace(place, zoom);
  return [(view.y + y * view.height - at.y) / at.cell, (view.x + x * view.width - at.x) / at.cell];
}

function planOf(size: number, kernel: number, more: Partial<typeof defaultConv2dParams>): Conv2dPlan {
  const plan = planConv2d([1, 1, size, size], [1, 1, kernel, kernel], { ...defaultConv2dParams, groups: 1, ...more });
  assert.ok(!isPlanProblem(plan));
  return plan;
}

describe('zoom', () => {
  it('keeps the cell under the pointer where it is, in and out', () => {
    for (const [x, y] of [
      [0, 0],
      [0.3, 0.7],
      [1, 1],
      [0.5, 0.01],
    ] as const) {
      const near = scaledAt(wholePicture, 7, { x, y });
      const nearer = scaledAt(near, 40, { x, y });
      for (const zoom of [near, nearer])
        for (const axis of [0, 1] as const)
          assert.ok(Math.abs((under(zoom, x, y)[axis] ?? 0) - (under(wholePicture, x, y)[axis] ?? 0)) < 1e-6);
      assert.deepEqual(scaledAt(nearer, 1, { x, y }), wholePicture);
    }
  });

  it('never shows what lies beside the picture', () => {
    let zoom = scaledAt(wholePicture, 5, { x: 0.2, y: 0.9 });
    for (const [x, y] of [
      [3, 0],
      [-9, 2],
      [0.1, -20],
      [0, 0.4],
    ] as const) {
      zoom = movedBy(zoom, x, y);
      const at = zoomedPlace(place, zoom);
      assert.ok(at.x <= view.x + 1e-9 && at.x + at.cols * at.cell >= view.x + view.width - 1e-6);
      assert.ok(at.y <= view.y + 1e-9 && at.y + at.rows * at.cell >= view.y + view.height - 1e-6);
    }
  });

  it('moves as a drag does, by the pixels of the pointer', () => {
    const before = scaledAt(wholePicture, 10, { x: 0.5, y: 0.5 });
    const after = movedBy(before, 30 / view.width, -12 / view.height);
    const [a, b] = [zoomedPlace(place, before), zoomedPlace(place, after)];
    assert.ok(Math.abs(b.x - a.x - 30) < 1e-6 && Math.abs(b.y - a.y + 12) < 1e-6);
  });

  it('brings a step into view by the shortest way, and leaves alone what is in view', () => {
    const zoom = scaledAt(wholePicture, 8, { x: 0, y: 0 });
    const seen = { x: 0.05, y: 0.05, width: 0.01, height: 0.01 };
    assert.deepEqual(broughtIn(zoom, seen), zoom);
    const far = broughtIn(zoom, { ...seen, x: 0.5 });
    assert.ok(Math.abs(far.left + 1 / 8 - 0.51) < 1e-9 && far.top === zoom.top);
  });

  it('shows in the map what the patches of the shown input give, with strides and large kernels too', () => {
    for (const plan of [
      planOf(512, 3, { padding: { kind: 'all', amount: 1 } }),
      planOf(512, 31, {}),
      planOf(900, 5, { strides: [3, 3] }),
    ])
      for (const scale of [1, 4, 20]) {
        const zoom = scaledAt(wholePicture, scale, { x: 0.4, y: 0.6 });
        const ofMap = zoomOfMap(zoom, plan);
        const { paddedSize, stride, span, outputSize } = plan.width;
        const centre = (ofMap.left + 0.5 / ofMap.scale) * outputSize - 0.5;
        const inInput = (centre * stride + span / 2) / paddedSize;
        assert.ok(scale === 1 || (inInput > zoom.left && inInput < zoom.left + 1 / zoom.scale));
        assert.ok(ofMap.left >= 0 && ofMap.left + 1 / ofMap.scale <= 1 + 1e-9);
      }
    assert.deepEqual(zoomOfMap(wholePicture, planOf(512, 3, {})), wholePicture);
  });

  it('reaches cells that can be read, and no larger ones', () => {
    for (const cell of [0.1, 0.9, 3]) assert.ok(Math.abs(cell * mostScale({ ...place, cell }) - 48) < 1e-9);
    assert.equal(mostScale({ ...place, cell: 60 }), 1);
  });

  it('cuts a box to what is seen of it', () => {
    const box = cellsBox({ ...place, cell: 10, x: 0, y: 0 }, 2, 3, 2, 2);
    assert.deepEqual(seenThrough(box, { x: 35, y: 0, width: 100, height: 25 }), { x: 35, y: 20, width: 15, height: 5 });
    assert.deepEqual(seenThrough(box, { x: 100, y: 0, width: 50, height: 50 }), {
      x: 100,
      y: 20,
      width: 0,
      height: 20,
    });
  });
});
