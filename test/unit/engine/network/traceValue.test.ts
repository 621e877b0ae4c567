import assert from 'node:assert/strict';
import { defaultLayer } from '../../../../src/engine/network/defaultLayer';
import type { NetworkLayer } from '../../../../src/engine/network/networkLayer';
import { type NetworkRun, runNetwork } from '../../../../src/engine/network/runNetwork';
import { traceValue } from '../../../../src/engine/network/traceValue';
import { conv, plannedStack, transposed, wholeTensor } from './support';

function run(
  image: readonly [number, number, number] | readonly [number],
  layers: readonly NetworkLayer[],
): NetworkRun {
  return runNetwork(plannedStack(image, layers), wholeTensor(image, 9));
}

describe('traceValue(run, stage, index)', () => {
  it('adds up the channels of an RGB patch, and the bias, to the value (S11)', () => {
    const ran = run([3, 6, 6], [conv({ filters: 2 })]);
    for (const [index, value] of ran.activations[0]!.data.entries()) {
      const trace = traceValue(ran, 0, index);
      assert.ok(trace.kind === 'conv');
      assert.equal(trace.value, value);
      assert.equal(trace.explanation.sum, value);
      assert.equal(trace.explanation.terms.length, 27);
      assert.deepEqual(
        trace.channels.map(({ channel }) => channel),
        [0, 1, 2],
      );
      assert.equal(trace.channels[0]!.running, trace.channels[0]!.sum);
      assert.equal(trace.channels[2]!.running + trace.explanation.bias!, value);
    }
  });

  it('reads only the channels of the group', () => {
    const ran = run([4, 5, 5], [conv({ filters: 4, groups: 2 })]);
    const trace = traceValue(ran, 0, 3 * 9);
    assert.ok(trace.kind === 'conv');
    assert.deepEqual(trace.place, { channel: 3, row: 0, col: 0 });
    assert.deepEqual(
      trace.channels.map(({ channel }) => channel),
      [2, 3],
    );
  });

  it('explains every other layer by what it does', () => {
    const layers = [
      transposed({ filters: 2, kernelSize: [3, 3] }),
      defaultLayer('relu'),
      { ...defaultLayer('pool'), pooling: 'average' },
      defaultLayer('pool'),
      defaultLayer('flatten'),
      defaultLayer('dense'),
      defaultLayer('softmax'),
    ] as const;
    const ran = run([1, 5, 5], layers);
    for (const [stage, { data }] of ran.activations.entries()) {
      for (const [index, value] of data.entries()) {
        const trace = traceValue(ran, stage, index, 5);
        assert.equal(trace.value, value);
        assert.equal(remade(trace), value);
      }
    }
  });

  it('names the largest terms of a dense layer, and what the rest adds', () => {
    const weights = [1, -8, 3, 0, 5, 2];
    const dense = { ...defaultLayer('dense'), units: 1, weights: { kind: 'typed', weights, biases: [10] } } as const;
    const ran = runNetwork(plannedStack([6], [dense]), { shape: [6], data: Float64Array.of(1, 1, 2, 9, -1, 1) });
    const trace = traceValue(ran, 0, 0, 3);
    assert.ok(trace.kind === 'dense');
    const { largest, count, rest, bias, sum } = trace.explanation;
    assert.deepEqual(
      largest.map(({ input, product }) => [input, product]),
      [
        [1, -8],
        [2, 6],
        [4, -5],
      ],
    );
    assert.deepEqual({ count, rest, bias, sum }, { count: 6, rest: 3, bias: 10, sum: 6 });
  });

  it('names the cell that wins a pooling: of equal ones the first', () => {
    const ran = runNetwork(plannedStack([1, 2, 2], [defaultLayer('pool')]), {
      shape: [1, 2, 2],
      data: Float64Array.of(1, 7, 7, 0),
    });
    const trace = traceValue(ran, 0, 0);
    assert.ok(trace.kind === 'pool');
    assert.equal(trace.explanation.largestAt, 1);
  });
});

/** The value again, from what the trace says of it. */
function remade(trace: ReturnType<typeof traceValue>): number {
  switch (trace.kind) {
    case 'conv':
    case 'transposed':
    case 'dense':
      return trace.explanation.sum;
    case 'pool':
      return trace.pooling === 'max' ? trace.explanation.largest : trace.explanation.average;
    case 'relu':
      return Math.max(0, trace.input);
    case 'flatten':
      return trace.value;
    case 'softmax':
      assert.equal(trace.exponential, Math.exp(trace.input - trace.largest));
      return trace.exponential / trace.sum;
  }
}
