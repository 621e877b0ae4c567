import assert from 'node:assert/strict';
import type { Fill } from '../../../../src/engine/convolution/conv2dParams';
import { fillSource, fillValue } from '../../../../src/engine/padding/fill';

const around = (kind: 'replicate' | 'reflect' | 'symmetric' | 'circular', size: number, by: number): string =>
  Array.from({ length: size + 2 * by }, (_, i) => fillSource({ kind }, i - by, size) + 1).join('');

describe('fillSource', () => {
  it('does what numpy.pad does on 1 … 5 by 3', () => {
    assert.equal(around('replicate', 5, 3), '11112345555');
    assert.equal(around('reflect', 5, 3), '43212345432');
    assert.equal(around('symmetric', 5, 3), '32112345543');
    assert.equal(around('circular', 5, 3), '34512345123');
  });

  it('goes on beyond one array length', () => {
    assert.equal(around('reflect', 3, 5), '2123212321232');
    assert.equal(around('symmetric', 2, 5), '112211221122');
    assert.equal(around('circular', 2, 5), '212121212121');
  });

  it('gives the only cell of an array of one', () => {
    for (const kind of ['replicate', 'reflect', 'symmetric', 'circular'] as const) {
      assert.equal(around(kind, 1, 3), '1111111');
    }
  });

  it('gives −1 outside for constants, and every cell for itself inside', () => {
    const fill: Fill = { kind: 'constant', value: 7 };
    assert.deepEqual(
      [-1, 0, 4, 5].map((place) => fillSource(fill, place, 5)),
      [-1, 0, 4, -1],
    );
    assert.equal(fillSource({ kind: 'zeros' }, -3, 5), -1);
  });
});

describe('fillValue', () => {
  it('is the constant, or undefined where cells are copied', () => {
    assert.equal(fillValue({ kind: 'zeros' }), 0);
    assert.equal(fillValue({ kind: 'constant', value: -2.5 }), -2.5);
    assert.equal(fillValue({ kind: 'reflect' }), undefined);
  });
});
