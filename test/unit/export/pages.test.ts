import assert from 'node:assert/strict';
import { pageSvg } from '../../../src/export/page/pageSvg';
import { whitePaper } from '../../../src/export/page/whitePaper';
import { exampleLatex } from '../../../src/export/text/exampleLatex';
import { exampleMarkdown } from '../../../src/export/text/exampleMarkdown';
import { readMatrices } from '../../../src/literals/readMatrices';
import { translator } from '../../../src/words/translate';
import { workedExamples } from '../../tools/programs/settings';

const t = translator({});
const examples = [...workedExamples()];

/** Tags in their order, each closed by its own: what an XML parser refuses first. */
function assertWellFormed(svg: string): void {
  const open: string[] = [];
  for (const [, close, name, selfClosed] of svg.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close) assert.equal(open.pop(), name);
    else if (!selfClosed) open.push(name!);
  }
  assert.deepEqual(open, []);
  assert.doesNotMatch(svg.replace(/<[^<>]*>/g, ''), /[<>]|&(?!amp;|lt;|gt;)/);
}

describe('the page of a worked example', () => {
  it('is well-formed for every setting, shown whole or so far', () => {
    for (const [index, example] of examples.entries()) {
      const step = example.output.data.length - 1;
      assertWellFormed(pageSvg({ example, step, isWhole: index % 2 === 0, look: whitePaper, t }));
    }
  });

  it('holds the cells of the map up to the step alone', () => {
    const example = examples.find(({ output }) => output.data.length >= 4)!;
    const dots = (step: number, isWhole: boolean) =>
      pageSvg({ example, step, isWhole, look: whitePaper, t }).split('>·<').length - 1;
    assert.equal(dots(0, false), example.output.data.length - 1);
    assert.equal(dots(2, false), example.output.data.length - 3);
    assert.equal(dots(0, true), 0);
  });

  it("takes a person's names as text", () => {
    const name = '"><script>alert(1)</script>&\u0000';
    const example = { ...examples[1]!, inputName: name, kernelName: name };
    const svg = pageSvg({ example, step: 0, isWhole: true, look: whitePaper, t });
    assertWellFormed(svg);
    assert.ok(!svg.includes('<script') && !svg.includes('\u0000'));
  });
});

describe('a worked example as text', () => {
  const texts = [
    ['LaTeX', exampleLatex, 'latex'],
    ['Markdown', exampleMarkdown, 'markdown'],
  ] as const;
  for (const [name, write, languageId] of texts) {
    it(`${name}: its matrices are read back, number for number`, () => {
      for (const example of examples) {
        const { literals } = readMatrices(write({ example, step: 0, t }), languageId);
        // A number alone between brackets is no matrix to the reader.
        const matrices = [example.input, example.kernel, example.output].filter(({ data }) => data.length > 1);
        for (const { shape, data } of matrices) {
          const isThere = literals.some(
            (literal) =>
              `${literal.shape}` === `${shape}` && data.every((value, i) => Object.is(value, literal.data[i])),
          );
          assert.ok(isThere, write({ example, step: 0, t }));
        }
      }
    });
  }

  it('keeps names that mean something in the language as names', () => {
    const example = { ...examples[1]!, inputName: '$a_b$ [x](command:y)', kernelName: '50%' };
    assert.match(exampleMarkdown({ example, step: 0, t }), /^## \\\$a\\_b\\\$ \\\[x\\\]\(command:y\) ⊛ 50%\n/);
  });
});
