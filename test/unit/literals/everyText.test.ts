import assert from 'node:assert/strict';
import type { MatrixLiteral } from '../../../src/literals/literal';
import { type Reading, readMatrices } from '../../../src/literals/readMatrices';
import { namedNumber, numberFromText } from '../../../src/literals/text/namedNumbers';
import { readNumber } from '../../../src/literals/text/number';
import { corpus } from './corpus';

describe('every text', () => {
  it('has in each of its beginnings a result or a problem, with places inside', () => {
    for (const { text, languageId } of corpus) {
      if (text.length > longest) continue;
      for (let length = 0; length <= text.length; length++) checkPlaces(text.slice(0, length), languageId);
    }
  });

  it('is read alike with line ends of Windows, and with blanks before them', () => {
    for (const { text, languageId } of corpus) {
      const read = numbersOf(readMatrices(text, languageId));
      assert.deepEqual(numbersOf(readMatrices(text.replaceAll('\n', '\r\n'), languageId)), read, text);
      const isContinued = text.includes('\\\n');
      if (!isContinued)
        assert.deepEqual(numbersOf(readMatrices(text.replaceAll('\n', '  \n'), languageId)), read, text);
    }
  });

  it('is read alike with empty lines around it', () => {
    for (const { text, languageId } of corpus) {
      const read = numbersOf(readMatrices(text, languageId));
      assert.deepEqual(numbersOf(readMatrices(`\n\n${text}\n\n`, languageId)), read, text);
    }
  });

  it('has every number where it says that it stands', () => {
    let checked = 0;
    for (const { text, languageId } of corpus) {
      for (const literal of readMatrices(text, languageId).literals) {
        if (!literal.computed) checked += checkNumbers(text, literal);
      }
    }
    assert.ok(checked > 3000, `${checked} numbers`);
  });
});

const longest = 2000;

function checkPlaces(text: string, languageId: string): void {
  const { literals, problems } = readMatrices(text, languageId);
  assert.ok(literals.length + problems.length > 0, text);
  for (const { range } of [...literals, ...problems]) {
    assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, text);
  }
  for (const { starts, ends } of literals) {
    assert.ok(
      starts.every((start, i) => start < ends[i]! && ends[i]! <= text.length),
      text,
    );
  }
}

function numbersOf({ literals, problems }: Reading): unknown {
  return literals.length > 0
    ? literals.map(({ shape, data }) => ({ shape, data: Array.from(data) }))
    : problems[0]?.problem;
}

/** How many numbers of a literal could be compared with the characters at their places; all that can be must be the same. */
function checkNumbers(text: string, { data, starts, ends }: MatrixLiteral): number {
  let checked = 0;
  for (const [i, value] of data.entries()) {
    const written = text.slice(starts[i], ends[i]);
    const read = readNumber(written) ?? namedNumber(written) ?? numberFromText(written);
    if (read === undefined) continue;
    assert.ok(Object.is(read, value) || read === value, `${written} is ${value} in ${text}`);
    checked++;
  }
  return checked;
}
