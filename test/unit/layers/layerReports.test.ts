import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { layerReports } from '../../../src/layers/flow/layerReports';
import { sum } from '../../../src/layers/shape/layerResult';

interface TorchLayer {
  readonly layer: string;
  readonly shape: readonly number[];
  readonly parameters: number;
}

interface TorchModel {
  readonly name: string;
  readonly model: string;
  readonly text: string;
  readonly parameters: number;
  readonly layers: readonly TorchLayer[];
}

type Remembered = Parameters<typeof layerReports>[2];

const { torch, cases } = JSON.parse(readFileSync('test/fixtures/torch-models.json', 'utf8')) as {
  readonly torch: string;
  readonly cases: readonly TorchModel[];
};

const head = 'import torch.nn as nn\nimport torch.nn.functional as F\n';

/** What comes out of each described layer of a text, by each use, without the batch; a problem by its code. */
function outputsOf(text: string, languageId = 'python', remembered: Remembered = {}): readonly unknown[] {
  const described = layerReports(text, languageId, remembered).filter(
    ({ end, start }) => !/^self\./.test(text.slice(start, end)),
  );
  return described.flatMap(({ layer, uses }) =>
    uses.map(({ result }) => {
      if ('problem' in layer) return layer.problem;
      if (!result) return undefined;
      return 'problem' in result ? result.problem : result.outputShape?.slice(1);
    }),
  );
}

const byLayer = <T>(all: readonly (readonly [string, T])[]) => {
  const groups: Record<string, T[]> = {};
  for (const [layer, one] of all) groups[layer] = [...(groups[layer] ?? []), one];
  return groups;
};

describe(`layerReports beside PyTorch ${torch}`, () => {
  for (const { name, model, text, parameters, layers } of cases) {
    const own = layerReports(text, 'python').filter(({ start, path }) => {
      const before = text.slice(0, start);
      return (
        path.startsWith('nn.') &&
        (model !== 'block' || !before.includes('model =')) &&
        (name !== 'mixed list' || before.includes('model ='))
      );
    });
    const described = own.filter(({ start }) => text.startsWith('nn.', start));

    it(`${name}: the shape after each layer`, () => {
      const shapes = described.flatMap(({ path, uses }) =>
        uses.map(
          ({ result }) =>
            [path.slice(3), result && 'outputShape' in result ? result.outputShape?.slice(1) : result] as const,
        ),
      );
      assert.deepEqual(byLayer(shapes), byLayer(layers.map(({ layer, shape }) => [layer, shape] as const)));
    });

    it(`${name}: the parameters, with the arithmetic that gives them`, () => {
      const results = described.map(({ uses }) => uses[0]?.result);
      assert.equal(sum(...results.map((one) => (one && 'parameters' in one ? one.parameters : undefined))), parameters);
      for (const { uses } of described) {
        const [use] = uses;
        const terms =
          use?.cost?.terms.map((term) => term.reduce<number>((all, size) => all * (size ?? Number.NaN), 1)) ?? [];
        assert.equal(
          terms.reduce((all, one) => all + one, 0),
          use?.result && 'parameters' in use.result ? use.result.parameters : undefined,
        );
      }
    });
  }
});

describe('layerReports', () => {
  it('follow the receptive field to the 196 cells of conv5_3 and the 212 of pool5 of VGG16 (Araujo et al. 2019)', () => {
    const block = (channels: readonly number[]) => [
      ...channels.slice(1).map((filters, index) => `nn.Conv2d(${channels[index]}, ${filters}, 3, padding=1)`),
      'nn.MaxPool2d(2)',
    ];
    const layers = [
      [3, 64, 64],
      [64, 128, 128],
      [128, 256, 256, 256],
      [256, 512, 512, 512],
      [512, 512, 512, 512],
    ].flatMap(block);
    const reports = layerReports(`${head}# input: 3x224x224\nvgg = nn.Sequential(${layers.join(', ')})`, 'python');
    const fields = reports.map(({ uses }) => uses[0]?.field?.map(({ size }) => size));
    assert.deepEqual(fields.slice(-2), [
      [196, 196],
      [212, 212],
    ]);
  });

  it('take the input shape from a comment, however it is spelled', () => {
    const spelled = [
      '# input: 3x9x9',
      '# Input: 3 × 9 × 9',
      '# input shape: (1, 3, 9, 9)',
      '# in = [3, 9, 9]',
      '# input (N, 3, 9, 9) of pictures',
      '#input_size: 3, 9, 9',
    ];
    for (const comment of spelled) {
      assert.deepEqual(outputsOf(`${head}${comment}\nm = nn.Sequential(nn.Conv2d(3, 4, 3))`), [[4, 7, 7]], comment);
      assert.deepEqual(outputsOf(`${head}m = nn.Conv2d(3, 4, 3)  ${comment}`), [[4, 7, 7]], comment);
    }
    const others = ['# 3x9x9', '# output: 3x9x9', '# input: an image', '# input: 9x9', 's = "# input: 3x9x9"'];
    for (const comment of others)
      assert.deepEqual(
        outputsOf(`${head}${comment}\nm = nn.Sequential(nn.Conv2d(3, 4, 3))`),
        [[4, undefined, undefined]],
        comment,
      );
  });

  it('take it from a tensor or a summary, then from what the model says, then from the person', () => {
    const list = 'net = nn.Sequential(nn.Conv2d(3, 4, 3))\n';
    const given = { net: [3, 5, 5] };
    assert.deepEqual(outputsOf(`${head}${list}net(torch.randn(8, 3, 9, 9).to(device))`, 'python', given), [[4, 7, 7]]);
    assert.deepEqual(
      outputsOf(`${head}${list}X = torch.rand(size=(1, 3, 9, 9))\nfor layer in net:\n    X = layer(X)`),
      [[4, 7, 7]],
    );
    assert.deepEqual(outputsOf(`${head}${list}summary(net, (3, 11, 9))`), [[4, 9, 7]]);
    assert.deepEqual(outputsOf(`${head}${list}# input: 3x7x7\nsummary(net, (3, 11, 9))`), [[4, 9, 7]]);
    assert.deepEqual(outputsOf(`${head}# input: 3x7x7\n${list}summary(net, (3, 11, 9))`), [[4, 5, 5]]);
    assert.deepEqual(outputsOf(`${head}${list}`, 'python', given), [[4, 3, 3]]);
    assert.deepEqual(outputsOf(`${head}other = nn.Conv2d(3, 4, 3)`, 'python', { 'nn.Conv2d(3, 4, 3)': [1, 3, 6, 6] }), [
      [4, 4, 4],
    ]);
  });

  it('do not take a tensor of one function, or of one of two models, for another', () => {
    const list = (name: string) => `${name} = nn.Sequential(nn.Conv2d(3, 4, 3))\n`;
    const open = [4, undefined, undefined];
    assert.deepEqual(outputsOf(`${head}${list('a')}${list('b')}x = torch.randn(1, 3, 9, 9)`), [open, open]);
    assert.deepEqual(outputsOf(`${head}${list('a')}${list('b')}b(torch.randn(1, 3, 9, 9))`), [open, [4, 7, 7]]);
    const apart = `def f():\n    x = torch.randn(1, 3, 9, 9)\ndef g(x):\n    return a(x), b(x)`;
    assert.deepEqual(outputsOf(`${head}${list('a')}${list('b')}${apart}`), [open, open]);
  });

  it('follow Keras: lists, what is added, and what the first layer or an Input says', () => {
    const keras = 'from tensorflow import keras\nfrom tensorflow.keras import layers\n';
    const list =
      'keras.Sequential([keras.Input(shape=(9, 9, 3)), layers.Conv2D(4, 3), layers.Flatten(), layers.Dense(2)])';
    assert.deepEqual(outputsOf(`${keras}m = ${list}`), [[7, 7, 4], [196], [2]]);
    const added = 'm = keras.Sequential()\nm.add(layers.Conv2D(4, 3, input_shape=(9, 9, 3)))\n';
    assert.deepEqual(outputsOf(`${keras}${added}m.add(layers.MaxPooling2D())`), [
      [7, 7, 4],
      [3, 3, 4],
    ]);
  });

  it('do not know what comes after a loop, a spread or a branch', () => {
    const keras = 'from tensorflow import keras\nfrom tensorflow.keras import layers\nm = keras.Sequential()\n';
    const first = 'm.add(layers.Conv2D(4, 3, input_shape=(9, 9, 3)))\n';
    const open = [undefined, undefined, 4];
    assert.deepEqual(
      outputsOf(`${keras}${first}for i in r:\n    m.add(layers.Conv2D(4, 3))\nm.add(layers.Conv2D(4, 3))`),
      [[7, 7, 4], open, open],
    );
    const spread = '# input: 3x9x9\nm = nn.Sequential(nn.Conv2d(3, 4, 3), *more, nn.Conv2d(4, 5, 3))';
    assert.deepEqual(outputsOf(`${head}${spread}`), [
      [4, 7, 7],
      [5, undefined, undefined],
    ]);
    const branch = `class A(nn.Module):
    def __init__(self):
        self.a = nn.Conv2d(3, 3, 3)
        self.b = nn.Conv2d(3, 3, 3)
    # input: 3x9x9
    def forward(self, x):
        x = self.a(x)
        if self.training:
            x = x[:, :, 1:]
        return self.b(x)`;
    assert.deepEqual(outputsOf(`${head}${branch}`), [
      [3, 7, 7],
      [3, undefined, 5],
    ]);
  });

  it('say what does not fit, once, and leave open what follows', () => {
    const text = `${head}m = nn.Sequential(nn.Conv2d(3, 28, 3), nn.Conv2d(32, 8, 3), nn.Conv2d(5, 6, 3))`;
    assert.deepEqual(outputsOf(text), [[28, undefined, undefined], 'channel-mismatch', [6, undefined, undefined]]);
    const [, second] = layerReports(text, 'python');
    const result = second?.uses[0]?.result;
    assert.deepEqual(result && 'details' in result && result.details, { expected: 32, found: 28 });
  });

  it('leave open what a parameter decides, though a constant has its name', () => {
    const text = `${head}classes = 7\nclass A(nn.Module):\n    def __init__(self, classes):\n        self.a = nn.Linear(3, classes)`;
    assert.deepEqual(outputsOf(text), [[undefined]]);
  });

  it('follow what is added to a list in TensorFlow.js', () => {
    const text = `const model = tf.sequential();
model.add(tf.layers.conv2d({inputShape: [28, 28, 1], kernelSize: 5, filters: 8}));
model.add(tf.layers.maxPooling2d({poolSize: 2, strides: 2}));
model.add(tf.layers.flatten());
for (const units of sizes) { model.add(tf.layers.dense({units: 4})); }
model.add(tf.layers.dense({units: 3}));`;
    assert.deepEqual(outputsOf(text, 'javascript'), [[24, 24, 8], [12, 12, 8], [1152], [4], [3]]);
    assert.equal(layerReports(text, 'javascript').at(-1)?.uses[0]?.input, undefined);
  });

  it('take any text, and deep ones, without throwing', () => {
    const { text } = cases[1]!;
    for (let end = 0; end < text.length; end += 7)
      assert.doesNotThrow(() => layerReports(text.slice(0, end), 'python'));
    const deep = [
      `${head}${'nn.Sequential('.repeat(900)}`,
      `${head}class A:\n    def forward(self, x):\n        return ${'self.a('.repeat(900)}`,
      `${head}class A:\n    def forward(self, x):\n        return ${'x + '.repeat(5000)}x`,
      `${head}class A:\n    def forward(self, x):\n        return x${'.relu()'.repeat(3000)}`,
      'class A:\n def __init__(self):\n  self.a = A()\n  self.b = A()\n def forward(self, x):\n  return self.a(self.b(self.a(x)))',
    ];
    for (const one of deep)
      for (const language of ['python', 'javascript']) assert.doesNotThrow(() => layerReports(one, language));
  });
});
