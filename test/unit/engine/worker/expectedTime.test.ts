import assert from 'node:assert/strict';
import type { Conv2dParams } from '../../../../src/engine/convolution/conv2dParams';
import { defaultConv2dParams } from '../../../../src/engine/convolution/conv2dParams';
import { planConv2d } from '../../../../src/engine/convolution/planConv2d';
import { isPlanProblem } from '../../../../src/engine/planProblem';
import { expectedTime } from '../../../../src/engine/worker/expectedTime';

function timeOf(
  side: number,
  kernelSide: number,
  params: Partial<Conv2dParams> = {},
  weight = (i: number) => (i * i) % 11,
) {
  const plan = planConv2d([side, side], [kernelSide, kernelSide], { ...defaultConv2dParams, ...params });
  assert.ok(!isPlanProblem(plan));
  return expectedTime(
    plan,
    Float64Array.from({ length: kernelSide ** 2 }, (_, i) => weight(i)),
  );
}

describe('expectedTime(plan, kernel)', () => {
  it('grows with the picture, also where the kernel is a single number', () => {
    for (const side of [1, 3, 40, 200]) assert.ok(timeOf(2000, side) > timeOf(1000, side));
  });

  it('does not grow with the square of a kernel that a transform takes', () => {
    assert.ok(timeOf(2000, 120) < 3 * timeOf(2000, 40));
  });

  it('is less for a kernel that is a column times a row', () => {
    const params = { strides: [1, 1], dilations: [40, 40] } as const;
    assert.ok(timeOf(3000, 21, params, () => 1) < timeOf(3000, 21, params));
  });

  it('is more for a stride at which no transform helps, although there are fewer sums', () => {
    assert.ok(timeOf(1000, 15, { strides: [2, 2] }) > timeOf(1000, 15) / 2);
  });
});
