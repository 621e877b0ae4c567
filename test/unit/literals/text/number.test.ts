import assert from 'node:assert/strict';
import { readNumber } from '../../../../src/literals/text/number';

describe('readNumber', () => {
  const numbers: readonly (readonly [string, number])[] = [
    ['0', 0],
    ['-0', -0],
    ['+1', 1],
    ['\u22121', -1],
    ['- 1', -1],
    ['.5', 0.5],
    ['-.5', -0.5],
    ['1.', 1],
    ['1e-3', 0.001],
    ['1.e-06', 1e-6],
    ['1E3', 1000],
    ['1d0', 1],
    ['1_000', 1000],
    ['0xFF', 255],
    ['0b101', 5],
    ['0o17', 15],
    ['255u', 255],
    ['1.0f', 1],
    ['-1.f', -1],
    ['1u8', 1],
    ['0xFF_u8', 255],
    ['1/9', 1 / 9],
    [' -1 / 8 ', -0.125],
    ['3.141592653589793238462643', Math.PI],
    ['9007199254740993', 9007199254740992],
  ];
  for (const [text, value] of numbers) {
    it(`${text} is ${value}`, () => assert.ok(Object.is(readNumber(text), value), String(readNumber(text))));
  }

  const words = [
    '',
    ' ',
    '-',
    '1 2',
    '1,2',
    '1.2.3',
    '1__0',
    '0x',
    '1e',
    '1x',
    '2j',
    'nan',
    '1/0',
    '1/',
    '--1',
    '1\u200b2',
    '1e999',
    'a',
  ];
  for (const text of words) it(`${JSON.stringify(text)} is none`, () => assert.equal(readNumber(text), undefined));
});
