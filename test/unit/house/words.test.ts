import assert from 'node:assert/strict';
import fs from 'node:fs';
import { translator } from '../../../src/words/translate';
import { bundlePath, collectSentences } from '../../tools/words.mjs';

describe('sentences', () => {
  const { sentences, unreadable } = collectSentences();

  it('are literals wherever they are said, so that they can be collected', () => assert.deepEqual(unreadable, []));

  it('stand in the bundle that translators start from; `npm run words` brings it up to date', () => {
    assert.deepEqual(Object.keys(JSON.parse(fs.readFileSync(bundlePath, 'utf8'))), sentences);
  });
});

describe('translator(bundle)', () => {
  const t = translator({ 'Row {0} of {1}': 'Von {1} Zeilen die {0}.' });

  it('puts the arguments where the translation wants them', () => {
    assert.equal(t('Row {0} of {1}', 2, 5), 'Von 5 Zeilen die 2.');
  });

  it('says it in English where no translation is known', () => assert.equal(t('Column {0}', 3), 'Column 3'));

  it('leaves a hole that has no argument, and braces in arguments, alone', () => {
    assert.equal(t('{0} and {1}', '{1}'), '{1} and {1}');
  });
});
