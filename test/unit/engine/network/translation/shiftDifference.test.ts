import assert from 'node:assert/strict';
import type { Fill, PerAxis } from '../../../../../src/engine/convolution/conv2dParams';
import { defaultLayer } from '../../../../../src/engine/network/defaultLayer';
import { drawnDigit } from '../../../../../src/engine/network/inputs/drawnDigit';
import type { NetworkLayer } from '../../../../../src/engine/network/networkLayer';
import { shiftDifference } from '../../../../../src/engine/network/translation/shiftDifference';
import { shiftPlanes } from '../../../../../src/engine/network/translation/shiftPlanes';
import { rowsOf } from '../../support';
import { conv, plannedStack, wholeTensor } from '../support';

const zeros: Fill = { kind: 'zeros' };
const circular: Fill = { kind: 'circular' };
const padded = { padding: { kind: 'all', amount: 1 } } as const;
const pool = defaultLayer('pool');

function shifted(
  layers: readonly NetworkLayer[],
  by: PerAxis,
  fill: Fill = zeros,
  image = wholeTensor([1, 12, 12], 3),
) {
  return shiftDifference(plannedStack(image.shape as [number, number, number], layers), image, { by, fill });
}

describe('shiftPlanes(planes, by, fill)', () => {
  it('moves down and to the right, and lets in what the fill says', () => {
    const planes = { shape: [1, 2, 3], data: Float64Array.of(1, 2, 3, 4, 5, 6) };
    assert.deepEqual(rowsOf(shiftPlanes(planes, [1, 0], zeros)), [
      [0, 0, 0],
      [1, 2, 3],
    ]);
    assert.deepEqual(rowsOf(shiftPlanes(planes, [0, -1], circular)), [
      [2, 3, 1],
      [5, 6, 4],
    ]);
    assert.deepEqual(rowsOf(shiftPlanes(planes, [0, 2], { kind: 'constant', value: 9 })), [
      [9, 9, 1],
      [9, 9, 4],
    ]);
    assert.deepEqual(rowsOf(shiftPlanes(planes, [-5, 0], { kind: 'replicate' })), [
      [4, 5, 6],
      [4, 5, 6],
    ]);
  });
});

describe('shiftDifference(stages, image, shift)', () => {
  it('finds that a convolution’s map moves with the image (S13)', () => {
    for (const by of [
      [0, 1],
      [2, -3],
      [-1, 0],
    ] as const) {
      const [stage] = shifted([conv({ filters: 3 })], by).stages;
      assert.deepEqual(stage!.expected, by);
      assert.ok(stage!.isWhole);
      assert.equal(stage!.following!.differing, 0);
      assert.equal(stage!.following!.compared, 3 * (10 - Math.abs(by[0])) * (10 - Math.abs(by[1])));
      assert.ok(stage!.staying.differing > 0);
    }
  });

  it('is exact everywhere, through any number of layers, where image and padding go round in a circle', () => {
    const layer = conv({ filters: 2, ...padded, fill: circular });
    const { stages, moved } = shifted([layer, defaultLayer('relu'), layer], [3, -2], circular);
    assert.ok(stages.every(({ following }) => following!.differing === 0));
    assert.equal(moved.activations.length, 3);
  });

  it('finds the border broken by zeros, and nothing inside', () => {
    const [first, second] = shifted([conv(padded), conv(padded)], [1, 0]).stages;
    for (const { following } of [first!, second!]) {
      assert.ok(following!.differing > 0);
      assert.equal(following!.inside.differing, 0);
      assert.ok(following!.inside.compared > 0);
    }
    // Row r is compared with row r − 1; the first and last row of the map, and its first and last column, see padding.
    assert.equal(first!.following!.compared, 11 * 12);
    assert.equal(first!.following!.inside.compared, 9 * 10);
    // Two layers reach two cells far.
    assert.equal(second!.following!.inside.compared, 7 * 8);
  });

  it('finds that a stride of 2 breaks what is no multiple of it, inside too', () => {
    const strided = conv({ strides: [2, 2] });
    const [odd] = shifted([strided], [0, 1]).stages;
    assert.deepEqual(odd!.expected, [0, 0.5]);
    assert.equal(odd!.isWhole, false);
    assert.ok(odd!.following!.inside.differing > 0);
    const [even] = shifted([strided], [2, 4]).stages;
    assert.deepEqual(even!.expected, [1, 2]);
    assert.equal(even!.following!.differing, 0);
    const [, pooled] = shifted([conv(), pool], [1, 0]).stages;
    assert.equal(pooled!.isWhole, false);
    assert.ok(pooled!.following!.inside.differing > 0);
  });

  it('finds that pooling and what follows changes less with the image, not that a convolution does', () => {
    const image = drawnDigit(3);
    const windows = { ...pool, window: [4, 4], strides: [4, 4] } as const;
    const { stages } = shifted([conv(padded), defaultLayer('relu'), windows], [0, 1], zeros, image);
    const share = ({ staying }: (typeof stages)[number]) => staying.differing / staying.compared;
    const means = stages.map(({ staying }, i) => {
      const values = [
        image,
        ...shifted([conv(padded), defaultLayer('relu'), windows], [0, 1], zeros, image).moved.activations,
      ];
      const size = values[i + 1]!.data.reduce((sum, value) => sum + Math.abs(value), 0) / values[i + 1]!.data.length;
      return staying.mean / size;
    });
    assert.ok(share(stages[0]!) > 0);
    assert.ok(means[2]! < means[1]! / 2, `${means}`);
  });

  it('has no place to compare behind a flattening, only values', () => {
    const [, flat] = shifted([conv(), defaultLayer('flatten')], [1, 1]).stages;
    assert.equal(flat!.expected, undefined);
    assert.equal(flat!.following, undefined);
    assert.equal(flat!.staying.compared, 100);
  });

  it('tells the largest difference and where it is', () => {
    const [stage] = shifted(
      [conv({ kernelSize: [1, 1], weights: { kind: 'typed', weights: [2], biases: [] } })],
      [0, 0],
    ).stages;
    assert.deepEqual([stage!.staying.largest, stage!.staying.largestAt], [0, undefined]);
    const identity = conv({ kernelSize: [1, 1], weights: { kind: 'typed', weights: [2], biases: [] } });
    const image = { shape: [1, 1, 3], data: Float64Array.of(0, 5, 0) };
    const [moved] = shifted([identity], [0, 1], zeros, image).stages;
    const { map, largest, largestAt, mean, differing } = moved!.staying;
    assert.deepEqual([...map.data], [0, -10, 10]);
    assert.deepEqual({ largest, largestAt, differing }, { largest: 10, largestAt: 1, differing: 2 });
    assert.equal(mean, 20 / 3);
  });
});
