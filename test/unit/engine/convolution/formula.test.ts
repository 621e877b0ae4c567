import assert from 'node:assert/strict';
import { outputSizeFormula } from '../../../../src/engine/convolution/formula';
import { planned } from '../support';

function formula(n: number, f: number, stride: number, left: number, right = left, dilation = 1) {
  const padding = { kind: 'explicit', top: 0, bottom: 0, left, right } as const;
  return outputSizeFormula(planned([1, n], [1, f], { strides: [1, stride], dilations: [1, dilation], padding }).width);
}

describe('outputSizeFormula', () => {
  it('puts the notebook’s numbers in', () => {
    assert.deepEqual(formula(5, 3, 1, 1), {
      symbolic: '(N − F + 2P) / S + 1',
      numeric: '(5 − 3 + 2·1) / 1 + 1 = 5',
      short: '5 − 3 + 2·1 + 1 = 5',
      result: 5,
    });
    assert.equal(formula(5, 3, 1, 0).numeric, '(5 − 3 + 2·0) / 1 + 1 = 3');
    assert.equal(formula(28, 3, 1, 0).short, '28 − 3 + 1 = 26');
    assert.equal(formula(5, 3, 2, 0).short, '(5 − 3) / 2 + 1 = 2');
    assert.equal(formula(7, 3, 2, 4).numeric, '(7 − 3 + 2·4) / 2 + 1 = 7');
  });

  it('writes floor brackets only where they cut something off', () => {
    assert.equal(formula(5, 2, 2, 0).symbolic, '⌊(N − F + 2P) / S⌋ + 1');
    assert.equal(formula(5, 2, 2, 0).numeric, '⌊(5 − 2 + 2·0) / 2⌋ + 1 = 2');
  });

  it('writes both sides of an uneven padding', () => {
    assert.equal(formula(5, 4, 1, 1, 2).symbolic, '(N − F + P₁ + P₂) / S + 1');
    assert.equal(formula(5, 4, 1, 1, 2).numeric, '(5 − 4 + 1 + 2) / 1 + 1 = 5');
  });

  it('takes PyTorch’s form with a dilation', () => {
    assert.equal(formula(32, 3, 2, 1, 1, 2).symbolic, '⌊(N + 2P − D·(F − 1) − 1) / S⌋ + 1');
    assert.equal(formula(32, 3, 2, 1, 1, 2).numeric, '⌊(32 + 2·1 − 2·(3 − 1) − 1) / 2⌋ + 1 = 15');
  });
});
