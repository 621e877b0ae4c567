import assert from 'node:assert/strict';
import { bytesOf, files } from './files';
import { onlyMatrix, onlyProblem } from './support';

function hexOf(data: Float64Array): string {
  const view = new DataView(new ArrayBuffer(8 * data.length));
  for (const [i, value] of data.entries()) view.setFloat64(8 * i, value);
  return Buffer.from(view.buffer).toString('hex');
}

describe('a .npy file', () => {
  for (const one of files.npy) {
    it(`gives the doubles that NumPy reads: ${one.name}`, () => {
      const { shape, data } = onlyMatrix('npy', bytesOf(one));
      assert.deepEqual(shape, one.shape);
      assert.equal(hexOf(data), one.doubles);
    });
  }

  it('says how many whole numbers have more digits than a double', () => {
    for (const one of files.npy) {
      // Of the values of 64 bits, the largest and the one 7 below it; a third of 2⁶³ and of 2⁶⁴ too.
      const { rounded } = onlyMatrix('npy', bytesOf(one));
      assert.equal(rounded, /[iu]8$/.test(one.name) ? 3 : 0, one.name);
    }
  });

  const codes: Readonly<Record<string, string>> = { 'no axis': 'axes', 'five axes': 'axes', empty: 'empty' };
  for (const one of files.refused) {
    it(`is refused by its name where it holds ${one.name}`, () => {
      const { problem } = onlyProblem('npy', bytesOf(one));
      assert.equal(problem, codes[one.name] ?? 'npy-type');
    });
  }

  it('that is cut off at any byte is refused', () => {
    const whole = bytesOf(files.npy[0]!);
    for (let length = 0; length < whole.length; length++) {
      const { problem } = onlyProblem('npy', whole.subarray(0, length));
      assert.ok(['not-npy', 'npy-header', 'cut-off'].includes(problem), `${length}: ${problem}`);
    }
  });

  it('that says how long it should be tells so', () => {
    const whole = bytesOf(files.npy.find(({ name }) => name === '<f8')!);
    const { details } = onlyProblem('npy', whole.subarray(0, whole.length - 1));
    assert.deepEqual(details, { shape: '2 × 3', found: whole.length - 1, expected: whole.length });
  });

  it('with too many numbers is refused before there is room made for them', () => {
    const header = "{'descr': '<f8', 'fortran_order': False, 'shape': (100000, 100000), }".padEnd(117);
    const bytes = new Uint8Array(128);
    bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 118, 0]);
    bytes.set(new TextEncoder().encode(`${header}\n`), 10);
    assert.deepEqual(onlyProblem('npy', bytes), {
      problem: 'too-many-numbers',
      details: { found: 1e10, expected: 2 ** 25 },
    });
  });

  it('may lie anywhere in a buffer', () => {
    const whole = bytesOf(files.npy[0]!);
    const moved = new Uint8Array(whole.length + 3).subarray(3);
    moved.set(whole);
    assert.equal(hexOf(onlyMatrix('npy', moved).data), files.npy[0]!.doubles);
  });
});
