import assert from 'node:assert/strict';
import { conv2d } from '../../../../src/engine/convolution/conv2d';
import { presetById } from '../../../../src/engine/kernels/presets';
import { defaultLayer } from '../../../../src/engine/network/defaultLayer';
import { engineConvolve } from '../../../../src/engine/network/engineConvolve';
import { finished } from '../../../../src/engine/network/finished';
import { layerWeights } from '../../../../src/engine/network/layerWeights';
import { networkSteps, runNetwork } from '../../../../src/engine/network/runNetwork';
import { manualExample } from '../support';
import { conv, plannedStack, transposed, wholeTensor } from './support';

const usual = [
  conv({ filters: 6, padding: { kind: 'all', amount: 1 } }),
  defaultLayer('relu'),
  defaultLayer('pool'),
  conv({ filters: 8, groups: 2 }),
  defaultLayer('relu'),
  defaultLayer('flatten'),
  defaultLayer('dense'),
  defaultLayer('softmax'),
];

describe('runNetwork(stages, image)', () => {
  it('gives the map of the notebook’s manual example for its filter', () => {
    const weights = { kind: 'typed', weights: Array.from(manualExample.filter.data), biases: [] } as const;
    const stages = plannedStack([1, 5, 5], [conv({ weights })]);
    const run = runNetwork(stages, { shape: [1, 5, 5], data: manualExample.image.data });
    assert.deepEqual([...run.activations[0]!.data], [...manualExample.map.data]);
  });

  it('gives a channel’s mean the answer of a preset', () => {
    const stages = plannedStack(
      [2, 4, 4],
      [conv({ filters: 3, weights: { kind: 'preset', presets: ['sobelX', 'box'] } })],
    );
    const { data } = layerWeights(stages[0]!)!.weights;
    for (const [filter, id] of (['sobelX', 'box', 'sobelX'] as const).entries()) {
      const half = presetById(id)!.matrix.data.map((weight) => weight / 2);
      for (const channel of [0, 1]) assert.deepEqual(data.slice((filter * 2 + channel) * 9).slice(0, 9), half);
    }
  });

  it('gives the filters of transposed groups their presets', () => {
    const layer = transposed({
      filters: 4,
      groups: 2,
      kernelSize: [3, 3],
      weights: { kind: 'preset', presets: ['sobelX', 'sobelY', 'box', 'identity'] },
    });
    const stages = plannedStack([2, 1, 1], [layer]);
    const run = runNetwork(stages, { shape: [2, 1, 1], data: Float64Array.of(1, 10) });
    const ids = ['sobelX', 'sobelY', 'box', 'identity'] as const;
    const expected = ids.flatMap((id, filter) =>
      [...presetById(id)!.matrix.data].map((weight) => weight * (filter < 2 ? 1 : 10)),
    );
    assert.deepEqual([...run.activations[0]!.data], expected);
  });

  it('shares out all of 1 in a softmax', () => {
    const run = runNetwork(plannedStack([2, 16, 16], usual), wholeTensor([2, 16, 16]));
    const shares = run.activations.at(-1)!.data;
    assert.ok(shares.every((share) => share > 0));
    assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-15);
  });

  it('keeps a softmax of large values finite', () => {
    const run = runNetwork(plannedStack([3], [defaultLayer('softmax')]), {
      shape: [3],
      data: Float64Array.of(1e308, 1e308, -1e308),
    });
    assert.deepEqual([...run.activations[0]!.data], [0.5, 0.5, 0]);
  });

  it('runs as far as stages can be', () => {
    const run = runNetwork(plannedStack([1, 3, 3], [defaultLayer('relu')]).slice(0, 1), wholeTensor([1, 3, 3]));
    assert.equal(run.activations.length, 1);
  });
});

describe('networkSteps(stages, image, convolve)', () => {
  const stages = plannedStack(
    [3, 64, 64],
    [conv({ filters: 16 }), defaultLayer('relu'), conv({ filters: 16, strides: [2, 2] })],
  );
  const image = wholeTensor([3, 64, 64], 5);

  it('tells shares that grow up to 1', () => {
    const shares = [...networkSteps(stages, image)];
    assert.ok(shares.length > stages.length);
    assert.deepEqual(
      shares,
      shares.toSorted((one, other) => one - other),
    );
    assert.equal(shares.at(-1), 1);
  });

  it('gives on WebAssembly bit for bit what the loops give', () => {
    const loops = runNetwork(stages, image);
    const engine = finished(networkSteps(stages, image, engineConvolve()));
    for (const [i, { data }] of loops.activations.entries()) assert.deepEqual(engine.activations[i]!.data, data);
    const { plan } = stages[0]!;
    assert.ok(plan.kind === 'conv');
    const { weights, biases } = layerWeights(stages[0]!)!;
    assert.deepEqual(loops.activations[0]!.data, conv2d(plan.geometry, image, weights, biases).data);
  });

  it('gives back what it holds when it is stopped half way', () => {
    const steps = networkSteps(stages, image, engineConvolve());
    steps.next();
    assert.deepEqual(steps.return(undefined as never), { done: true, value: undefined });
  });
});
