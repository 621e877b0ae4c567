import assert from 'node:assert/strict';
import { answerExport, type ExportOrder } from '../../../src/export/answerExport';
import { pageSvg } from '../../../src/export/page/pageSvg';
import { whitePaper } from '../../../src/export/page/whitePaper';
import { programIds } from '../../../src/export/program/programKinds';
import { writeProgram } from '../../../src/export/program/writeProgram';
import { exampleLatex } from '../../../src/export/text/exampleLatex';
import { readMatrices } from '../../../src/literals/readMatrices';
import { formatKinds } from '../../../src/literals/write/formatKinds';
import { shapeErrorText } from '../../../src/words/shapeErrorWords';
import { translator } from '../../../src/words/translate';
import { workedExamples } from '../../tools/programs/settings';

const example = [...workedExamples()].find(({ output }) => output.data.length >= 4)!;
const words = { 'input size': 'Größe' };

/** What comes back from a thread, to which the order went as plain data. */
function answered(order: ExportOrder) {
  const steps = answerExport(structuredClone({ kind: 'export', order, words }));
  const shares: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { shares, ...structuredClone(step.value) };
    shares.push(step.value);
  }
}

describe('answerExport(request)', () => {
  it('writes the program of every library', () => {
    for (const id of programIds)
      assert.deepEqual(answered({ as: 'program', id, example }).texts, [writeProgram(id, example)]);
  });

  it('writes in the words that come with the request', () => {
    const t = translator(words);
    assert.deepEqual(answered({ as: 'latex', example, step: 1 }).texts, [exampleLatex({ example, step: 1, t })]);
  });

  it('draws a page for each step, and tells how far it is after each', () => {
    const steps = [0, 1, 2, 3];
    const { texts, shares } = answered({ as: 'pages', example, steps, isWhole: false, look: 'white' });
    const t = translator(words);
    assert.deepEqual(
      texts,
      steps.map((step) => pageSvg({ example, step, isWhole: false, look: whitePaper, t })),
    );
    assert.deepEqual(shares, [0.25, 0.5, 0.75, 1]);
  });
});

describe('an error as text', () => {
  it('says what happened, and then each way to mend it', () => {
    const error = { kind: 'matrices', found: 576, expected: 400, units: 10 } as const;
    const { what, ways } = shapeErrorText(translator(words), error, undefined);
    assert.deepEqual(answered({ as: 'shape-error', error, use: undefined }).texts, [what, ...ways]);
  });
});

describe('a matrix as text', () => {
  const tensor = { shape: [2, 2], data: Float64Array.of(1, -2.5, 3, 4) };

  it('is read back, number for number, in every format', () => {
    for (const { id, languages } of formatKinds) {
      const [text] = answered({ as: 'matrix', format: id, tensor, name: 'k', most: 1000 }).texts;
      const { literals } = readMatrices(text!, languages[0] ?? 'python');
      assert.deepEqual([...literals[0]!.data], [...tensor.data], id);
    }
  });

  it('is none where it would be too long', () => {
    assert.deepEqual(answered({ as: 'matrix', format: 'csv', tensor, name: undefined, most: 5 }).texts, []);
  });

  it('has a beginning on one line', () => {
    const matrices = formatKinds.map(({ id }) => ({ format: id, tensor }));
    const { texts } = answered({ as: 'beginnings', matrices, name: 'k' });
    assert.equal(texts.length, formatKinds.length);
    for (const text of texts) assert.ok(/^\S.*4/.test(text) && !text.includes('\n') && text.length <= 61, text);
  });
});
