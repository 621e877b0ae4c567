import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { backwardNetwork } from '../../../../src/engine/network/gradients/backwardNetwork';
import { layerWeights } from '../../../../src/engine/network/layerWeights';
import type { NetworkLayer } from '../../../../src/engine/network/networkLayer';
import type { StageShape } from '../../../../src/engine/network/networkStage';
import { runNetwork } from '../../../../src/engine/network/runNetwork';
import { cellCount } from '../../../../src/engine/shape4';
import type { Tensor } from '../../../../src/engine/tensor';
import { assertNear, plannedStack, wholeNumbers } from './support';

/** Every `step`-th number of an array, from the first on. */
interface Some {
  readonly step: number;
  readonly values: readonly number[];
}

interface NetworkCase {
  readonly name: string;
  readonly seed: number;
  readonly image: StageShape;
  readonly layers: readonly NetworkLayer[];
  readonly shapes: readonly StageShape[];
  readonly parameters: readonly number[];
  readonly output: Some;
  readonly imageGradient: Some;
  /** For each layer dL/dW and dL/db, as far as it has them. */
  readonly gradients: readonly (readonly Some[])[];
}

/** Stacks of PyTorch 1.13.0; `test/fixtures/makeNetworks.py` makes them. */
const cases: readonly NetworkCase[] = readFileSync('test/fixtures/networks.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));

/** PyTorch adds in another order: a few roundings of sums of up to some thousand terms. */
const bound = 1e-11;

function assertSome(actual: Float64Array, { step, values }: Some, what: string): void {
  assert.equal(Math.ceil(actual.length / step), values.length, what);
  for (const [i, value] of values.entries()) assertNear(actual[i * step], value, bound, `${what} ${i * step}`);
}

function ran({ image, layers, seed }: NetworkCase) {
  const stages = plannedStack(image, layers);
  const data = wholeNumbers(seed, cellCount(image), 19);
  return runNetwork(stages, { shape: image, data });
}

describe('networks as PyTorch 1.13.0 computes them', () => {
  it('are at least sixty', () => assert.ok(cases.length >= 60));

  for (const given of cases) {
    it(`${given.name}: sizes, parameters, values`, () => {
      const run = ran(given);
      assert.deepEqual(
        run.stages.map(({ outputShape }) => outputShape),
        given.shapes,
      );
      assert.deepEqual(
        run.stages.map(({ parameters }) => parameters.weights + parameters.biases),
        given.parameters,
      );
      assert.deepEqual(
        run.stages.map((stage) => {
          const learned = layerWeights(stage);
          return (learned?.weights.data.length ?? 0) + (learned?.biases?.length ?? 0);
        }),
        given.parameters,
      );
      assertSome(run.activations.at(-1)!.data, given.output, 'output');
    });

    it(`${given.name}: gradients`, () => {
      const run = ran(given);
      const { shape, data } = run.activations.at(-1)!;
      const upstream: Tensor = { shape, data: wholeNumbers(given.seed + 1, data.length, 7) };
      const gradients = backwardNetwork(run, run.stages.length - 1, upstream);
      assert.deepEqual(gradients[0]!.input.shape, given.image);
      assertSome(gradients[0]!.input.data, given.imageGradient, 'dL/dX');
      for (const [stage, [weights, biases]] of given.gradients.entries()) {
        const own = gradients[stage]!;
        assert.equal(own.weights !== undefined, weights !== undefined);
        assert.equal(own.biases !== undefined, biases !== undefined);
        if (weights) assertSome(own.weights!.data, weights, `dL/dW of layer ${stage}`);
        if (biases) assertSome(own.biases!, biases, `dL/db of layer ${stage}`);
      }
    });
  }
});
