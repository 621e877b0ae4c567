import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conv2d } from '../../../../src/engine/convolution/conv2d';
import { fftPath } from '../../../../src/engine/wasm/fftPath';
import { fftPays, fftTile, tileOf } from '../../../../src/engine/wasm/fftTile';
import type { PathSetting } from '../../../../src/engine/wasm/pathSetting';
import { assertSame, planned, type Setting } from '../support';
import { furthest, largestOf, machines, pathSettingOf, precisions, runOnPadded, wideSettings } from './runOnPadded';

const real = fc.double({ min: -1, max: 1, noNaN: true });
const byte = fc.integer({ min: 0, max: 255 });
const never = () => false;

function boundFor(path: NonNullable<ReturnType<typeof fftPath>>, largest: number): number {
  const error = path.errorClass(largest, () => true);
  return error.kind === 'bounded' ? error.bound : assert.fail('a transform is never exact');
}

/** Numbers in [−1, 1) from a linear congruential generator. */
function pseudoRandom(cells: number): Float64Array {
  let state = 1;
  return new Float64Array(cells).map(() => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.fround(state / 2 ** 31 - 1);
  });
}

/** A picture of several tiles, and a large kernel. */
function largeSetting(rows: number, columns: number, kernelSize: number): Setting {
  const plan = planned([1, 1, rows, columns], [1, 1, kernelSize, kernelSize], { padding: { kind: 'same_upper' } });
  const input = { shape: plan.inputShape, data: pseudoRandom(rows * columns) };
  const kernel = { shape: plan.kernelShape, data: pseudoRandom(kernelSize ** 2) };
  return { plan, input, kernel, bias: undefined };
}

describe('fftPath', () => {
  for (const precision of precisions) {
    for (const used of machines) {
      const name = `${precision}, ${used.isRelaxed ? 'relaxed' : 'plain'}`;

      it(`gives what conv2d gives, within its bound, for any plan and tile (${name})`, () => {
        const sides = fc.constantFrom(32, 64, 128);
        fc.assert(
          fc.property(wideSettings(real), sides, sides, (drawn, rows, columns) => {
            const { rounded, setting } = pathSettingOf(used, drawn, precision);
            const path = fftPath(setting, tileOf(setting.plan, precision, rows, columns));
            assert.ok(path);
            const expected = conv2d(rounded.plan, rounded.input, rounded.kernel, rounded.bias).data;
            const apart = furthest(runOnPadded(setting, path.runner, rounded.input), expected);
            path.runner.release?.();
            assert.ok(apart <= boundFor(path, largestOf(rounded.input.data)));
            // What a prototype reached at such sizes, a hundred times the rounding unit: the bound itself is wide.
            const unit = precision === 'float32' ? 2 ** -24 : 2 ** -53;
            const terms = rounded.kernel.data.length / rounded.plan.outputChannels;
            assert.ok(apart <= 100 * unit * Math.max(1, Math.sqrt(terms)) * 2, `${apart}`);
          }),
          { numRuns: 150 },
        );
      });

      it(`gives what conv2d gives for a picture of several tiles and 31×31 weights (${name})`, () => {
        const { rounded, setting } = pathSettingOf(used, largeSetting(205, 333, 31), precision);
        const expected = conv2d(rounded.plan, rounded.input, rounded.kernel).data;
        for (const [rows, columns] of [[64, 128] as const, [256, 256] as const, [128, 64] as const]) {
          const path = fftPath(setting, tileOf(setting.plan, precision, rows, columns));
          assert.ok(path);
          const apart = furthest(runOnPadded(setting, path.runner, rounded.input), expected);
          path.runner.release?.();
          assert.ok(apart <= boundFor(path, 1));
          assert.ok(apart <= (precision === 'float32' ? 5e-6 : 1e-14) * largestOf(expected), `${apart}`);
        }
      });

      it(`gives the same bits in bands of any order on two lanes (${name})`, () => {
        const { rounded, setting } = pathSettingOf(used, largeSetting(150, 140, 9), precision);
        const path = fftPath(setting, tileOf(setting.plan, precision, 64, 64));
        assert.ok(path);
        const whole = runOnPadded(setting, path.runner, rounded.input);
        const bands = [
          { from: 99, to: 150, lane: 1 },
          { from: 0, to: 7, lane: 0 },
          { from: 56, to: 99, lane: 0 },
          { from: 7, to: 56, lane: 1 },
        ];
        assertSame(runOnPadded(setting, path.runner, rounded.input, bands), whole);
        path.runner.release?.();
      });
    }
  }

  it('is within half of whole numbers in double precision, where the bound says so', () => {
    fc.assert(
      fc.property(wideSettings(byte), (drawn) => {
        const { rounded, setting } = pathSettingOf(machines[0]!, drawn, 'float64');
        const path = fftPath(setting)!;
        const expected = conv2d(rounded.plan, rounded.input, rounded.kernel, rounded.bias).data;
        assert.ok(boundFor(path, 255) < 1e-4);
        assertSame(
          runOnPadded(setting, path.runner, rounded.input).map((value) => Math.round(value) + 0),
          expected,
        );
        path.runner.release?.();
      }),
      { numRuns: 50 },
    );
  });

  it('says that NaN and infinities spread, and that its bound ends where numbers do', () => {
    const { setting } = pathSettingOf(machines[0]!, largeSetting(64, 64, 9), 'float32');
    const path = fftPath(setting)!;
    assert.equal(path.spreads, true);
    assert.equal(path.runner.path, 'fft');
    assert.deepEqual(path.errorClass(1e38, never), { kind: 'bounded', bound: Number.POSITIVE_INFINITY });
    assert.deepEqual(path.errorClass(Number.NaN, never), { kind: 'bounded', bound: Number.POSITIVE_INFINITY });
    path.runner.release?.();
  });

  it('gives all of its memory back', () => {
    const { arena } = machines[0]!;
    const before = arena.used;
    const { rounded, setting } = pathSettingOf(machines[0]!, largeSetting(90, 80, 15), 'float32');
    const path = fftPath(setting)!;
    runOnPadded(setting, path.runner, rounded.input, [{ from: 0, to: 90, lane: 2 }]);
    assert.ok(arena.used > before);
    path.runner.release?.();
    assert.equal(arena.used, before);
  });

  it('pays for large kernels on large planes alone', () => {
    const pays = (side: number, kernelSize: number) =>
      fftPays(
        planned([1, 1, side, side], [1, 1, kernelSize, kernelSize], { padding: { kind: 'same_upper' } }),
        'float32',
      );
    assert.deepEqual(
      [3, 7, 15, 31].map((kernelSize) => pays(1000, kernelSize)),
      [false, false, true, true],
    );
    assert.equal(pays(20, 15), false);
  });

  it('takes no kernel that is wider than its tiles, nor more spectra than it may keep', () => {
    const wide = planned([1, 1, 700, 700], [1, 1, 600, 600]);
    assert.equal(fftTile(wide, 'float32'), undefined);
    const many = planned([1, 512, 64, 64], [512, 512, 3, 3]);
    const setting: PathSetting = {
      machine: machines[0]!,
      plan: many,
      weights: new Float32Array(512 * 512 * 9),
      bias: undefined,
      precision: 'float32',
    };
    assert.equal(fftPath(setting), undefined);
  });
});
