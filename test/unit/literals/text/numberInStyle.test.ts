import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readNumber } from '../../../../src/literals/text/number';
import { numberInStyle } from '../../../../src/literals/text/numberInStyle';

describe('numberInStyle(written, was, value)', () => {
  for (const [written, was, value, expected] of [
    ['1', 1, -2, '-2'],
    ['1', 1, 2.5, '2.5'],
    ['1.', 1, 2, '2.'],
    ['1.0', 1, 2, '2.0'],
    ['1.50', 1.5, 2, '2.00'],
    ['1.50', 1.5, 0.125, '0.125'],
    ['.5', 0.5, 0.25, '.25'],
    ['.5', 0.5, 3, '3.0'],
    ['+1', 1, 2, '+2'],
    ['+1', 1, -2, '-2'],
    ['\u22121', -1, -3, '\u22123'],
    ['1.0f', 1, 2, '2.0f'],
    ['1.f', 1, 2, '2.f'],
    ['1.0_f32', 1, 2, '2.0_f32'],
    ['3i32', 3, 4, '4i32'],
    ['3u', 3, -1, '-1'],
    ['2L', 2, 2.5, '2.5'],
    ['1e-3', 0.001, 0.005, '5e-3'],
    ['1.0000e+00', 1, 250, '2.5000e+02'],
    ['1E5', 1e5, 3e-7, '3E-7'],
    ['1d-3', 0.001, 2, '2d0'],
    ['1.5*^3', 1500, 20, '2.0*^1'],
    ['1_000', 1000, 25000, '25_000'],
    ["1'000", 1000, 1234567, "1'234'567"],
    ['0x1F', 31, 10, '0x0A'],
    ['0x1F', 31, 1.5, '1.5'],
    ['1/9', 1 / 9, 0.25, '0.25'],
    ['np.inf', Number.POSITIVE_INFINITY, 3, '3'],
    ['True', 1, 3, '3'],
  ] as const)
    it(`writes ${value} where ${written} stood as ${expected}`, () =>
      assert.equal(numberInStyle(written, was, value), expected));

  it('writes decimal commas where the others do', () => {
    assert.equal(numberInStyle('1,5', 1.5, 2.25, ','), '2,25');
    assert.equal(numberInStyle('4', 4, 2.5, ','), '2,5');
  });

  it('refuses characters that do not say the number: octal, a fraction of LaTeX, a word', () => {
    for (const [written, was] of [
      ['017', 15],
      ['\\frac{1}{2}', 0.5],
      ['x', 1],
      ['2', 4],
    ] as const)
      assert.equal(numberInStyle(written, was, 3), undefined, written);
  });

  it('reads back as the value, in whatever style', () => {
    const style = fc.constantFrom(
      '1',
      '1.',
      '1.00',
      '.5',
      '+1',
      '1.0f',
      '1e-3',
      '1.00e+00',
      '1_000',
      '2L',
      '7u',
      '0b101',
    );
    fc.assert(
      fc.property(style, fc.double({ noNaN: true, noDefaultInfinity: true }), (written, value) => {
        const text = numberInStyle(written, readNumber(written)!, value);
        assert.ok(text !== undefined && Object.is(readNumber(text), value), `${written}: ${value} as ${text}`);
      }),
    );
  });
});
