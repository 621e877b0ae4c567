import assert from 'node:assert/strict';
import { layerReports } from '../../../src/layers/flow/layerReports';
import { layerHintText } from '../../../src/words/layerHintWords';

const head = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n';
const hints = (text: string) => layerReports(head + text, 'python').map(layerHintText);

describe('layerHintText', () => {
  it('tells what comes out, with letters for what is not known', () => {
    assert.deepEqual(
      hints('net = nn.Sequential(nn.Conv2d(3, 64, 7, 2, 3), nn.ReLU())\nnet(torch.zeros(1, 3, 224, 224))\n'),
      ['→ 64×112×112', '→ 64×112×112'],
    );
    assert.deepEqual(hints('c = nn.Conv2d(3, 64, 7)\n'), ['→ 64×H′×W′']);
  });

  it('tells each shape of a layer that is used for several, and nothing where nothing is known', () => {
    const used = 'c = nn.Conv2d(3, 8, 3)\nc(torch.zeros(1, 3, 9, 9))\nc(torch.zeros(1, 3, 5, 5))\n';
    assert.equal(hints(used)[0], '→ 8×7×7, 8×3×3');
    assert.deepEqual(hints('r = nn.ReLU()\n'), [undefined]);
    assert.deepEqual(hints('c = nn.Conv2d(3, 8, kernel=3)\n'), [undefined]);
  });
});
