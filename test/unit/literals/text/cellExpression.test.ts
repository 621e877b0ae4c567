import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCellExpression } from '../../../../src/literals/text/cellExpression';

describe('readCellExpression(text)', () => {
  for (const [text, value] of [
    ['7', 7],
    [' -0.5 ', -0.5],
    ['−3', -3],
    ['1e-3', 0.001],
    ['1/9', 1 / 9],
    ['-1/16', -0.0625],
    ['2*3', 6],
    ['2 + 3*4', 14],
    ['(2 + 3)*4', 20],
    ['8/2/2', 2],
    ['1 - 2 - 3', -4],
    ['2*-3', -6],
    ['((1))', 1],
    ['½', 0.5],
    ['3 × 4 ÷ 6', 2],
  ] as const)
    it(`reads ${text}`, () => assert.equal(readCellExpression(text), value));

  it('keeps a negative zero', () => assert.ok(Object.is(readCellExpression('-0'), -0)));

  for (const text of [
    '',
    ' ',
    'x',
    '1x',
    '1,5',
    '1 2',
    '(1',
    '1)',
    '()',
    '1/',
    '*2',
    '1//2',
    '--1',
    '1/0',
    '0/0',
    '1e999',
    '(1)(2)',
    '1;2',
    'alert(1)',
  ])
    it(`refuses ${JSON.stringify(text)}`, () => assert.equal(readCellExpression(text), undefined));

  it('says what JavaScript makes of sums and products of whole numbers', () => {
    const operand = fc.integer({ min: 0, max: 99 }).map(String);
    const operator = fc.constantFrom('+', '-', '*', '/');
    fc.assert(
      fc.property(operand, fc.array(fc.tuple(operator, operand)), (first, rest) => {
        const text = first + rest.map((pair) => pair.join('')).join('');
        const value: unknown = new Function(`return ${text}`)();
        assert.equal(readCellExpression(text), Number.isFinite(value) ? value : undefined);
      }),
    );
  });

  it('ends on any depth', () => {
    const depth = 100_000;
    assert.equal(readCellExpression(`${'('.repeat(depth)}1${')'.repeat(depth)}`), 1);
    assert.equal(readCellExpression('('.repeat(depth)), undefined);
  });
});
