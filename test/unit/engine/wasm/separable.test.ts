import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conv2d } from '../../../../src/engine/convolution/conv2d';
import { separablePath } from '../../../../src/engine/wasm/separablePath';
import { assertSame, planned, type Setting } from '../support';
import { furthest, largestOf, machines, pathSettingOf, precisions, runOnPadded, wideSettings } from './runOnPadded';

const real = fc.double({ min: -1, max: 1, noNaN: true });
const small = fc.integer({ min: -9, max: 9 });

/** The same convolution with each plane of its kernel the product of the plane's first column and first row. */
function ofRankOne(setting: Setting): Setting {
  const [outputs, , rows, columns] = setting.plan.kernelShape;
  const { shape, data } = setting.kernel;
  const product = data.map((_, i) => {
    const start = i - (i % (rows * columns));
    const column = i % columns;
    const row = Math.floor((i - start) / columns);
    return data[start + row * columns]! * data[start + column]!;
  });
  assert.equal(product.length, outputs * rows * columns);
  return { ...setting, kernel: { shape, data: product } };
}

function hasZeroPlane({ plan, kernel }: Setting): boolean {
  const cells = plan.height.kernelSize * plan.width.kernelSize;
  return Array.from({ length: plan.outputChannels }, (_, o) => kernel.data.subarray(o * cells, (o + 1) * cells)).some(
    (plane) => plane.every((weight) => Math.abs(weight) < 1e-30),
  );
}

const rankOne = (numbers: fc.Arbitrary<number>) =>
  wideSettings(numbers, true)
    .map(ofRankOne)
    .filter((setting) => !hasZeroPlane(setting));

describe('separablePath', () => {
  for (const precision of precisions) {
    for (const used of machines) {
      const name = `${precision}, ${used.isRelaxed ? 'relaxed' : 'plain'}`;

      it(`gives what conv2d gives, within its bound, for any plan (${name})`, () => {
        fc.assert(
          fc.property(rankOne(real), (drawn) => {
            const { rounded, setting } = pathSettingOf(used, drawn, precision);
            const path = separablePath(setting);
            assert.ok(path);
            const expected = conv2d(rounded.plan, rounded.input, rounded.kernel, rounded.bias).data;
            const apart = furthest(runOnPadded(setting, path.runner, rounded.input), expected);
            path.runner.release?.();
            const error = path.errorClass(largestOf(rounded.input.data), () => false);
            assert.ok(error.kind === 'bounded' && apart <= error.bound, `${apart}`);
          }),
          { numRuns: 200 },
        );
      });

      it(`is exact for whole numbers (${name})`, () => {
        fc.assert(
          fc.property(rankOne(small), (drawn) => {
            const { rounded, setting } = pathSettingOf(used, drawn, precision);
            const path = separablePath(setting);
            assert.ok(path);
            assert.deepEqual(
              path.errorClass(9, () => true),
              { kind: 'exact' },
            );
            const expected = conv2d(rounded.plan, rounded.input, rounded.kernel, rounded.bias).data;
            assertSame(runOnPadded(setting, path.runner, rounded.input), expected);
            path.runner.release?.();
          }),
          { numRuns: 200 },
        );
      });

      it(`gives the same bits in bands of any order on two lanes (${name})`, () => {
        const plan = planned([1, 1, 90, 611], [1, 1, 15, 15], { padding: { kind: 'same_upper' } });
        const kernel = { shape: plan.kernelShape, data: new Float64Array(225).fill(1 / 225) };
        const input = { shape: plan.inputShape, data: new Float64Array(90 * 611).map((_, i) => Math.sin(i)) };
        const { rounded, setting } = pathSettingOf(used, { plan, kernel, input, bias: undefined }, precision);
        const path = separablePath(setting);
        assert.ok(path);
        const whole = runOnPadded(setting, path.runner, rounded.input);
        const bands = [
          { from: 61, to: 90, lane: 1 },
          { from: 0, to: 3, lane: 0 },
          { from: 3, to: 61, lane: 1 },
        ];
        assertSame(runOnPadded(setting, path.runner, rounded.input, bands), whole);
        path.runner.release?.();
      });
    }
  }

  it('keeps NaN and infinities to the patches that hold them', () => {
    const plan = planned([1, 1, 40, 40], [1, 1, 3, 3]);
    const data = new Float64Array(1600);
    data[20 * 40 + 20] = Number.POSITIVE_INFINITY;
    const drawn = {
      plan,
      input: { shape: plan.inputShape, data },
      kernel: { shape: plan.kernelShape, data: Float64Array.from([1, 2, 1, 2, 4, 2, 1, 2, 1]) },
      bias: undefined,
    };
    const { rounded, setting } = pathSettingOf(machines[0]!, drawn, 'float32');
    const path = separablePath(setting)!;
    assert.equal(path.spreads, false);
    assertSame(runOnPadded(setting, path.runner, rounded.input), conv2d(plan, rounded.input, rounded.kernel).data);
    path.runner.release?.();
  });

  it('says when whole numbers leave those that a precision holds', () => {
    const plan = planned([1, 1, 9, 9], [1, 1, 3, 3]);
    const kernel = { shape: plan.kernelShape, data: Float64Array.from([1, 2, 1, 2, 4, 2, 1, 2, 1]) };
    const input = { shape: plan.inputShape, data: new Float64Array(81) };
    const { setting } = pathSettingOf(machines[0]!, { plan, kernel, input, bias: undefined }, 'float32');
    const path = separablePath(setting)!;
    // The weights add up to 16, and 16 · 2²⁰ is 2²⁴.
    assert.deepEqual(
      path.errorClass(2 ** 20, () => true),
      { kind: 'exact' },
    );
    assert.equal(path.errorClass(2 ** 20 + 1, () => true).kind, 'bounded');
    assert.equal(path.errorClass(1, () => false).kind, 'bounded');
    path.runner.release?.();
  });

  it('takes no kernel of a higher rank, and no group of several channels', () => {
    const laplacian = planned([1, 1, 9, 9], [1, 1, 3, 3]);
    const data = Float64Array.from([0, 1, 0, 1, -4, 1, 0, 1, 0]);
    const input = { shape: laplacian.inputShape, data: new Float64Array(81) };
    const drawn = { plan: laplacian, kernel: { shape: [3, 3], data }, input, bias: undefined };
    assert.equal(separablePath(pathSettingOf(machines[0]!, drawn, 'float32').setting), undefined);
    const channels = planned([1, 2, 9, 9], [1, 2, 3, 3]);
    const ones = { shape: channels.kernelShape, data: new Float64Array(18).fill(1) };
    const two = { plan: channels, kernel: ones, input, bias: undefined };
    assert.equal(separablePath(pathSettingOf(machines[0]!, two, 'float32').setting), undefined);
  });

  it('gives all of its memory back', () => {
    const { arena } = machines[0]!;
    const before = arena.used;
    const plan = planned([1, 1, 20, 20], [1, 1, 5, 5], { strides: [2, 2] });
    const kernel = { shape: plan.kernelShape, data: new Float64Array(25).fill(1) };
    const input = { shape: plan.inputShape, data: new Float64Array(400).fill(1) };
    const { rounded, setting } = pathSettingOf(machines[0]!, { plan, kernel, input, bias: undefined }, 'float32');
    const path = separablePath(setting)!;
    runOnPadded(setting, path.runner, rounded.input);
    path.runner.release?.();
    assert.equal(arena.used, before);
  });
});
