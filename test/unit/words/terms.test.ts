import assert from 'node:assert/strict';
import { allTerms, isTerm, termText } from '../../../src/words/terms';
import { translator } from '../../../src/words/translate';

const t = translator({});

/** What the course asks to be defined (mission, row S19), and what its other rows use. */
const needed = [
  'patch',
  'kernel',
  'filter',
  'weights',
  'featureMap',
  'stride',
  'padding',
  'fill',
  'dilation',
  'layer',
  'receptiveField',
  'channel',
  'group',
  'depthwise',
  'bias',
  'locality',
  'parameterSharing',
  'equivariance',
  'invariance',
  'pooling',
  'flattening',
  'dense',
  'softmax',
  'crossCorrelation',
  'convolution',
  'gradient',
  'loss',
  'learningRate',
  'tap',
];

describe('terms', () => {
  it('define every word of the course', () =>
    assert.deepEqual(
      needed.filter((term) => !isTerm(term)),
      [],
    ));

  it('are one sentence each, which begins with the word', () => {
    for (const term of allTerms()) assert.match(termText(t, term), /^[A-Z][\w -]*: [^.]+\.$/);
  });
});
