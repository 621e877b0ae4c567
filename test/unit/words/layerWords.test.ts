import assert from 'node:assert/strict';
import { layerReports } from '../../../src/layers/flow/layerReports';
import { layerText } from '../../../src/words/layerWords';
import { translator } from '../../../src/words/translate';

const texts = (text: string, languageId = 'python') =>
  layerReports(text, languageId).map((report) => layerText(translator({}), report));

const rows = (table: string) =>
  Object.fromEntries(
    table
      .split('\n')
      .slice(2)
      .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''))),
  );

describe('layerText(t, report)', () => {
  it('puts the numbers into the formula and writes the parameters out', () => {
    const [text] = texts('# input: 3x224x224\nnn.Conv2d(3, 64, 7, stride=2, padding=3)');
    assert.equal(text?.headline, 'PyTorch, 2-D convolution');
    assert.deepEqual(text?.shapes, ['3 × 224 × 224 → 64 × 112 × 112']);
    assert.deepEqual(rows(text!.table), {
      'Height, Width': '⌊(224 − 7 + 2·3) / 2⌋ + 1 = 112',
      Parameters: '64·3·7·7 + 64 = 9472',
      'Multiply-adds': '118\u2009013\u2009952 for each item',
    });
    assert.equal(text?.origin, 'Input shape from the comment for line 2.');
    assert.equal(text?.asks, undefined);
  });

  it('has the formula in H and W where the input is not known, and asks for it', () => {
    const [even, uneven] = texts('nn.Conv2d(3, 64, 7, 2, 3)\nnn.MaxPool2d((2, 3), ceil_mode=True)');
    assert.equal(rows(even!.table)['Height, Width'], '⌊(H − 7 + 2·3) / 2⌋ + 1, the same with W');
    assert.deepEqual(even?.shapes, ['3 × H × W → 64 × H′ × W′']);
    assert.equal(even?.asks, 'unknown');
    assert.equal(rows(uneven!.table).Height, '⌈(H − 2) / 2⌉ + 1');
    assert.equal(rows(uneven!.table).Width, '⌈(W − 3) / 3⌉ + 1');
  });

  it('counts the left-out window of a rounded-up pooling as PyTorch does: 5 by 3, padded by 1, gives 2', () => {
    const [text] = texts('# input: 1x7x5\nnn.MaxPool2d(2, 2, 1, ceil_mode=True)');
    assert.deepEqual(rows(text!.table), {
      Height: '⌈(7 − 2 + 2·1) / 2⌉ + 1 − 1 = 4',
      Width: '⌈(5 − 2 + 2·1) / 2⌉ + 1 − 1 = 3',
    });
  });

  it('has the sizes of transposed convolutions, PyTorch’s and Keras’s', () => {
    const torch = texts('# input: 1x3x3\nnn.ConvTranspose2d(1, 1, 3, 2, 1, output_padding=1)')[0];
    assert.equal(rows(torch!.table)['Height, Width'], '(3 − 1)·2 − 2·1 + 3 + 1 = 6');
    const keras = texts('layers.Conv2DTranspose(8, 5, strides=2, input_shape=(4, 4, 1))')[0];
    assert.equal(rows(keras!.table)['Height, Width'], '4·2 + 3 = 11');
  });

  it('says why a layer does not fit', () => {
    const problemOf = (text: string) => texts(text).find(({ problem }) => problem)?.problem;
    assert.equal(
      problemOf('nn.Sequential(nn.Conv2d(3, 28, 3), nn.Conv2d(32, 8, 3))'),
      'In 28 channels, the layer expects 32.',
    );
    assert.equal(problemOf('nn.Conv2d(3, 8, kernel=3)'), 'The layer has no argument “kernel”.');
    assert.equal(problemOf('nn.Conv2d(3, 8'), 'The call is not complete.');
    assert.equal(problemOf('nn.Conv2d(3, 8)'), 'The argument “kernel_size” is missing.');
    assert.match(
      problemOf('# input: 3x4x4\nnn.Conv2d(3, 8, 5)') ?? '',
      /^The kernel is larger than the input: in height it spans 5 cells, the input has 4\./,
    );
  });

  it('tells every input that a layer is used for', () => {
    const text = `class A(nn.Module):
    def __init__(self):
        self.pool = nn.MaxPool2d(2)
    # input: 3x16x12
    def forward(self, x):
        return self.pool(self.pool(x))`;
    assert.deepEqual(texts(text)[0]?.shapes, ['3 × 16 × 12 → 3 × 8 × 6', '3 × 8 × 6 → 3 × 4 × 3']);
  });
});
