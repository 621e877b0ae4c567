import assert from 'node:assert/strict';
import { presets } from '../../../src/engine/kernels/presets';
import { kernelWords } from '../../../src/words/kernelWords';
import { translator } from '../../../src/words/translate';

const t = translator({});

describe('kernelWords', () => {
  it('has a name and a purpose for every preset', () => {
    for (const { id } of presets) {
      const words = kernelWords(t, id);
      assert.ok(words && words.name.length > 2 && words.detects.length > 10, id);
    }
    assert.equal(kernelWords(t, 'nonsense'), undefined);
  });
});
