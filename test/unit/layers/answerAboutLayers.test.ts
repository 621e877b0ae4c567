import assert from 'node:assert/strict';
import { type AboutLayersRequest, answerAboutLayers } from '../../../src/layers/answerAboutLayers';
import { layerReports } from '../../../src/layers/flow/layerReports';

/** What comes back from a thread, to which the request went as plain data. */
const answered = (request: AboutLayersRequest) => structuredClone(answerAboutLayers(structuredClone(request)));

const code = `import torch.nn as nn
# input: 3x8x8
conv = nn.Conv2d(3, 4, 3, stride=2, padding=1)
dense = nn.Linear(400, 10)
other = nn.Linear(400, 10)
`;
const reports = layerReports(code, 'python');
const lines = reports.map(({ start }) => code.slice(0, start).split('\n').length - 1);
const message = 'RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x576 and 400x10)';

describe('answerAboutLayers(request)', () => {
  it('finds the error in a text, or none', () => {
    const error = { kind: 'matrices', found: 576, expected: 400, units: 10 };
    assert.deepEqual(answered({ kind: 'shape-error', text: message }), { error });
    assert.deepEqual(answered({ kind: 'shape-error', text: 'NameError: x' }), { error: undefined });
  });

  it('suspects the layers with the numbers of the error, and the one in the line of the traceback alone', () => {
    const suspected = (text: string) => {
      const { error } = answered({ kind: 'shape-error', text: message }) as { error: never };
      const request = { kind: 'suspects', error, text, reports, lines, place: 'net.py', isNotebook: false } as const;
      const { suspects } = answered(request) as { suspects: readonly { report: { start: number } }[] };
      return suspects.map(({ report }) => code.slice(0, report.start).split('\n').length);
    };
    assert.deepEqual(suspected(message), [4, 5]);
    assert.deepEqual(suspected(`  File "/home/me/net.py", line 5, in <module>\n${message}`), [5]);
  });

  it('tells the layer of Keras with the same numbers', () => {
    const [report] = reports;
    const { equal, inverted } = answered({ kind: 'equivalent', report: report! }) as ReturnType<typeof JSON.parse>;
    assert.equal(equal.library, 'Keras');
    assert.match(equal.lines.join('\n'), /Conv2D\(4, 3, strides=2/);
    // (8 + 2 − 3) mod 2 is 1.
    assert.equal(inverted, 'nn.ConvTranspose2d(4, 3, 3, stride=2, padding=1, output_padding=1)');
  });
});
