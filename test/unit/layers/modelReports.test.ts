import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { modelReports } from '../../../src/layers/flow/modelReports';
import { modelSummary } from '../../../src/layers/summary/modelSummary';
import { networkLayers } from '../../../src/layers/summary/networkLayers';

interface Construct {
  readonly name: string;
  readonly text: string;
  readonly output: readonly number[];
  readonly parameters: number;
}

interface PublicModel {
  readonly repository: string;
  readonly path: string;
  readonly commit: string;
  readonly by: string;
}

const { torch, constructs } = JSON.parse(readFileSync('test/fixtures/torch-models.json', 'utf8')) as {
  readonly torch: string;
  readonly constructs: readonly Construct[];
};

/** The model that a variable holds. */
const modelOf = (text: string, name = 'model') =>
  modelReports(text, 'python').find(({ variable }) => variable === name);

const keras = 'from tensorflow import keras\nfrom tensorflow.keras import layers\n';
const torchHead = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n';

describe(`modelReports beside PyTorch ${torch}`, () => {
  for (const { name, text, output, parameters } of constructs)
    it(name, () => {
      const report = modelOf(text);
      assert.deepEqual(report?.output?.slice(1), output.slice(1));
      assert.equal(report?.parameters, parameters);
      const refused = report?.rows.filter(({ use: { result } }) => !result || 'problem' in result);
      assert.deepEqual(refused, []);
    });
});

describe('modelReports', () => {
  it("follow Keras's tensors as Keras 3.15.1 does: 11 826 parameters, 10 answers", () => {
    const text = `${keras}
def block(x, filters, strides=1):
    shortcut = x
    if strides > 1 or x.shape[-1] != filters:
        shortcut = layers.Conv2D(filters, 1, strides=strides, use_bias=False)(x)
    x = layers.SeparableConv2D(filters, 3, strides=strides, padding="same")(x)
    x = layers.BatchNormalization()(x)
    return layers.Activation("relu")(layers.add([x, shortcut]))

inputs = keras.Input(shape=(32, 32, 3))
x = layers.Conv2D(16, 3, padding="same")(inputs)
for filters in [32, 64]:
    x = block(x, filters, strides=2)
side = layers.UpSampling2D()(layers.Conv2DTranspose(8, 3, strides=2, padding="same")(x))
x = layers.Concatenate()([side, layers.ZeroPadding2D(14)(layers.AveragePooling2D(2)(x))])
outputs = layers.Dense(10)(layers.GlobalAveragePooling2D()(x))
model = keras.Model(inputs, outputs)
`;
    const report = modelOf(text);
    assert.deepEqual(report?.output, [undefined, 10]);
    assert.equal(report?.parameters, 11_826);
  });

  it("follow Flax's compact calls as Flax 0.12.8 does: 283 914 parameters", () => {
    const text = `import jax
import jax.numpy as jnp
from flax import linen as nn
class CNN(nn.Module):
    features: int = 32
    @nn.compact
    def __call__(self, x):
        x = nn.avg_pool(nn.relu(nn.Conv(features=self.features, kernel_size=(3, 3))(x)), window_shape=(2, 2), strides=(2, 2))
        x = nn.Conv(features=2 * self.features, kernel_size=(3, 3), strides=(2, 2))(x)
        x = nn.relu(nn.BatchNorm(use_running_average=True)(x))
        x = nn.max_pool(x, (3, 3), strides=(2, 2), padding='SAME')
        x = nn.relu(nn.Dense(features=256)(x.reshape((x.shape[0], -1))))
        return nn.Dense(features=10)(x)
model = CNN()
params = model.init(jax.random.PRNGKey(0), jnp.ones([1, 28, 28, 1]))
`;
    assert.deepEqual(modelOf(text)?.output, [undefined, 10]);
    assert.equal(modelOf(text)?.parameters, 283_914);
  });

  it('take the input from an annotation of jaxtyping', () => {
    const text = `${torchHead}from jaxtyping import Float
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
    def forward(self, x: Float[torch.Tensor, "batch 3 32 height=20"]):
        return self.conv(x)
model = Net()
`;
    assert.deepEqual(modelOf(text)?.output, [undefined, 4, 30, 18]);
  });

  it('give no sum where a part of the model is not known', () => {
    const made = (init: string, forward = 'x') => `${torchHead}from torchvision import models
from mine import Attention, build
class Net(nn.Module):
    def __init__(self, flag=None):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        ${init}
    def forward(self, x):
        return self.conv(${forward})
model = Net(build())
model(torch.zeros(1, 3, 8, 8))
`;
    assert.equal(modelOf(made('pass'))?.parameters, 112);
    const open = [
      'self.back = models.resnet18()',
      'self.back = build(3)',
      'self.memory = nn.LSTM(3, 4)',
      'self.look = Attention(3)',
      'self.more = nn.Linear(3, 4) if flag else nn.Linear(3, 5)',
      'self.conv.weight = self.other',
    ];
    for (const init of open) assert.equal(modelOf(made(init))?.parameters, undefined, init);
    assert.equal(modelOf(made('if flag:\n            self.more = nn.Linear(3, 4)'))?.parameters, undefined);
  });

  it('end in any text, also where it runs for ever', () => {
    const endless = [
      `${torchHead}while True:\n    layers = [nn.Conv2d(3, 3, 3)]`,
      `${torchHead}def f(n):\n    return f(n + 1)\nf(0)`,
      `${torchHead}x = [1]\nfor i in range(10 ** 9):\n    x = x + x`,
      `${torchHead}class A(nn.Module):\n    def forward(self, x):\n        return self(x)\nA()(torch.zeros(1, 2))`,
      `${torchHead}x = [0] * 3000\ny = [[[a for b in x] for c in x] for d in x for a in x]`,
    ];
    for (const text of endless) assert.doesNotThrow(() => modelReports(text, 'python'));
  });
});

describe('the summary of a model', () => {
  const lenet = `${torchHead}
model = nn.Sequential(
    nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(6, 16, 5), nn.ReLU(), nn.BatchNorm2d(16), nn.AvgPool2d(2, ceil_mode=True),
    nn.Flatten(), nn.Linear(400, 120), nn.Softmax(dim=1),
)
model(torch.zeros(1, 1, 28, 28))
`;

  it('counts what a layer that is used again has once, and its work each time', () => {
    const text = `${torchHead}
conv = nn.Conv2d(2, 2, 3, padding=1)
model = nn.Sequential(conv, conv)
model(torch.zeros(1, 2, 5, 5))
`;
    const { rows, parameters, multiplyAdds } = modelSummary(modelOf(text)!);
    assert.deepEqual(
      rows.map((row) => [row.parameters, row.isShared]),
      [
        [2 * 2 * 9 + 2, false],
        [0, true],
      ],
    );
    assert.equal(parameters, 38);
    assert.equal(multiplyAdds, 2 * (2 * 2 * 9 * 25));
  });

  it('becomes a stack of the network panel, without what changes no shape', () => {
    const { layers, image, left, stopped } = networkLayers(modelOf(lenet)!);
    assert.deepEqual(image, [1, 28, 28]);
    assert.deepEqual(
      layers.map(({ kind }) => kind),
      ['conv', 'relu', 'pool', 'conv', 'relu', 'pool', 'flatten', 'dense', 'softmax'],
    );
    assert.deepEqual([left, stopped], [['nn.BatchNorm2d'], undefined]);
    const [conv] = layers;
    assert.ok(conv?.kind === 'conv');
    assert.deepEqual(
      [conv.filters, conv.kernelSize, conv.padding],
      [6, [5, 5], { kind: 'explicit', top: 2, bottom: 2, left: 2, right: 2 }],
    );
    const pools = layers.flatMap((layer) =>
      layer.kind === 'pool' ? [[layer.pooling, layer.window, layer.rounding]] : [],
    );
    assert.deepEqual(pools, [
      ['max', [2, 2], 'floor'],
      ['average', [2, 2], 'ceil_inside'],
    ]);
  });

  it('ends the stack where the model divides', () => {
    const text = `${torchHead}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(1, 2, 3)
        self.b = nn.Conv2d(2, 2, 1)
        self.c = nn.Conv2d(2, 5, 1)
    def forward(self, x):
        x = self.a(x)
        return F.relu(torch.cat([self.b(x), self.c(x)], 1))
model = Net()
model(torch.zeros(1, 1, 9, 9))
`;
    const { layers, stopped } = networkLayers(modelOf(text)!);
    assert.equal(stopped, 'F.relu');
    assert.equal(layers.length, 3);
  });
});

describe('public model files', () => {
  const list = JSON.parse(readFileSync('test/fixtures/publicModels.json', 'utf8')) as readonly PublicModel[];

  it('are listed with their commits and with what computed their figures', () => {
    assert.ok(new Set(list.map(({ repository, path }) => `${repository}/${path}`)).size >= 30);
    for (const { commit, by } of list) assert.match(`${commit} ${by}`, /^[\da-f]{40} (?:torch|keras)/);
  });
});
