import assert from 'node:assert/strict';
import { readNamed } from '../../../../src/literals/names/readNamed';

/** Reads what stands between `‹` and `›` in the last cell: each literal as `cell: numbers`. */
function read(...marked: readonly string[]) {
  const last = marked.at(-1)!;
  const start = last.indexOf('‹');
  const end = last.indexOf('›') - 1;
  const cells = [...marked.slice(0, -1), last.replace('‹', '').replace('›', '')].map((text) => ({
    text,
    languageId: 'python',
  }));
  const reading = readNamed(cells, cells.length - 1, start, end);
  const shown = reading.placed.map(({ literal, cellIndex }) => `${cellIndex}: ${literal.data.join(' ')}`);
  return { reading, cells, shown };
}

describe('readNamed', () => {
  const image = 'image = np.array([[1, 2], [3, 4]])';
  const kernel = 'kernel = np.array([[0, 1], [1, 0]])';

  it('finds what names stand for, each in its own cell and with its own places', () => {
    const { reading, cells, shown } = read(image, `${kernel}\n‹convolve2d(image, kernel)›`);
    assert.deepEqual(shown, ['0: 1 2 3 4', '1: 0 1 1 0']);
    for (const { literal, cellIndex } of reading.placed) {
      const { data, starts, ends } = literal;
      const numbers = Array.from(starts, (start, i) => Number(cells[cellIndex]!.text.slice(start, ends[i])));
      assert.deepEqual(numbers, Array.from(data));
      assert.equal(literal.computed, undefined);
    }
  });

  it('says what was named, and in which cell', () => {
    const { reading } = read(image, '‹image›');
    const notes = reading.placed[0]!.literal.notes ?? [];
    assert.deepEqual(
      notes.map(({ note, details }) => [note, details]),
      [
        ['named', { found: 'image' }],
        ['in-cell', { cell: 1 }],
      ],
    );
  });

  it('computes with names; what is computed stands where the expression does', () => {
    for (const [expression, numbers] of [
      ['-kernel', '0 -1 -1 0'],
      ['image.T', '1 3 2 4'],
      ['np.ones((2, 2)) - image', '0 -1 -2 -3'],
      ['image * 2 + kernel', '2 5 7 8'],
    ] as const) {
      const { reading, cells, shown } = read(image, kernel, `‹${expression}›`);
      assert.deepEqual(
        shown.map((text) => text.replace('-0', '0')),
        [`2: ${numbers}`],
      );
      const { literal } = reading.placed[0]!;
      assert.equal(literal.computed, true);
      assert.equal(cells[2]!.text.slice(literal.range.start, literal.range.end), expression);
      assert.ok(literal.ends.every((end) => end <= cells[2]!.text.length));
    }
  });

  it('tells one matrix once', () => {
    assert.deepEqual(read(`‹${image}\nshow(image)›`).shown, ['0: 1 2 3 4']);
  });

  it('names what is missing, with its line', () => {
    const { reading } = read(image, 'image[0, 0] = 9', '‹-image›');
    assert.deepEqual(reading.placed, []);
    assert.deepEqual(reading.missing, {
      name: 'image',
      found: { unresolved: 'written', cellIndex: 1, range: { start: 0, end: 15 }, line: 0 },
    });
  });
});
