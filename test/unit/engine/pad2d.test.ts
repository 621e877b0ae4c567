import assert from 'node:assert/strict';
import { pad2d } from '../../../src/engine/pad2d';
import { isPlanProblem } from '../../../src/engine/planProblem';
import { matrixOf } from '../../../src/engine/tensor';
import { manualExample } from './support';

const by = (n: number) => ({ top: n, bottom: n, left: n, right: n });

describe('pad2d', () => {
  it('gives the padded image of the notebook', () => {
    assert.deepEqual(pad2d(manualExample.image, by(1), { kind: 'zeros' }), manualExample.padded);
  });

  it('pads each plane of a batch', () => {
    const batch = { shape: [2, 1, 1, 1], data: Float64Array.of(1, 2) };
    assert.deepEqual(pad2d(batch, { top: 0, bottom: 0, left: 1, right: 0 }, { kind: 'constant', value: 9 }), {
      shape: [2, 1, 1, 2],
      data: Float64Array.of(9, 1, 9, 2),
    });
  });

  it('refuses what cannot be padded', () => {
    const code = (input: Parameters<typeof pad2d>[0], sides = by(1), kind: 'zeros' | 'reflect' = 'zeros') => {
      const result = pad2d(input, sides, { kind });
      return isPlanProblem(result) ? result.problem : undefined;
    };
    const one = matrixOf([[1]]);
    assert.equal(code(one, by(-1)), 'padding-negative');
    assert.equal(code(one, by(0.5)), 'not-an-integer');
    assert.equal(code(one, by(1e6)), 'too-large');
    assert.equal(code(matrixOf([]), by(1), 'reflect'), 'empty-input');
    assert.equal(code({ shape: [1], data: Float64Array.of(1) }), 'rank-unsupported');
  });
});
