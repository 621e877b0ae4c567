import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { allLiterals, literalAt } from '../../../src/literals/literalAt';
import { nameAt } from '../../../src/literals/names/nameAt';
import { resolveName } from '../../../src/literals/names/resolveName';
import { readMatrices } from '../../../src/literals/readMatrices';

const corpus: readonly string[] = readFileSync('test/fixtures/literals.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).text)
  .filter((text: string) => text.length < 2000);

const languageId = fc.constantFrom(
  'python',
  'javascript',
  'c',
  'rust',
  'go',
  'matlab',
  'julia',
  'r',
  'latex',
  'csv',
  'plaintext',
  'yaml',
  'wolfram',
);
const piece = fc.constantFrom(
  ...(
    '[ ] ( ) { } [[ ]] , ; : = := <- . .. ... - + * / ** // .* \' " ` \\ & | # % 1 2.5 -3 1e5 0x 1j nan np.array( .T for x in ' +
    'k reshape( \\begin{bmatrix} \\end{bmatrix} \\\\ >>> matrix(c( \n \n \t \u2212 \u200b \u{1f600} ! => :: < > as if return'
  ).split(' '),
  ' ',
  '\n',
);
const mutated = fc
  .tuple(fc.constantFrom(...corpus), fc.nat(), fc.nat(8), fc.array(piece, { maxLength: 4 }))
  .map(([text, at, removed, pieces]) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + pieces.join('') + text.slice(from + removed);
  });
const random = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

describe('any text', () => {
  it('is read or refused without an exception, with places inside the text, and soon', () => {
    let slowest = 0;
    fc.assert(
      fc.property(fc.oneof(mutated, random), languageId, fc.nat(), (text, id, at) => {
        const { literals, problems } = readMatrices(text, id);
        slowest = Math.max(
          slowest,
          quickest(() => readMatrices(text, id)),
        );
        assert.ok(literals.length + problems.length > 0);
        for (const { range } of [...literals, ...problems])
          assert.ok(range.start <= range.end && range.end <= text.length);
        for (const { shape, data, starts, ends } of literals) {
          assert.equal(
            data.length,
            shape.reduce((size, side) => size * side, 1),
          );
          assert.ok(shape.length > 0 && shape.length <= 4);
          assert.ok(starts.every((start, i) => start < ends[i]! && ends[i]! <= text.length));
        }
        const offset = at % (text.length + 1);
        literalAt(text, id, offset);
        const name = nameAt(text, id, offset);
        if (name) resolveName(name.name, [{ text, languageId: id }], 0, offset);
      }),
      { numRuns: 5000 },
    );
    assert.ok(slowest < 50, `${slowest} ms`);
  }).timeout(60_000);

  it('takes time in proportion to its length', () => {
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
    ];
    for (const unit of hostile) {
      const text = unit.repeat(300_000 / unit.length);
      const before = performance.now();
      readMatrices(text, 'python');
      allLiterals(text, 'python');
      resolveName('k', [{ text, languageId: 'python' }], 0, text.length);
      assert.ok(performance.now() - before < 5000, unit);
    }
  }).timeout(60_000);
});

/** The shortest of three runs, since the machine does other things too. */
function quickest(run: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3 && least > 5; i++) {
    const before = performance.now();
    run();
    least = Math.min(least, performance.now() - before);
  }
  return least;
}
