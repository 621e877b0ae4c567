import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allLiterals, literalAt } from '../../../src/literals/literalAt';
import { nameAt } from '../../../src/literals/names/nameAt';
import { resolveName } from '../../../src/literals/names/resolveName';
import { readMatrices } from '../../../src/literals/readMatrices';
import { languages, mutatedText, pieces, randomFrom, somePieces } from './anyText';

function checkText(text: string, languageId: string): void {
  const { literals, problems } = readMatrices(text, languageId);
  assert.ok(literals.length + problems.length > 0, text);
  for (const { range } of [...literals, ...problems])
    assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, text);
  for (const { shape, data, starts, ends } of literals) {
    const size = shape.reduce((product, side) => product * side, 1);
    assert.ok(data.length === size && starts.length === size && ends.length === size, text);
    assert.ok(shape.length > 0 && shape.length <= 4, text);
    for (const [i, start] of starts.entries()) assert.ok(start < ends[i]! && ends[i]! <= text.length, text);
  }
}

describe('any text', () => {
  for (const seed of [1, 2, 3, 4]) {
    it(`is read or refused without an exception, with places inside the text: random, seed ${seed}`, () => {
      const random = randomFrom(seed);
      for (let i = 0; i < 25_000; i++) checkText(somePieces(random, 40), languages[random(languages.length)]!);
    });
  }

  it('is read or refused without an exception, with places inside the text: mutated', () => {
    const random = randomFrom(5);
    for (let i = 0; i < 20_000; i++) {
      const { text, languageId } = mutatedText(random);
      checkText(text, languageId);
    }
  });

  it('of any characters can be asked for the literal and the name at a place', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((some) => some.join('')),
    );
    const property = fc.property(text, fc.constantFrom(...languages), fc.nat(), (some, languageId, at) => {
      checkText(some, languageId);
      const offset = at % (some.length + 1);
      literalAt(some, languageId, offset);
      const name = nameAt(some, languageId, offset);
      if (name) resolveName(name.name, [{ text: some, languageId }], 0, offset);
    });
    fc.assert(property, { numRuns: 3000 });
  });

  const hostile = [
    '[',
    ']',
    '[1],',
    '- ',
    'np.array(',
    '1 2 3\n',
    'k = [[1, 2]]\n',
    '"\\"',
    '|',
    'f(k)\n',
    '{a: [1, 2]}, ',
    '<td>',
    '<table>',
    '\\begin{bmatrix}',
    '| 1 ',
    'a b\n0 1 2\n',
    'Columns 1 to 2\n',
    '\u2013',
    '&minus;',
    '\\u001b[1m',
    '"1, 2\\n",\n',
    '[[1,2],[3,4],',
  ];
  for (const unit of hostile) {
    it(`of 100,000 characters is read to its end: ${JSON.stringify(unit)}`, () => {
      const text = unit.repeat(100_000 / unit.length);
      for (const languageId of ['python', 'plaintext', 'html', 'latex']) readMatrices(text, languageId);
      allLiterals(text, 'python');
      resolveName('k', [{ text, languageId: 'python' }], 0, text.length);
    });
  }
});
