import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conv2d } from '../../../../src/engine/convolution/conv2d';
import { anyNumbers, convSettings, wholeNumbers } from '../arbitraryConv';
import { exactLaws, orderedLaws } from '../convLaws';
import { assertSame } from '../support';

/** Equal as numbers: of whole numbers only the sign of a zero may differ. */
function assertEqual(actual: Float64Array, expected: Float64Array): void {
  assert.equal(actual.length, expected.length);
  for (const [i, value] of expected.entries())
    assert.ok(actual[i] === value, `cell ${i}: ${actual[i]}, expected ${value}`);
}

describe('conv2d, to the last bit', () => {
  for (const [name, law] of Object.entries(orderedLaws)) {
    it(name, () => {
      fc.assert(
        fc.property(convSettings(anyNumbers), (setting) => law(setting, conv2d, assertSame)),
        { numRuns: 300 },
      );
    });
  }
});

describe('conv2d, on whole numbers', () => {
  for (const [name, law] of Object.entries(exactLaws)) {
    it(name, () => {
      fc.assert(
        fc.property(convSettings(wholeNumbers), (setting) => law(setting, conv2d, assertEqual)),
        { numRuns: 300 },
      );
    });
  }
});
