import assert from 'node:assert/strict';
import { defaultLayer } from '../../../../../src/engine/network/defaultLayer';
import { neighbourDistances, rowPlace } from '../../../../../src/engine/network/flattening/rowPlace';
import { shuffleComparison } from '../../../../../src/engine/network/flattening/shuffleComparison';
import { shufflePixels } from '../../../../../src/engine/network/flattening/shufflePixels';
import { drawnDigit } from '../../../../../src/engine/network/inputs/drawnDigit';
import { runNetwork } from '../../../../../src/engine/network/runNetwork';
import { seededOrder } from '../../../../../src/engine/network/seededNumber';
import { conv, plannedStack, wholeTensor } from '../support';

describe('rowPlace(shape, order, place)', () => {
  it('is where the flatten layer puts a value, channels first (S16)', () => {
    const image = wholeTensor([3, 4, 5]);
    const { data } = runNetwork(plannedStack([3, 4, 5], [defaultLayer('flatten')]), image).activations[0]!;
    assert.equal(data[rowPlace([3, 4, 5], 'chw', { channel: 2, row: 1, col: 3 })], image.data[2 * 20 + 8]);
  });

  it('meets every place of a row once in both orders: H×W×C → H·W·C', () => {
    for (const order of ['chw', 'hwc'] as const) {
      const places = new Set<number>();
      for (let channel = 0; channel < 3; channel++)
        for (let row = 0; row < 4; row++)
          for (let col = 0; col < 5; col++) places.add(rowPlace([3, 4, 5], order, { channel, row, col }));
      assert.deepEqual(
        [...places].sort((a, b) => a - b),
        Array.from({ length: 60 }, (_, i) => i),
      );
    }
  });

  it('tears neighbours apart: of 28×28 the cell below is 28 places away', () => {
    assert.deepEqual(neighbourDistances([1, 28, 28], 'chw'), { right: 1, below: 28, nextChannel: 784 });
    assert.deepEqual(neighbourDistances([3, 32, 32], 'chw'), { right: 1, below: 32, nextChannel: 1024 });
    assert.deepEqual(neighbourDistances([3, 32, 32], 'hwc'), { right: 3, below: 96, nextChannel: 1 });
    const shape = [3, 5, 4] as const;
    for (const order of ['chw', 'hwc'] as const) {
      const at = (channel: number, row: number, col: number) => rowPlace(shape, order, { channel, row, col });
      const { right, below, nextChannel } = neighbourDistances(shape, order);
      assert.deepEqual(
        [right, below, nextChannel],
        [at(0, 0, 1), at(0, 1, 0), at(1, 0, 0)].map((place) => place - at(0, 0, 0)),
      );
    }
  });
});

describe('shuffling pixels', () => {
  const order = seededOrder(7, 28 * 28);
  const image = drawnDigit(5) as ReturnType<typeof drawnDigit> & { shape: [number, number, number] };
  const layers = { dense: { ...defaultLayer('dense'), units: 20 }, conv: conv({ filters: 2 }) } as const;

  it('keeps every pixel, in one order for all channels', () => {
    assert.deepEqual(
      [...order].sort((a, b) => a - b),
      Array.from({ length: 784 }, (_, i) => i),
    );
    const two = wholeTensor([2, 3, 3]);
    const shuffled = shufflePixels(two, Int32Array.of(8, 0, 1, 2, 3, 4, 5, 6, 7));
    assert.deepEqual([...shuffled.data.slice(0, 3)], [two.data[8], two.data[0], two.data[1]]);
    assert.deepEqual([...shuffled.data.slice(9, 12)], [two.data[17], two.data[9], two.data[10]]);
  });

  it('changes nothing for a dense layer, and everything for a convolution (S16)', () => {
    const compared = shuffleComparison(image, order, layers);
    assert.ok('dense' in compared);
    const { dense, conv: map } = compared;
    assert.ok(dense.largest <= dense.rounding, `${dense.largest}`);
    assert.ok(dense.rounding < 1e-9);
    assert.ok(map.differing > map.before.data.length / 4);
    assert.ok(map.largestSorted > 1, `${map.largestSorted}`);
  });

  it('is exact for a dense layer with whole weights', () => {
    const weights = { kind: 'typed', weights: [...wholeTensor([784]).data], biases: [3] } as const;
    const compared = shuffleComparison(image, order, { ...layers, dense: { ...layers.dense, units: 1, weights } });
    assert.ok('dense' in compared);
    assert.equal(compared.dense.largest, 0);
    const stages = plannedStack([1, 28, 28], [defaultLayer('flatten'), { ...layers.dense, units: 1, weights }]);
    assert.deepEqual(compared.dense.before, runNetwork(stages, image).activations[1]!.data);
  });

  it('says why a layer cannot be', () => {
    const compared = shuffleComparison(image, order, { ...layers, conv: conv({ kernelSize: [29, 29] }) });
    assert.ok('problem' in compared);
    assert.equal(compared.problem, 'kernel-larger-than-input');
  });
});
