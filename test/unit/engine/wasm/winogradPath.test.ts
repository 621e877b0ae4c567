import assert from 'node:assert/strict';
import { conv2d } from '../../../../src/engine/convolution/conv2d';
import type { Padding } from '../../../../src/engine/convolution/conv2dParams';
import type { ChosenPath } from '../../../../src/engine/wasm/choosePath';
import { type Machine, machine } from '../../../../src/engine/wasm/machine';
import { type PathSetting, weightsInPatchOrder } from '../../../../src/engine/wasm/pathSetting';
import { knowsRelaxed } from '../../../../src/engine/wasm/wasmModule';
import { suitsWinograd, winogradPath } from '../../../../src/engine/wasm/winogradPath';
import { assertSame, planned } from '../support';
import { anyBands, type ChannelCase, channelCase, type Draw, drawFrom, runInBands } from './channelSupport';

const machines = [false, ...(knowsRelaxed() ? [true] : [])].map((useRelaxed) => machine({ useRelaxed }));

function settingOf(on: Machine, { plan, kernel, bias }: ChannelCase): PathSetting {
  const weights = Float32Array.from(weightsInPatchOrder(plan, kernel.data));
  return { machine: on, plan, weights, bias: bias && Float32Array.from(bias), precision: 'float32' };
}

/** Strides with three taps for each of their phases, and with up to four: [stride, kernel size]. */
const threes = [
  [1, 3],
  [2, 6],
] as const;
const threesAndFours = [...threes, [1, 4], [2, 7], [2, 8]] as const;

/** Any such convolution of moderate size; sizes of channels and columns on both sides of each block's. */
function anyCase(draw: Draw, value: () => number, kinds: readonly (readonly [number, number])[] = threes): ChannelCase {
  const groups = 1 + draw(2);
  const inputs = draw(5) ? 8 + draw(8) : 1 + draw(300);
  const outputs = 1 + draw(20);
  const padding: Padding = { kind: 'explicit', top: draw(3), bottom: draw(3), left: draw(3), right: draw(3) };
  const [[stride, rows], [across, columns]] = [kinds[draw(kinds.length)]!, kinds[draw(kinds.length)]!];
  return channelCase(
    [1 + draw(2), groups * inputs, rows + draw(12), columns + (draw(6) ? draw(20) : draw(150))],
    [groups * outputs, inputs, rows, columns],
    { groups, padding, strides: [stride, across], flip: draw(2) > 0, fill: { kind: draw(2) ? 'zeros' : 'reflect' } },
    value,
    draw(2) > 0,
  );
}

/** A path that must be there. */
function pathOf(on: Machine, setting: ChannelCase): ChosenPath {
  const path = winogradPath(settingOf(on, setting));
  assert.ok(path);
  return path;
}

const inputLargest = ({ input }: ChannelCase): number => {
  return input.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
};

const expectedOf = ({ plan, input, kernel, bias }: ChannelCase): Float64Array => conv2d(plan, input, kernel, bias).data;

describe('winogradPath', () => {
  it('gives small whole numbers exactly, and says so', () => {
    const draw = drawFrom(11);
    for (let i = 0; i < 60; i++) {
      const setting = anyCase(draw, () => draw(15) - 7);
      const expected = expectedOf(setting);
      for (const on of machines) {
        const { runner, errorClass } = pathOf(on, setting);
        assert.equal(runner.path, 'winograd');
        assert.deepEqual(
          errorClass(7, () => true),
          { kind: 'exact' },
        );
        assert.equal(errorClass(7, () => false).kind, 'bounded');
        assert.deepEqual(runInBands(on, setting, 'float32', runner), expected);
        runner.release!();
      }
    }
  });

  it('is exact up to the largest whole numbers for which it says so', () => {
    const draw = drawFrom(12);
    for (let i = 0; i < 30; i++) {
      const kernel = channelCase([1, 8, 9, 20], [9, 8, 3, 3], {}, () => draw(7) - 3, false);
      const { errorClass } = pathOf(machines[0]!, kernel);
      let largest = 1;
      while (errorClass(2 * largest, () => true).kind === 'exact') largest *= 2;
      const data = kernel.input.data.map(() => (draw(2) ? largest : -largest) + (draw(2) ? 0 : 1));
      const setting = {
        ...kernel,
        input: { ...kernel.input, data: data.map((x) => Math.max(-largest, Math.min(x, largest))) },
      };
      const expected = expectedOf(setting);
      for (const on of machines) {
        const { runner } = pathOf(on, setting);
        assert.deepEqual(runInBands(on, setting, 'float32', runner), expected);
        runner.release!();
      }
    }
  });

  it('lies within its bound of the exact sums, far from what a hundredth of it would allow', () => {
    const draw = drawFrom(13);
    let worst = 0;
    for (let i = 0; i < 60; i++) {
      const setting = anyCase(draw, () => Math.fround((draw(2 ** 24) - 2 ** 23) / 2 ** 23), threesAndFours);
      const expected = expectedOf(setting);
      for (const on of machines) {
        const { runner, errorClass } = pathOf(on, setting);
        const error = errorClass(inputLargest(setting), () => false);
        assert.ok(error.kind === 'bounded');
        const result = runInBands(on, setting, 'float32', runner);
        const shares = result.map((value, cell) => Math.abs(value - expected[cell]!) / error.bound);
        worst = shares.reduce((most, share) => Math.max(most, share), worst);
        runner.release!();
      }
    }
    assert.ok(worst <= 1, `${worst} of the bound`);
    assert.ok(worst > 0.001, `${worst} of the bound`);
  });

  it('takes no whole numbers for exact where a phase has four taps', () => {
    for (const [stride, size] of [
      [1, 4],
      [2, 7],
    ]) {
      const setting = channelCase([1, 8, 20, 20], [8, 8, size!, size!], { strides: [stride!, stride!] }, () => 1);
      assert.equal(pathOf(machines[0]!, setting).errorClass(1, () => true).kind, 'bounded');
    }
  });

  it('is not there for kernels with fewer or more taps, wider strides or gaps', () => {
    for (const [size, params] of [
      [2, {}],
      [5, {}],
      [5, { strides: [2, 2] }],
      [9, { strides: [2, 2] }],
      [9, { strides: [3, 3] }],
      [3, { dilations: [2, 1] }],
      [3, { strides: [1, 2] }],
    ] as const) {
      const setting = channelCase([1, 8, 20, 20], [8, 8, size, size], params, () => 1);
      assert.equal(winogradPath(settingOf(machines[0]!, setting)), undefined);
    }
  });

  it('has no bound where its sums leave single precision, and tells that it spreads what is not finite', () => {
    const setting = channelCase([1, 8, 5, 5], [8, 8, 3, 3], {}, () => 1);
    const { errorClass, spreads } = pathOf(machines[0]!, setting);
    assert.ok(spreads);
    assert.deepEqual(
      errorClass(1e38, () => true),
      { kind: 'bounded', bound: Number.POSITIVE_INFINITY },
    );
    assert.deepEqual(
      errorClass(Number.POSITIVE_INFINITY, () => true),
      { kind: 'bounded', bound: Number.POSITIVE_INFINITY },
    );
  });

  it('bands in any order and on any lane give what one call gives, and write nothing else', () => {
    const draw = drawFrom(14);
    for (let i = 0; i < 60; i++) {
      const setting = anyCase(draw, () => draw(15) - 7, threesAndFours);
      for (const on of machines) {
        const { runner } = pathOf(on, setting);
        const whole = runInBands(on, setting, 'float32', runner);
        const bands = anyBands(draw, runner.rows);
        assertSame(runInBands(on, setting, 'float32', runner, bands), whole);
        runner.release!();
      }
    }
  });

  it('gives back all memory', () => {
    const setting = channelCase([1, 8, 12, 30], [9, 8, 3, 3], {}, () => 1);
    for (const on of machines) {
      const before = on.arena.used;
      const { runner } = pathOf(on, setting);
      runInBands(on, setting, 'float32', runner, [
        [0, 4, 1],
        [4, 10, 0],
      ]);
      runner.release!();
      assert.equal(on.arena.used, before);
    }
  });
});

describe('suitsWinograd', () => {
  const plan = (inputs: number, outputs: number, params = {}, size = 3, side = 58) =>
    planned([1, inputs, side, side], [outputs, inputs, size, size], params);

  it('asks for three or four taps in each phase of a stride of 1 or 2, and dilation 1', () => {
    assert.ok(suitsWinograd(plan(64, 64)));
    assert.ok(suitsWinograd(plan(3, 64, { strides: [2, 2] }, 7, 224)));
    assert.ok(suitsWinograd(plan(16, 16, {}, 4)));
    assert.ok(!suitsWinograd(plan(64, 64, {}, 5)));
    assert.ok(!suitsWinograd(plan(64, 64, { strides: [1, 2] })));
    assert.ok(!suitsWinograd(plan(64, 64, { dilations: [2, 1] })));
  });

  it('asks for many channels on both sides of each group, and for more than one row of cells', () => {
    assert.ok(suitsWinograd(plan(16, 16)));
    assert.ok(!suitsWinograd(plan(8, 8)));
    assert.ok(!suitsWinograd(plan(3, 64)));
    assert.ok(!suitsWinograd(planned([1, 64, 58, 58], [64, 8, 3, 3], { groups: 8 })));
    assert.ok(!suitsWinograd(plan(64, 64, {}, 3, 3)));
  });
});
