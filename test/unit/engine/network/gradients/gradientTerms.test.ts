import assert from 'node:assert/strict';
import { defaultLayer } from '../../../../../src/engine/network/defaultLayer';
import { backwardNetwork } from '../../../../../src/engine/network/gradients/backwardNetwork';
import {
  type GradientTerm,
  inputGradientTerms,
  weightGradientTerms,
} from '../../../../../src/engine/network/gradients/gradientTerms';
import type { NetworkLayer } from '../../../../../src/engine/network/networkLayer';
import { runNetwork } from '../../../../../src/engine/network/runNetwork';
import { indexOf, placeOf } from '../../../../../src/engine/network/valuePlace';
import { conv, plannedStack, transposed, wholeTensor } from '../support';

const padding = { kind: 'explicit', top: 1, bottom: 0, left: 2, right: 1 } as const;
const pool = { ...defaultLayer('pool'), window: [3, 2], strides: [2, 1] } as const;

const stacks: Readonly<Record<string, readonly NetworkLayer[]>> = {
  'a padded convolution with a stride and dilation': [
    conv({
      filters: 3,
      padding,
      strides: [2, 1],
      dilations: [1, 2],
      weights: { kind: 'seeded', seed: 3, spread: 'he' },
    }),
  ],
  'a convolution in groups': [conv({ filters: 4, groups: 2 })],
  'a transposed convolution': [transposed({ filters: 3, strides: [2, 2], kernelSize: [3, 2] })],
  'a transposed convolution in groups': [transposed({ filters: 4, groups: 2 })],
  'max pooling, its windows over each other': [{ ...pool, pooling: 'max' }],
  'mean pooling, its windows over each other': [{ ...pool, pooling: 'average' }],
  ReLU: [{ kind: 'relu' }],
  'flatten and dense': [{ kind: 'flatten' }, { ...defaultLayer('dense'), units: 5 }],
  softmax: [{ kind: 'flatten' }, { ...defaultLayer('dense'), units: 5 }, { kind: 'softmax' }],
};

/** In their order, from +0. */
function sumOf(terms: readonly GradientTerm[]): number {
  return terms.reduce((sum, { product }) => sum + product, 0);
}

function isClose(actual: number, expected: number, what: string): void {
  assert.ok(
    Math.abs(actual - expected) <= 1e-12 * Math.max(1, Math.abs(expected)),
    `${what}: ${actual}, not ${expected}`,
  );
}

describe('the terms of gradients', () => {
  for (const [name, layers] of Object.entries(stacks)) {
    const image = wholeTensor([2, 7, 8], 5);
    const run = runNetwork(plannedStack([2, 7, 8], layers), image);
    const stage = layers.length - 1;
    const gradient = wholeTensor(run.stages[stage]!.outputShape, 9);
    const { input, weights } = backwardNetwork(run, stage, gradient)[stage]!;

    it(`${name}: those of every input value add up to its gradient`, () => {
      const { inputShape } = run.stages[stage]!;
      for (const [index, expected] of input.data.entries()) {
        const place = placeOf(inputShape, index);
        const terms = inputGradientTerms(run, stage, gradient, place);
        assert.ok(terms);
        isClose(sumOf(terms), expected, JSON.stringify(place));
        for (const { gradient: own, at } of terms)
          assert.equal(own, gradient.data[indexOf(run.stages[stage]!.outputShape, at)]);
      }
    });

    if (weights !== undefined)
      it(`${name}: those of every weight add up to its gradient`, () => {
        const [filters = 0, ...rest] = weights.shape;
        const plane = rest.length === 1 ? ([rest[0]!] as const) : ([rest[0]!, rest[1]!, rest[2]!] as const);
        const cells = weights.data.length / filters;
        for (const [index, expected] of weights.data.entries()) {
          const place = { filter: Math.floor(index / cells), ...placeOf(plane, index % cells) };
          const terms = weightGradientTerms(run, stage, gradient, place);
          // A sum from +0 never is −0.
          assert.equal(sumOf(terms), expected + 0, JSON.stringify(place));
          for (const { gradient: own, at } of terms)
            assert.equal(own, gradient.data[indexOf(run.stages[stage]!.outputShape, at)]);
        }
      });
  }

  it('of a layer without weights there are none, and of copying paddings none are listed', () => {
    const copying = plannedStack([1, 4, 4], [conv({ padding, fill: { kind: 'replicate' } }), { kind: 'relu' }]);
    const run = runNetwork(copying, wholeTensor([1, 4, 4]));
    const gradient = wholeTensor(run.stages[1]!.outputShape);
    const first = { filter: 0, channel: 0, row: 0, col: 0 };
    assert.deepEqual(weightGradientTerms(run, 1, gradient, first), []);
    assert.equal(inputGradientTerms(run, 0, wholeTensor(run.stages[0]!.outputShape), first), undefined);
  });
});
