import assert from 'node:assert/strict';
import { convParameters, denseParameters } from '../../../../src/engine/network/parameterArithmetic';

describe('denseParameters(inputShape, units)', () => {
  it('multiplies pixels by neurons, and adds a bias for each (S12)', () => {
    assert.deepEqual(denseParameters([1, 28, 28], 1000), {
      factors: [
        { name: 'rows', value: 28 },
        { name: 'cols', value: 28 },
        { name: 'channels', value: 1 },
        { name: 'units', value: 1000 },
      ],
      weights: 784_000,
      biases: 1000,
      total: 785_000,
    });
    const { weights, biases, total } = denseParameters([3, 224, 224], 1000);
    assert.deepEqual({ weights, biases, total }, { weights: 150_528_000, biases: 1000, total: 150_529_000 });
    assert.equal(denseParameters([784], 1000, false).total, 784_000);
  });
});

describe('convParameters(sizes)', () => {
  it('multiplies the kernel by channels and filters, whatever the size of the image (S12)', () => {
    const { factors, weights, biases, total } = convParameters({ channels: 3, filters: 64, kernelSize: [3, 3] });
    assert.deepEqual(
      factors.map(({ value }) => value),
      [3, 3, 3, 64],
    );
    assert.deepEqual({ weights, biases, total }, { weights: 1728, biases: 64, total: 1792 });
  });

  it('counts with groups the channels that a filter reads', () => {
    assert.equal(convParameters({ channels: 32, filters: 32, kernelSize: [3, 3], groups: 32 }).weights, 288);
  });
});
