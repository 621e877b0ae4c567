import assert from 'node:assert/strict';
import { conv2d } from '../../../../src/engine/convolution/conv2d';
import type { Fill, Padding } from '../../../../src/engine/convolution/conv2dParams';
import { channelPath } from '../../../../src/engine/wasm/channelPath';
import { sumErrorClass, sumSize } from '../../../../src/engine/wasm/errorClass';
import { type Machine, machine } from '../../../../src/engine/wasm/machine';
import type { PathRunner, Precision } from '../../../../src/engine/wasm/pathRunner';
import { type PathSetting, weightsInPatchOrder } from '../../../../src/engine/wasm/pathSetting';
import { knowsRelaxed } from '../../../../src/engine/wasm/wasmModule';
import { assertSame } from '../support';
import { anyBands, type ChannelCase, channelCase, type Draw, drawFrom, runInBands } from './channelSupport';

const machines = [false, ...(knowsRelaxed() ? [true] : [])].map((useRelaxed) => machine({ useRelaxed }));
const precisions: readonly Precision[] = ['float32', 'float64'];
const paths = ['ordered', 'direct'] as const;

function settingOf(on: Machine, { plan, kernel, bias }: ChannelCase, precision: Precision): PathSetting {
  const weights = weightsInPatchOrder(plan, kernel.data);
  const isSingle = precision === 'float32';
  return {
    machine: on,
    plan,
    weights: isSingle ? Float32Array.from(weights) : weights,
    bias: isSingle && bias ? Float32Array.from(bias) : bias,
    precision,
  };
}

function withRunner(setting: PathSetting, path: 'ordered' | 'direct', act: (runner: PathRunner) => void): void {
  const runner = channelPath(setting, path);
  act(runner);
  runner.release!();
}

const fillKinds = ['zeros', 'replicate', 'reflect', 'symmetric', 'circular'] as const;

/** Any geometry of moderate size; sizes of channels and columns on both sides of each block's. */
function anyCase(draw: Draw, value: () => number): ChannelCase {
  const groups = draw(3) ? 1 : 1 + draw(4);
  const inputs = draw(4) ? 1 + draw(5) : 1 + draw(40);
  const outputs = 1 + draw(20);
  const [kernelRows, kernelColumns] = [1 + draw(4), 1 + draw(5)];
  const [stride, across] = [1 + draw(3), 1 + draw(4)];
  const dilation = { height: 1 + draw(3), width: 1 + draw(3) };
  const padding: Padding = { kind: 'explicit', top: draw(3), bottom: draw(3), left: draw(3), right: draw(3) };
  const fill: Fill = draw(4) ? { kind: fillKinds[draw(5)]! } : { kind: 'constant', value: 3 };
  const rows = dilation.height * (kernelRows - 1) + 1 + draw(6);
  const columns = dilation.width * (kernelColumns - 1) + 1 + (draw(3) ? draw(40) : draw(6));
  return channelCase(
    [1 + draw(2), groups * inputs, rows, columns],
    [groups * outputs, inputs, kernelRows, kernelColumns],
    {
      groups,
      strides: [stride, across],
      dilations: [dilation.height, dilation.width],
      padding,
      fill,
      flip: draw(2) > 0,
    },
    value,
    draw(2) > 0,
  );
}

describe('channelPath', () => {
  it('ordered in float64 is bit for bit conv2d', () => {
    const draw = drawFrom(1);
    for (let i = 0; i < 150; i++) {
      const setting = anyCase(draw, () => (draw(2 ** 20) - 2 ** 19) / 1000);
      const expected = conv2d(setting.plan, setting.input, setting.kernel, setting.bias).data;
      for (const on of machines) {
        withRunner(settingOf(on, setting, 'float64'), 'ordered', (runner) => {
          assert.equal(runner.path, 'ordered');
          assertSame(runInBands(on, setting, 'float64', runner), expected);
        });
      }
    }
  });

  it('gives whole numbers exactly in both precisions, fused or not', () => {
    const draw = drawFrom(2);
    for (let i = 0; i < 150; i++) {
      const setting = anyCase(draw, () => draw(31) - 15);
      const expected = conv2d(setting.plan, setting.input, setting.kernel, setting.bias).data;
      for (const on of machines) {
        for (const precision of precisions) {
          for (const path of paths) {
            withRunner(settingOf(on, setting, precision), path, (runner) => {
              assert.deepEqual(runInBands(on, setting, precision, runner), expected);
            });
          }
        }
      }
    }
  });

  it('lies within the bound of errorClass.ts in single precision', () => {
    const draw = drawFrom(3);
    for (let i = 0; i < 100; i++) {
      const setting = anyCase(draw, () => Math.fround((draw(2 ** 24) - 2 ** 23) / 2 ** 23));
      const expected = conv2d(setting.plan, setting.input, setting.kernel, setting.bias).data;
      const largest = setting.input.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      for (const on of machines) {
        const given = settingOf(on, setting, 'float32');
        const error = sumErrorClass(sumSize(given), 'float32', largest, () => false);
        assert.ok(error.kind === 'bounded');
        withRunner(given, 'direct', (runner) => {
          const result = runInBands(on, setting, 'float32', runner);
          const isNear = (value: number, cell: number): boolean => Math.abs(value - expected[cell]!) <= error.bound;
          assert.ok(result.every(isNear));
        });
      }
    }
  });

  it('bands in any order and on any lane give what one call gives, and write nothing else', () => {
    const draw = drawFrom(4);
    for (let i = 0; i < 100; i++) {
      const setting = anyCase(draw, () => Math.fround(draw(1000) / 7));
      for (const on of machines) {
        for (const precision of precisions) {
          withRunner(settingOf(on, setting, precision), 'direct', (runner) => {
            const whole = runInBands(on, setting, precision, runner);
            const bands = anyBands(draw, runner.rows);
            assertSame(runInBands(on, setting, precision, runner, bands), whole);
          });
        }
      }
    }
  });

  it('computes depthwise convolutions with several outputs for each channel', () => {
    const draw = drawFrom(5);
    for (const multiplier of [1, 2, 3, 8]) {
      const shape = [6 * multiplier, 1, 3, 3];
      const setting = channelCase([2, 6, 9, 19], shape, { groups: 6, strides: [2, 2] }, () => draw(9) - 4);
      const expected = conv2d(setting.plan, setting.input, setting.kernel, setting.bias).data;
      for (const on of machines) {
        withRunner(settingOf(on, setting, 'float32'), 'direct', (runner) => {
          assert.deepEqual(runInBands(on, setting, 'float32', runner), expected);
        });
      }
    }
  });

  it('lets NaN and infinities reach just the cells whose patch holds them', () => {
    const draw = drawFrom(6);
    const setting = channelCase([1, 3, 12, 30], [7, 3, 3, 3], {}, () => draw(9) + 1);
    const input = setting.input.data;
    [input[100], input[400], input[900]] = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const expected = conv2d(setting.plan, setting.input, setting.kernel, setting.bias).data;
    for (const on of machines) {
      withRunner(settingOf(on, setting, 'float32'), 'direct', (runner) => {
        assert.deepEqual(runInBands(on, setting, 'float32', runner), expected);
      });
    }
  });

  it('gives back all memory', () => {
    const setting = channelCase([1, 3, 12, 30], [7, 3, 3, 3], { strides: [2, 2] }, () => 1);
    for (const on of machines) {
      const before = on.arena.used;
      withRunner(settingOf(on, setting, 'float32'), 'direct', (runner) => {
        runInBands(on, setting, 'float32', runner, [
          [0, 2, 1],
          [2, 5, 0],
        ]);
        assert.ok(on.arena.used > before);
      });
      assert.equal(on.arena.used, before);
    }
  });
});
