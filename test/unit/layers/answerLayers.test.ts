import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { answerLayers, type LayersAnswer, type LayersAnswering } from '../../../src/layers/answerLayers';
import type { LayerReport } from '../../../src/layers/flow/layerReport';
import { layerReports } from '../../../src/layers/flow/layerReports';

const { cases } = JSON.parse(readFileSync('test/fixtures/torch-models.json', 'utf8')) as {
  readonly cases: readonly { readonly text: string }[];
};
const head = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n';
const texts = cases.map(({ text }) => head + text);

const nothing: LayersAnswer = { reports: [], faults: [], models: [] };

/** All that is known of a text, and in how many steps it was found out. */
function asked(
  answering: LayersAnswering,
  text: string,
  document = 'net.py',
  remembered = {},
  range = { start: 0, end: text.length },
  wantsAll = true,
) {
  const steps = answering({
    kind: 'layers',
    document,
    text,
    languageId: 'python',
    remembered,
    range,
    wantsFaults: wantsAll,
    wantsModels: wantsAll,
  });
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done) return { answer: step.value, steps: count };
  }
}

const fresh = (text: string): LayersAnswer => asked(answerLayers(), text).answer;

const sorted = (reports: readonly LayerReport[]) =>
  [...reports].sort((one, other) => one.start - other.start || one.end - other.end);

/** Texts that can stand in one, since none has names of another. */
const renamed = (all: readonly string[]) =>
  all.map((text, at) => text.replace(/^(class |def )?([A-Za-z_]\w*)(?=\(| = )/gm, `$1$2_${at}`));

/** Cuts some characters out of a text, and puts others there. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.integer({ min: 0, max: 12 }),
    put: fc.constantFrom('', ' ', '3', ', 5', '\n', '(', ')', 'x', '# ', "'", 'nn.Conv2d(3, 8, 3)', 'def f():\n    '),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('answerLayers', () => {
  it('tells after any edits what it would tell of the text if it had not read an earlier one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), edits, (text, changes) => {
        const answering = answerLayers();
        asked(answering, text);
        let now = text;
        for (const { at, cut, put } of changes) {
          const from = Math.floor(at * now.length);
          now = now.slice(0, from) + put + now.slice(from + cut);
          assert.deepEqual(asked(answering, now).answer, fresh(now));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads a text once for all who ask, and again with what the person has answered', () => {
    const answering = answerLayers();
    const text = `${head}net = nn.Sequential(nn.Conv2d(3, 8, 3))\n`;
    asked(answering, text);
    assert.equal(asked(answering, text).steps, 1);
    const { answer } = asked(answering, text, 'net.py', { net: [3, 9, 9] });
    const [use] = answer.reports[0]!.uses;
    assert.ok(use?.result && 'outputShape' in use.result);
    assert.deepEqual(use.result.outputShape, [undefined, 8, 7, 7]);
  });

  it('goes on with a reading that somebody else has given up', () => {
    const answering = answerLayers();
    const [text] = texts;
    const request = { kind: 'layers', document: 'net.py', text: text!, languageId: 'python', remembered: {} } as const;
    const range = { start: 0, end: text!.length };
    const first = answering({ ...request, range, wantsFaults: false, wantsModels: false });
    first.next();
    first.return(nothing);
    assert.deepEqual(asked(answering, text!).answer, fresh(text!));
  });

  it('gives the reports that touch a range', () => {
    const text = `${head}a = nn.Linear(3, 4)\nb = nn.Linear(5, 6)\n`;
    const at = text.indexOf('5, 6');
    const steps = answerLayers()({
      kind: 'layers',
      document: 'net.py',
      text,
      languageId: 'python',
      remembered: {},
      range: { start: at, end: at },
      wantsFaults: false,
      wantsModels: false,
    });
    let step = steps.next();
    while (!step.done) step = steps.next();
    assert.deepEqual(
      step.value.reports.map(({ start, end }) => text.slice(start, end)),
      ['nn.Linear(5, 6)'],
    );
  });

  it('tells of any place what it tells of the whole text', () => {
    const all = [...texts, renamed(texts).join('\n')];
    for (const text of all) {
      const whole = layerReports(text, 'python');
      for (const { start } of whole) {
        const { reports } = asked(answerLayers(), text, 'net.py', {}, { start, end: start }).answer;
        const touching = whole.filter((one) => one.start <= start && start < one.end);
        assert.deepEqual(sorted(reports), sorted(touching));
      }
      assert.deepEqual(sorted(fresh(text).reports), sorted(whole));
    }
  });

  it('follows no more than what a place depends on', () => {
    const model = (name: string) =>
      `class ${name}(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.conv = nn.Conv2d(3, 8, 3)\n` +
      '    # input: 3x32x32\n    def forward(self, x):\n        return self.conv(x)\n\n';
    const text = head + Array.from({ length: 60 }, (_, at) => model(`Net${at}`)).join('');
    const answering = answerLayers();
    const start = text.indexOf('nn.Conv2d', text.length / 2);
    const first = asked(answering, text, 'net.py', {}, { start, end: start }, false);
    assert.deepEqual(first.answer.reports[0]?.uses[0]?.input, [undefined, 3, 32, 32]);
    const next = text.indexOf('nn.Conv2d', start + 1);
    const one = asked(answering, text, 'net.py', {}, { start: next, end: next }, false).steps;
    const all = asked(answering, text, 'net.py', {}, { start: 0, end: text.length }, false).steps;
    assert.ok(one * 40 < all, `${one} steps for one of 60 classes, ${all} for those that were left`);
  });

  it('leaves alone what is no program', () => {
    const call = 'import torch.nn as nn\nnn.Linear(3, 4)\n';
    assert.equal(fresh(call).reports.length, 1);
    for (const noise of [']'.repeat(2000), '. '.repeat(2000), '>>> '.repeat(700), '('.repeat(2000)])
      assert.deepEqual(fresh(call + noise), nothing);
    assert.equal(fresh(`${call}# ${'-'.repeat(400)}\n# ${'='.repeat(800)}\n`).reports.length, 1);
  });
});
