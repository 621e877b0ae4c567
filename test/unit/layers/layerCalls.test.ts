import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isLayerProblem } from '../../../src/layers/layerProblem';
import { readLayers } from '../../../src/layers/readLayer';
import { layerShape } from '../../../src/layers/shape/layerShape';
import { hover } from '../../tools/conformance/hover';

interface CallCase {
  readonly id: string;
  readonly languageId: string;
  readonly call: string;
  readonly inputShape: readonly number[];
  readonly inputLayout: string;
  readonly tensors?: Readonly<Record<string, readonly number[]>>;
  readonly expectedOutputShape: readonly (number | null)[] | null;
  readonly expectedParams: number | null;
  readonly expectedError?: string;
  readonly unknown?: readonly string[];
}

interface TorchCase {
  readonly call: string;
  readonly inputShape: readonly number[];
  readonly answer: { readonly outputShape: readonly number[]; readonly params: number } | null;
}

const linesOf = <T>(file: string): readonly T[] =>
  readFileSync(`test/fixtures/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

function answerOf({ call, languageId, inputShape, inputLayout, tensors }: CallCase): unknown {
  try {
    return hover(call, languageId, inputShape, inputLayout, tensors);
  } catch (error) {
    return { refused: (error as { code?: string }).code };
  }
}

/** The library and the path of each layer of a text. */
const layersOf = (text: string, languageId = 'python') =>
  readLayers(text, languageId).map(({ library, call }) => `${library}: ${call.path}`);

describe('layer calls', () => {
  for (const one of linesOf<CallCase>('conv-calls.jsonl')) {
    it(`${one.id} ${one.call.slice(0, 60)}`, () => {
      const answer = answerOf(one) as { outputShape?: unknown; params?: unknown; refused?: string };
      if (one.expectedError !== undefined) assert.ok(answer.refused !== undefined, JSON.stringify(answer));
      else {
        assert.deepEqual(answer.outputShape, one.expectedOutputShape);
        if (one.expectedParams !== null) assert.equal(answer.params, one.expectedParams);
      }
    });
  }

  it('gives the shapes and parameter counts of PyTorch 1.13 and refuses what it refuses', () => {
    for (const { call, inputShape, answer } of linesOf<TorchCase>('torch-calls.jsonl')) {
      const [found] = readLayers(call, 'python');
      assert.ok(found, call);
      const result = isLayerProblem(found.layer) ? found.layer : layerShape(found.layer, inputShape);
      if (isLayerProblem(result)) assert.equal(answer, null, `${call} ${inputShape}: ${result.problem}`);
      else
        assert.deepEqual(
          { outputShape: result.outputShape, params: result.parameters },
          answer,
          `${call} ${inputShape}`,
        );
    }
  });

  it('belong to the library that the imports name', () => {
    assert.deepEqual(layersOf('import torch.nn as nn\nnn.Conv2d(3, 8, 3)'), ['torch: nn.Conv2d']);
    assert.deepEqual(layersOf('from flax import linen as nn\nnn.Dense(10)'), ['flax: nn.Dense']);
    assert.deepEqual(layersOf('from mxnet.gluon import nn\nnn.Dense(10)'), ['mxnet: nn.Dense']);
    assert.deepEqual(layersOf('from tensorflow.keras import layers as kl\nkl.Conv2D(8, 3)'), ['keras: kl.Conv2D']);
    assert.deepEqual(layersOf('from keras.layers import (Conv2D,\n    Dense as D)\nD(3)'), ['keras: D']);
    assert.deepEqual(layersOf('import torch\ntorch.nn.functional.relu(x)'), [
      'torch.functional: torch.nn.functional.relu',
    ]);
    assert.deepEqual(layersOf('from mine import Conv2d\nConv2d(3, 8, 3)'), []);
  });

  it('are told apart by their spelling where nothing is imported', () => {
    const spelled = [
      'nn.Conv2d(3, 8, 3)',
      'nn.Conv2D(8, 3)',
      'nn.Conv(8, (3, 3))',
      'layers.Conv2D(8, 3)',
      'nn.Dense(8)',
    ];
    assert.deepEqual(
      spelled.map((text) => layersOf(text)),
      [['torch: nn.Conv2d'], ['mxnet: nn.Conv2D'], ['flax: nn.Conv'], ['keras: layers.Conv2D'], []],
    );
  });

  it('take constants of the text, and leave open what it changes', () => {
    const shapeOf = (text: string) => hover(text, 'python', [1, 3, 9, 9], 'nchw').outputShape;
    assert.deepEqual(shapeOf('k = 3\nc = 2 * k + 1\nnn.Conv2d(k, c, k)'), [1, 7, 7, 7]);
    assert.deepEqual(shapeOf('k = 3\nk += 2\nnn.Conv2d(3, 8, k)'), [1, 8, null, null]);
    assert.deepEqual(shapeOf('for k in ks:\n    nn.Conv2d(3, 8, k)'), [1, 8, null, null]);
    assert.deepEqual(shapeOf('nn.Conv2d(3, 8, **options)'), [1, 8, null, null]);
  });

  it('are not looked for in strings and comments', () => {
    assert.deepEqual(layersOf('# nn.Conv2d(3, 8, 3)\ns = "nn.Conv2d(3, 8, 3)"'), []);
    assert.deepEqual(layersOf('// tf.layers.conv2d({filters: 8})\n', 'javascript'), []);
  });
});
