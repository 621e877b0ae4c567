import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { equivalentLayer } from '../../../src/layers/equivalent/equivalentLayer';
import { invertedConvolution } from '../../../src/layers/equivalent/invertedConvolution';
import type { Layer } from '../../../src/layers/layer';
import { isLayerProblem } from '../../../src/layers/layerProblem';
import { readLayers } from '../../../src/layers/readLayer';
import { layerShape } from '../../../src/layers/shape/layerShape';

interface Pair {
  readonly call: string;
  readonly input: readonly number[];
  readonly lines: readonly string[];
  /** The largest between the outputs of both libraries, computed with the same weights. */
  readonly difference: number;
}

const { torch, keras, pairs } = JSON.parse(readFileSync('test/fixtures/equivalents.json', 'utf8')) as {
  readonly torch: string;
  readonly keras: string;
  readonly pairs: readonly Pair[];
};

function layerOf(call: string): { readonly layer: Layer; readonly path: string } {
  const [found] = readLayers(call, 'python');
  assert.ok(found && !isLayerProblem(found.layer), call);
  return { layer: found.layer, path: found.call.path };
}

const equal = (call: string, input?: readonly number[]) => equivalentLayer({ ...layerOf(call), input });

describe(`equivalentLayer, by the numbers of PyTorch ${torch} and Keras ${keras}`, () => {
  for (const { call, input, lines, difference } of pairs)
    it(`${call} is ${lines.join(', ')}`, () => {
      assert.deepEqual(equal(call, input)?.lines, lines);
      assert.ok(difference < 1e-6);
    });
});

describe('equivalentLayer', () => {
  it('is not told where the other library has none, or a number is not known', () => {
    const none = [
      'nn.ConvTranspose2d(4, 4, 3, groups=2)',
      'nn.ConvTranspose2d(4, 4, 3, stride=3, output_padding=2)',
      'nn.MaxPool2d(2, ceil_mode=True)',
      'nn.AvgPool2d(3, padding=1)',
      'nn.Conv2d(3, channels, 3)',
      'nn.AdaptiveAvgPool2d(7)',
      'layers.Conv2D(8, 3)',
      "layers.Conv2D(8, 3, data_format='channels_first')",
      'F.relu(x)',
    ];
    for (const call of none) assert.equal(equal(call), undefined, call);
    assert.equal(equal("layers.AveragePooling2D(3, strides=2, padding='same')", [1, 10, 10, 3]), undefined);
  });

  it('says what has to be done to data and weights', () => {
    assert.deepEqual(equal('nn.Conv2d(3, 8, 3)')?.notes, ['channels-last', 'kernel-axes']);
    assert.deepEqual(equal("layers.Conv2D(8, 3, strides=2, padding='same')", [1, 9, 9, 3])?.notes, [
      'channels-first',
      'kernel-axes',
      'for-this-size',
    ]);
  });
});

describe('invertedConvolution', () => {
  it('gives back the size that went in, whatever the stride folds together', () => {
    for (const conv of ['7, stride=2, padding=3', '3, stride=3', '(3, 4), stride=(2, 3), padding=1, dilation=2'])
      for (let size = 12; size < 24; size++) {
        const { layer } = layerOf(`nn.Conv2d(3, 8, ${conv})`);
        assert.ok(layer.kind === 'conv');
        const input = [1, 3, size, size + 1];
        const line = invertedConvolution(layer, input);
        const forward = layerShape(layer, input);
        assert.ok(line !== undefined && 'outputShape' in forward && forward.outputShape);
        const back = layerShape(layerOf(line).layer, forward.outputShape);
        assert.deepEqual('outputShape' in back && back.outputShape, input, line);
      }
  });

  it('is PyTorch’s alone, and told where everything is known', () => {
    const { layer } = layerOf("nn.Conv2d(3, 8, 3, padding='same')");
    assert.ok(layer.kind === 'conv');
    assert.equal(invertedConvolution(layer, [1, 3, 9, 9]), undefined);
  });
});
