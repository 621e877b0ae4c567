import assert from 'node:assert/strict';
import { bracketed, countText, numberText, shortNumber } from '../../../src/words/numberText';

describe('numberText', () => {
  it('writes exact numbers where they fit, with the minus of mathematics', () => {
    assert.deepEqual(numberText(-4), { text: '−4', exact: true });
    assert.deepEqual(numberText(0.1), { text: '0.1', exact: true });
    assert.deepEqual(numberText(-0), { text: '−0', exact: true });
    assert.deepEqual(numberText(Number.NaN), { text: 'NaN', exact: true });
    assert.deepEqual(numberText(Number.NEGATIVE_INFINITY), { text: '−∞', exact: true });
  });

  it('rounds to as many digits as fit and says so', () => {
    assert.deepEqual(numberText(1 / 9, 6), { text: '0.1111', exact: false });
    assert.deepEqual(numberText(-2 / 3, 6), { text: '−0.667', exact: false });
    assert.deepEqual(numberText(0.30000000000000004, 5), { text: '0.3', exact: false });
    assert.deepEqual(numberText(123456, 4), { text: '1e5', exact: false });
    assert.deepEqual(numberText(1e21, 6), { text: '1e21', exact: true });
  });

  it('never writes a zero for a digit that was left out', () => {
    assert.equal(shortNumber(2295, 3), '2e3');
    assert.equal(shortNumber(-1254, 4), '−1e3');
    assert.equal(shortNumber(2295, 4), '2295');
    assert.equal(shortNumber(2000, 3), '2e3');
  });

  it('never writes more than the room for ordinary numbers', () => {
    for (const value of [0.1 + 0.2, 1e-7 / 3, 99999.5, -123.456, 2 ** 53, Math.PI * 1e10])
      assert.ok(shortNumber(value, 6).length <= 6, shortNumber(value, 6));
  });

  it('puts negatives in brackets and thin spaces into large counts', () => {
    assert.equal(bracketed(-1), '(−1)');
    assert.equal(bracketed(1), '1');
    assert.equal(countText(9999), '9999');
    assert.equal(countText(262144), '262\u2009144');
  });
});
