import assert from 'node:assert/strict';
import { literalFinder } from '../../../src/host/literalFinder';
import type { TextReader } from '../../../src/host/textReader';
import { answerReading, type ReadRequest } from '../../../src/literals/answerReading';

/** A reader on this thread, and what it was asked for. */
function countingReader() {
  const asked: string[] = [];
  const read = (request: ReadRequest) => {
    asked.push(request.kind);
    return Promise.resolve(answerReading(request));
  };
  return { asked, reader: { read } as Pick<TextReader, 'read'> };
}

function placeOf(text: string, written: string) {
  const start = text.indexOf(written);
  assert.ok(start >= 0, written);
  return { start, end: start + written.length };
}

function find(languageId: string, text: string, written: string, name?: string) {
  const range = placeOf(text, written);
  return literalFinder({ text, languageId }, countingReader().reader)({ range, name });
}

describe('literalFinder', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['python', 'k = [[1, 2], [3, 4]]\n', '[[1, 2], [3, 4]]'],
    ['python', 'y = F.conv2d(\n    x, torch.tensor([[1., 2.], [3., 4.]]), padding=1)\n', '[[1., 2.], [3., 4.]]'],
    ['python', 'y = f(x,\n      [[1, 2],\n       [3, 4]])\n', '[[1, 2],\n       [3, 4]]'],
    ['python', 'd = {"a":\n  [[1, 2], [3, 4]]}\n', '[[1, 2], [3, 4]]'],
    ['cpp', 'run(x,\n    {{1, 2}, {3, 4}});\n', '{{1, 2}, {3, 4}}'],
    ['json', '{\n "a": [[1, 2], [3, 4]] }\n', '[[1, 2], [3, 4]]'],
    ['r', 'f(x,\n  g(matrix(c(1, 3, 2, 4), nrow = 2)),\n  3)\n', 'matrix(c(1, 3, 2, 4), nrow = 2)'],
  ];
  for (const [languageId, text, written] of rows) {
    it(`finds ${JSON.stringify(written)} in ${JSON.stringify(text)}`, async () => {
      const found = await find(languageId, text, written);
      assert.ok('literal' in found, JSON.stringify(found));
      assert.deepEqual([...found.literal.data], [1, 2, 3, 4]);
      assert.deepEqual(
        [...found.literal.starts].map((start) => Number.parseFloat(text.slice(start))).sort(),
        [1, 2, 3, 4],
      );
    });
  }

  it('does not take a row for the matrix that cannot be read', async () => {
    for (const written of ['[[1, 2], [x, 4]]', '[[1, 2], [3]]', '[[1, 2], [3, 4]']) {
      const found = await find('python', `y = f(x,\n  ${written})\n`, written);
      assert.ok('problem' in found, `${written}: ${JSON.stringify(found)}`);
    }
  });

  it('does not take what stands beside a literal that was deleted', async () => {
    const text = 'y = f(\n  [[1, 2], [3, 4]])\n';
    const { start } = placeOf(text, '[[');
    const find = literalFinder({ text, languageId: 'python' }, countingReader().reader);
    assert.ok(!('literal' in (await find({ range: { start, end: start }, name: 'k' }))));
  });

  it('reads the lines alone where they say the matrix, and nothing twice', async () => {
    const { asked, reader } = countingReader();
    const text = 'k = [[1, 2], [3, 4]]\ny = f(x,\n  [[5, 6], [7, 8]])\n';
    const finder = literalFinder({ text, languageId: 'python' }, reader);
    await finder({ range: placeOf(text, '[[1, 2], [3, 4]]'), name: 'k' });
    await finder({ range: placeOf(text, '[[1, 2], [3, 4]]'), name: 'other' });
    assert.deepEqual(asked, ['matrices']);
    await finder({ range: placeOf(text, '[[5, 6], [7, 8]]'), name: undefined });
    await finder({ range: placeOf(text, '[[5, 6], [7, 8]]'), name: undefined });
    assert.deepEqual(asked, ['matrices', 'matrices', 'literals']);
  });

  it('reads the whole in the way that was chosen', async () => {
    const text = 'f(x,\n  matrix(c(1, 2, 3, 4), nrow = 2))\n';
    const { reader } = countingReader();
    const range = placeOf(text, 'matrix(c(1, 2, 3, 4), nrow = 2)');
    const sought = { range, name: undefined, choice: { order: 'rows' } } as const;
    const found = await literalFinder({ text, languageId: 'r' }, reader)(sought);
    assert.ok('literal' in found, JSON.stringify(found));
    assert.deepEqual([...found.literal.data], [1, 2, 3, 4]);
  });
});
