import assert from 'node:assert/strict';
import { gaborKernel } from '../../../../src/engine/kernels/gaborKernel';
import { oriented } from '../../../../src/engine/kernels/orientation';
import { rowsOf } from '../support';

const params = { size: [7, 7], sigma: 2, theta: 0, lambda: 4, gamma: 0.5, psi: 0 } as const;

function assertNear(actual: Float64Array, expected: Float64Array): void {
  assert.equal(actual.length, expected.length);
  for (const [index, value] of expected.entries()) assert.ok(Math.abs(actual[index]! - value) < 1e-14, `${index}`);
}

describe('gaborKernel', () => {
  it('holds what the definition gives by hand', () => {
    const rows = rowsOf(gaborKernel(params));
    assert.equal(rows[3]![3], 1);
    // Half a wavelength across: −exp(−4/8); two cells along, with γ = ½: exp(−1/8).
    assert.ok(Math.abs(rows[3]![1]! + Math.exp(-0.5)) < 1e-14);
    assert.ok(Math.abs(rows[1]![3]! - Math.exp(-0.125)) < 1e-14);
    // A quarter of a wavelength across is a zero of the wave.
    assert.ok(rows.every((row) => Math.abs(row[2]!) < 1e-14));
  });

  it('turns with theta: a right angle is the kernel turned', () => {
    const upright = gaborKernel(params);
    assertNear(gaborKernel({ ...params, theta: Math.PI / 2 }).data, oriented(upright, 'turned-90').data);
  });

  it('is even without a phase and odd with one of a quarter', () => {
    const even = gaborKernel({ ...params, theta: 0.3 });
    assertNear(oriented(even, 'turned-180').data, even.data);
    const odd = gaborKernel({ ...params, theta: 0.3, psi: Math.PI / 2 });
    assertNear(
      oriented(odd, 'turned-180').data,
      odd.data.map((weight) => -weight),
    );
    // The wave falls towards the first column, which is where OpenCV counts x up: left is −sin.
    const left = rowsOf(gaborKernel({ ...params, psi: Math.PI / 2 }))[3]![2]!;
    assert.ok(Math.abs(left + Math.exp(-1 / 8)) < 1e-14);
  });

  it('takes rows before columns', () => {
    assert.deepEqual(gaborKernel({ ...params, size: [3, 5] }).shape, [3, 5]);
  });
});
