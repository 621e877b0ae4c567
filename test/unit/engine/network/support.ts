import assert from 'node:assert/strict';
import { defaultLayer } from '../../../../src/engine/network/defaultLayer';
import type { ConvLayer, NetworkLayer, TransposedLayer } from '../../../../src/engine/network/networkLayer';
import type { PlannedStage, StageShape } from '../../../../src/engine/network/networkStage';
import { planNetwork } from '../../../../src/engine/network/planNetwork';
import { plannedStages } from '../../../../src/engine/network/runNetwork';
import type { Tensor } from '../../../../src/engine/tensor';

/** Whole numbers around 0, the same ones that `test/fixtures/makeNetworks.py` draws: the generator of Numerical Recipes. */
export function wholeNumbers(seed: number, count: number, span: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return ((state >>> 16) % span) - Math.floor(span / 2);
  });
}

/** A tensor of such numbers, from −9 to 9. */
export function wholeTensor(shape: readonly number[], seed = 1): Tensor {
  const count = shape.reduce((product, side) => product * side, 1);
  return { shape, data: wholeNumbers(seed, count, 19) };
}

/** The stages of a stack that must all be there. */
export function plannedStack(image: StageShape, layers: readonly NetworkLayer[]): readonly PlannedStage[] {
  const stages = planNetwork(image, layers);
  const planned = plannedStages(stages);
  assert.equal(planned.length, layers.length, JSON.stringify(stages.find(({ kind }) => kind === 'refused')));
  return planned;
}

/** A convolution that differs from the usual one as said. */
export function conv(more: Partial<ConvLayer> = {}): ConvLayer {
  return { ...defaultLayer('conv'), filters: 1, ...more };
}

/** A transposed convolution that differs from the usual one as said. */
export function transposed(more: Partial<TransposedLayer> = {}): TransposedLayer {
  return { ...defaultLayer('transposed'), filters: 1, ...more };
}

/** Fails unless two numbers lie no further apart than `bound` times the larger of 1 and the expected one. */
export function assertNear(actual: number | undefined, expected: number, bound: number, what: string): void {
  const isNear = Math.abs(actual! - expected) <= bound * Math.max(1, Math.abs(expected));
  assert.ok(isNear, `${what}: ${actual}, expected ${expected}`);
}
