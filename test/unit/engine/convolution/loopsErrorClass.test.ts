import assert from 'node:assert/strict';
import { conv2d } from '../../../../src/engine/convolution/conv2d';
import { defaultConv2dParams } from '../../../../src/engine/convolution/conv2dParams';
import { loopsErrorClass } from '../../../../src/engine/convolution/loopsErrorClass';
import { planConv2d } from '../../../../src/engine/convolution/planConv2d';
import { isPlanProblem } from '../../../../src/engine/planProblem';

const plan = planConv2d([1, 3], [1, 3], defaultConv2dParams);

function errorOf(input: readonly number[], kernel: readonly number[]) {
  assert.ok(!isPlanProblem(plan));
  return loopsErrorClass(plan, Float64Array.from(input), Float64Array.from(kernel));
}

describe('loopsErrorClass(plan, input, kernel)', () => {
  it('is exact for whole numbers whose sums a double holds', () => {
    assert.deepEqual(errorOf([1, -2, 3], [4, 5, -6]), { kind: 'exact' });
    assert.equal(errorOf([2 ** 52, 2 ** 52, 1], [1, 1, 1]).kind, 'bounded');
  });

  it('is exact where all of the input is 0, whatever it is weighed with', () => {
    assert.deepEqual(errorOf([0, -0, 0], [2 ** 53, 2 ** 53, 2 ** 53]), { kind: 'exact' });
  });

  it('bounds what 0.1 + 0.2 − 0.3 is off by', () => {
    assert.ok(!isPlanProblem(plan));
    const tensor = (data: readonly number[]) => ({ shape: [1, 3], data: Float64Array.from(data) });
    const [value = Number.NaN] = conv2d(plan, tensor([0.1, 0.2, 0.3]), tensor([1, 1, -1])).data;
    const error = errorOf([0.1, 0.2, 0.3], [1, 1, -1]);
    // The doubles nearest to 0.1, 0.2 and 0.3 add up to 2⁻⁵⁵ exactly.
    assert.ok(error.kind === 'bounded' && Math.abs(value - 2 ** -55) <= error.bound && error.bound < 1e-14);
  });

  it('promises nothing about what is not finite, wherever it stands', () => {
    for (const data of [
      [Number.NaN, 1, 2],
      [1, Number.NaN, 0],
      [1, 2, Number.POSITIVE_INFINITY],
    ])
      assert.deepEqual(errorOf(data, [1, 1, 1]), { kind: 'bounded', bound: Number.POSITIVE_INFINITY });
  });
});
