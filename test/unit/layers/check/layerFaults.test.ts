import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { answerLayers } from '../../../../src/layers/answerLayers';
import type { LayerFault } from '../../../../src/layers/check/layerFault';
import { layerFaultText } from '../../../../src/words/layerFaultWords';
import { translator } from '../../../../src/words/translate';

interface TorchModel {
  readonly name: string;
  readonly text: string;
}

const models = (
  JSON.parse(readFileSync('test/fixtures/torch-models.json', 'utf8')) as { readonly cases: readonly TorchModel[] }
).cases;
interface TorchCall {
  readonly call: string;
  readonly inputShape: readonly number[];
  /** Null where PyTorch raised. */
  readonly answer: object | null;
}

const calls = readFileSync('test/fixtures/torch-calls.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as TorchCall)
  .filter(({ call }) => call.startsWith('nn.'));
const head = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n';

function faultsIn(text: string): readonly LayerFault[] {
  const steps = answerLayers()({
    kind: 'layers',
    document: 'net.py',
    text,
    languageId: 'python',
    remembered: {},
    range: undefined,
    wantsFaults: true,
    wantsModels: false,
  });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.faults;
  }
}

const sentences = (text: string) => faultsIn(text).map((fault) => layerFaultText(translator({}), fault));

/** The text with every fix made. */
function mended(text: string): string {
  const fixes = faultsIn(text).flatMap((fault) => fault.fixes);
  return fixes
    .sort((one, other) => other.start - one.start)
    .reduce((done, fix) => done.slice(0, fix.start) + fix.text + done.slice(fix.end), text);
}

/** A list of layers that PyTorch takes: kernels fit, channels follow each other, and the last layer counts right. */
const validNetwork = fc
  .record({
    channels: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 4 }),
    size: fc.integer({ min: 12, max: 40 }),
    kernel: fc.constantFrom(1, 2, 3),
    stride: fc.constantFrom(1, 2),
    padding: fc.constantFrom(0, 1),
    pools: fc.boolean(),
    asClass: fc.boolean(),
  })
  .map(({ channels, size, kernel, stride, padding, pools, asClass }) => {
    const layers: string[] = [];
    let side = size;
    for (const [index, filters] of channels.slice(1).entries()) {
      if (side + 2 * padding < kernel) break;
      layers.push(`nn.Conv2d(${channels[index]}, ${filters}, ${kernel}, stride=${stride}, padding=${padding})`);
      side = Math.floor((side + 2 * padding - kernel) / stride) + 1;
      layers.push(`nn.BatchNorm2d(${filters})`, 'nn.ReLU()');
      if (pools && side >= 2) {
        layers.push('nn.MaxPool2d(2)');
        side = Math.floor((side - 2) / 2) + 1;
      }
    }
    const last = channels[layers.filter((layer) => layer.startsWith('nn.Conv2d')).length]!;
    const features = last * side * side;
    const call = `model(torch.randn(2, ${channels[0]}, ${size}, ${size}))\n`;
    const listed = [...layers, 'nn.Flatten()', `nn.Linear(${features}, 10)`];
    const list = `model = nn.Sequential(\n    ${listed.join(',\n    ')},\n)\n`;
    const attributes = listed.map((layer, index) => `        self.l${index} = ${layer}\n`).join('');
    const steps = listed.map((_, index) => `        x = self.l${index}(x)\n`).join('');
    const made = `class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n${attributes}\n    def forward(self, x):\n${steps}        return x\n\n\nmodel = Net()\n`;
    return { text: `${head}${asClass ? made : list}${call}`, features, first: channels[0]! };
  });

describe('layerFaults', () => {
  it('says nothing of models that PyTorch has run', () => {
    for (const { name, text } of models)
      assert.deepEqual(sentences(text.startsWith('import') ? text : head + text), [], name);
  });

  it('says nothing of calls that PyTorch has made, and finds those that it refused', () => {
    for (const { call, inputShape, answer } of calls) {
      const text = `${head}layer = ${call}\nlayer(torch.zeros(${inputShape.join(', ')}))\n`;
      assert.equal(faultsIn(text).length, answer ? 0 : 1, text);
    }
  });

  it('says nothing of networks that fit, and finds the one number that does not, which its fix puts right', () => {
    fc.assert(
      fc.property(validNetwork, fc.integer({ min: 1, max: 9 }), ({ text, features, first }, more) => {
        assert.deepEqual(sentences(text), []);
        const wrong = text.replace(`nn.Linear(${features},`, `nn.Linear(${features + more},`);
        const [fault, ...others] = faultsIn(wrong);
        assert.ok(fault && others.length === 0);
        assert.equal(wrong.slice(fault.start, fault.end), `${features + more}`);
        assert.equal(mended(wrong), text);
        const narrow = text.replace(`nn.Conv2d(${first},`, `nn.Conv2d(${first + more},`);
        assert.equal(mended(narrow), text);
      }),
      { numRuns: 60 },
    );
  });

  it('tell the arithmetic that gives the right number, and write it where the text multiplies too', () => {
    const text = `${head}net = nn.Sequential(nn.Conv2d(1, 16, 5), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(16 * 5 * 5, 10))
net(torch.zeros(1, 1, 28, 28))
`;
    assert.deepEqual(sentences(text), ['16·12·12 = 2304 features come in, but in_features is 400.']);
    assert.ok(mended(text).includes('nn.Linear(16 * 12 * 12, 10)'));
  });

  it('find what PyTorch refuses whatever comes in', () => {
    const refused: readonly (readonly [layer: string, mended: string | undefined])[] = [
      ["nn.Conv2d(3, 8, 3, stride=2, padding='same')", 'nn.Conv2d(3, 8, 3, stride=2, padding=1)'],
      ['nn.MaxPool2d(2, 2, 2)', 'nn.MaxPool2d(2, 2, 1)'],
      ['nn.AvgPool2d(3, padding=(1, 2))', 'nn.AvgPool2d(3, padding=1)'],
      ['nn.Conv2d(3, 8, 3, groups=2)', undefined],
      ['nn.ConvTranspose2d(4, 6, 3, groups=4)', undefined],
    ];
    for (const [layer, right] of refused) {
      assert.equal(faultsIn(`${head}layer = ${layer}\n`).length, 1, layer);
      assert.equal(mended(`${head}layer = ${layer}\n`), `${head}layer = ${right ?? layer}\n`, layer);
    }
    for (const layer of ["nn.Conv2d(3, 8, 3, padding='same')", 'nn.MaxPool2d(3, 2, 1)', 'nn.Conv2d(4, 8, 3, groups=2)'])
      assert.deepEqual(faultsIn(`${head}layer = ${layer}\n`), [], layer);
  });

  it('find kernels that are larger than what comes in, and what has to be flattened', () => {
    const input = 'torch.zeros(1, 3, 4, 4)';
    assert.deepEqual(sentences(`${head}net = nn.Sequential(nn.Conv2d(3, 8, 7, padding=1))\nnet(${input})\n`), [
      'nn.Conv2d: the kernel spans 7 cells, and only 6 come in with the padding, as 3 × 4 × 4.',
    ]);
    assert.deepEqual(sentences(`${head}net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.Linear(32, 5))\nnet(${input})\n`), [
      'nn.Linear takes 32 features, but 8 × 2 × 2 come in: flatten them before, 8·2·2 = 32.',
    ]);
    const keras = 'import keras\nfrom keras import layers\n';
    const small = 'keras.Sequential([keras.Input((6, 6, 3)), layers.Conv2D(4, 3), layers.Conv2D(4, 5)])\n';
    assert.equal(faultsIn(`${keras}net = ${small}`).length, 1);
    assert.equal(faultsIn(`${keras}keras.config.set_image_data_format("channels_first")\nnet = ${small}`).length, 0);
  });

  it('are told only where the text says for certain what comes in', () => {
    const net = 'net = nn.Sequential(nn.Conv2d(3, 8, 3))\n';
    const wide = 'class Net(nn.Module):\n    def __init__(self, width=64):\n        super().__init__()\n';
    const doubtful: Readonly<Record<string, string>> = {
      'channels told last': `# input: 32x32x3\n${net}`,
      'a tensor that nothing says is meant for the model': `${net}target = torch.zeros(1, 1, 8, 8)\n`,
      'a name that a loop gives': `${net}x = torch.zeros(1, 1, 8, 8)\nfor x, y in data:\n    net(x)\n`,
      'a tensor that is changed in place': `${net}x = torch.zeros(8, 8, 3)\nx.unsqueeze_(0)\nx.transpose_(1, 3)\nnet(x)\n`,
      'a model of one of two branches': `if big:\n    net = nn.Sequential(nn.Conv2d(1, 8, 3))\nelse:\n    ${net}net(torch.zeros(1, 1, 8, 8))\n`,
      'what is tried': `${net}try:\n    net(torch.zeros(1, 1, 8, 8))\nexcept RuntimeError:\n    pass\n`,
      'a default that a call may change': `${wide}        self.a = nn.Conv2d(3, width, 3)\n        self.b = nn.Conv2d(32, 8, 3)\n\n    def forward(self, x):\n        return self.b(self.a(x))\n`,
      'a layer that is put in another one’s place': `${wide}        self.a = nn.Conv2d(3, 8, 3)\n\n    def forward(self, x):\n        return self.a(x)\n\n\nnet = Net()\nnet.a = nn.Conv2d(1, 8, 3)\nnet(torch.zeros(1, 1, 8, 8))\n`,
      'what an unknown function gives': `${wide}        self.a = nn.Linear(400, 120)\n        self.b = nn.Linear(2400, 10)\n\n    def forward(self, x):\n        return self.b(self.a(encode(x)).flatten(1))\n`,
      'a call that is not complete': `${head}net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.Conv2d(16, 8, 3)\n`,
      'a name that no import says': 'm = layers_of_mine.Sequential(nnn.Conv2d(3, 8, 3), nnn.Conv2d(16, 8, 3))\n',
    };
    for (const [name, text] of Object.entries(doubtful)) assert.deepEqual(sentences(head + text), [], name);
    const unimported = 'm = nn.Sequential(nn.Conv2d(3, 8, 3), nn.Conv2d(16, 8, 3))\n';
    assert.deepEqual(sentences(unimported), []);
    assert.equal(faultsIn(head + unimported).length, 1);
  });
});
