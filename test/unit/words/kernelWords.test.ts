import assert from 'node:assert/strict';
import { presetGroups, presets } from '../../../src/engine/kernels/presets';
import { kernelWords, presetGroupName } from '../../../src/words/kernelWords';
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

  it('calls no two presets the same', () => {
    const names = presets.map(({ id }) => kernelWords(t, id)?.name);
    assert.equal(new Set(names).size, presets.length);
  });

  it('offers every preset under a heading', () => {
    for (const { id, group } of presets) assert.ok(presetGroups.includes(group), id);
    assert.equal(new Set(presetGroups.map((group) => presetGroupName(t, group))).size, presetGroups.length);
  });
});
