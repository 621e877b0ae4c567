import assert from 'node:assert/strict';
import { layerScene, readLayerScene } from '../../../src/host/layerScene';
import { layerReports } from '../../../src/layers/flow/layerReports';

const head = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n';

function sceneOf(layer: string, input?: readonly number[]) {
  const fed = input ? `layer(torch.zeros(${input.join(', ')}))\n` : '';
  return layerScene(layerReports(`${head}layer = ${layer}\n${fed}`, 'python')[0]!);
}

describe('layerScene', () => {
  it('takes over sizes, stride, dilation and padding of a plane', () => {
    assert.deepEqual(sceneOf('nn.Conv2d(3, 8, (3, 5), stride=(1, 2), padding=(1, 2), dilation=2)', [1, 3, 20, 30]), {
      name: 'nn.Conv2d',
      input: [20, 30],
      kernel: [3, 5],
      params: {
        strides: [1, 2],
        dilations: [2, 2],
        padding: { kind: 'explicit', top: 1, bottom: 1, left: 2, right: 2 },
      },
      isPool: false,
    });
    assert.equal(sceneOf('nn.MaxPool2d(2)', [1, 3, 8, 8])?.isPool, true);
  });

  it('lays one axis as a row, and shows a large input by a small one that ends alike', () => {
    assert.deepEqual(sceneOf('nn.Conv1d(3, 8, 5)', [1, 3, 40])?.input, [1, 40]);
    const [rows, cols] = sceneOf('nn.Conv2d(3, 64, 7, stride=2, padding=3)', [1, 3, 224, 225])!.input;
    assert.ok(rows <= 64 && cols <= 64);
    assert.deepEqual([(224 - rows) % 2, (225 - cols) % 2], [0, 0]);
  });

  it('gives an input that holds the window where none is known, and nothing for other layers', () => {
    const open = sceneOf('nn.Conv2d(3, 64, 11, stride=4)');
    assert.ok(open?.input.every((side) => side > 11));
    for (const layer of [
      'nn.Linear(3, 4)',
      'nn.Conv3d(1, 1, 3)',
      'nn.Conv2d(3, 8, size)',
      'nn.ConvTranspose2d(3, 8, 3)',
    ])
      assert.equal(sceneOf(layer), undefined, layer);
  });

  it('is read from a link only where it is whole', () => {
    const scene = sceneOf('nn.Conv2d(3, 8, 3)', [1, 3, 9, 9])!;
    assert.deepEqual(readLayerScene(JSON.parse(JSON.stringify(scene))), scene);
    const broken: readonly unknown[] = [
      undefined,
      [],
      { ...scene, input: [9, 1e9] },
      { ...scene, input: [9] },
      { ...scene, kernel: ['3', 3] },
      { ...scene, name: 7 },
      { ...scene, params: { strides: [1, 1] } },
      { ...scene, params: { ...scene.params, padding: { kind: 'huge' } } },
    ];
    for (const one of broken) assert.equal(readLayerScene(one), undefined);
  });
});
