import assert from 'node:assert/strict';
import { layersOfError } from '../../../src/layers/errors/layersOfError';
import { shapeError } from '../../../src/layers/errors/shapeError';
import { tracebackLines } from '../../../src/layers/errors/tracebackLines';
import { layerReports } from '../../../src/layers/flow/layerReports';
import { shapeErrorText } from '../../../src/words/shapeErrorWords';
import { translator } from '../../../src/words/translate';

const t = translator({});
const explained = (message: string) => {
  const error = shapeError(message);
  return error && shapeErrorText(t, error, undefined);
};

/** Messages as PyTorch 1.13 and Keras 3.15.1 print them, and what of them a person is told. */
const messages: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
  [
    'RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x576 and 400x10)',
    { kind: 'matrices', found: 576, expected: 400, units: 10 },
    /in_features to 576/,
  ],
  [
    'RuntimeError: size mismatch, m1: [4 x 576], m2: [400 x 10] at /pytorch/aten/src/TH/generic/THTensorMath.cpp:136',
    { kind: 'matrices', found: 576, expected: 400, units: 10 },
    /576/,
  ],
  [
    'Given groups=1, weight of size [8, 3, 3, 3], expected input[1, 1, 8, 8] to have 3 channels, but got 1 channels instead',
    { kind: 'channels', found: 1, expected: 3, weight: [8, 3, 3, 3], input: [1, 1, 8, 8], isTransposed: false },
    /in_channels to 1/,
  ],
  [
    'Given transposed=1, weight of size [16, 8, 3, 3], expected input[1, 4, 8, 8] to have 16 channels, but got 4 channels instead',
    { kind: 'channels', found: 4, expected: 16, weight: [16, 8, 3, 3], input: [1, 4, 8, 8], isTransposed: true },
    /16/,
  ],
  [
    "Calculated padded input size per channel: (3 x 3). Kernel size: (5 x 5). Kernel size can't be greater than actual input size",
    { kind: 'kernel-too-large', padded: [3, 3], kernel: [5, 5] },
    /padding of 1/,
  ],
  [
    'Given input size: (16x1x1). Calculated output size: (16x0x0). Output size is too small',
    { kind: 'output-empty', input: [16, 1, 1], kernel: undefined },
    /larger image/,
  ],
  [
    'Sizes of tensors must match except in dimension 1. Expected size 56 but got size 57 for tensor number 1 in the list.',
    { kind: 'sizes-apart', sizes: [56, 57], axis: undefined, isJoin: true },
    /to 56/,
  ],
  [
    'The size of tensor a (56) must match the size of tensor b (28) at non-singleton dimension 3',
    { kind: 'sizes-apart', sizes: [56, 28], axis: 3, isJoin: false },
    /shortcut/,
  ],
  [
    "shape '[-1, 400]' is invalid for input of size 2304",
    { kind: 'reshape', shape: [-1, 400], count: 2304 },
    /x\.flatten\(1\)/,
  ],
  [
    'pad should be at most half of kernel size, but got pad=2 and kernel_size=2',
    { kind: 'pool-padding', padding: 2, kernel: 2 },
    /padding 1 or less/,
  ],
  [
    'pad should be at most half of effective kernel size, but got pad=2, kernel_size=2 and dilation=1',
    { kind: 'pool-padding', padding: 2, kernel: 2 },
    /padding 1 or less/,
  ],
  [
    'output padding must be smaller than either stride or dilation, but got output_padding_height: 2 output_padding_width: 2 stride_height: 1 stride_width: 1 dilation_height: 1 dilation_width: 1',
    { kind: 'output-padding', outputPadding: 2, stride: 1 },
    /output_padding 0 or less/,
  ],
  ['running_mean should contain 16 elements not 8', { kind: 'normalisation', found: 16, expected: 8 }, /16 channels/],
  [
    'Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [3, 3]',
    { kind: 'rank', name: 'conv2d', expected: 4, found: 2, input: [3, 3] },
    /unsqueeze/,
  ],
  [
    'ValueError: Expected input batch_size (36) to match target batch_size (64).',
    { kind: 'batches', found: 36, expected: 64 },
    /x\.flatten\(1\)/,
  ],
  [
    "Input 0 with name 'None' of layer 'dense_1' is incompatible with the layer: expected axis -1 of input shape to have value 784, but received input with shape (None, 28)",
    { kind: 'axis', name: 'dense_1', axis: -1, expected: 784, input: [undefined, 28] },
    /784/,
  ],
  [
    'Input 0 of layer "dense" is incompatible with the layer: expected axis -1 of input shape to have value 784, but received input with shape (None, 28, 28)',
    { kind: 'axis', name: 'dense', axis: -1, expected: 784, input: [undefined, 28, 28] },
    /28·28 = 784/,
  ],
  [
    "Input 0 with name 'None' of layer 'conv2d' is incompatible with the layer: expected min_ndim=4, found ndim=3. Full shape received: (None, 28, 28)",
    { kind: 'rank', name: 'conv2d', expected: 4, found: 3, input: [undefined, 28, 28] },
    /\(28, 28, 1\)/,
  ],
  [
    'Computed output size would be zero or negative. Received `inputs shape=(None, 3, 3, 1)`, `kernel shape=(5, 5, 1, 8)`, `dilation_rate=[1 1]`, `strides=(1, 1)`, `padding=valid`.',
    { kind: 'output-empty', input: [undefined, 3, 3, 1], kernel: [5, 5] },
    /“same”/,
  ],
  [
    'Computed output size would be zero or negative. Received: `inputs.shape=[None 1 1 8]`, `pool_size=[2 2]`, `strides=(2, 2)`, `padding=valid`.',
    { kind: 'output-empty', input: [undefined, 1, 1, 8], kernel: [2, 2] },
    /“same”/,
  ],
  [
    "Negative dimension size caused by subtracting 3 from 2 for '{{node conv2d/Conv2D}}'",
    { kind: 'kernel-too-large', padded: [2], kernel: [3] },
    /smaller kernel/,
  ],
  [
    'A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. Received: input_shape=[(None, 56, 56, 64), (None, 57, 57, 64)]',
    {
      kind: 'shapes-apart',
      shapes: [
        [undefined, 56, 56, 64],
        [undefined, 57, 57, 64],
      ],
      isJoin: true,
    },
    /Cropping2D/,
  ],
  [
    'Inputs have incompatible shapes. Received shapes (56, 56, 64) and (28, 28, 64)',
    {
      kind: 'shapes-apart',
      shapes: [
        [56, 56, 64],
        [28, 28, 64],
      ],
      isJoin: false,
    },
    /same strides/,
  ],
  [
    'The total size of the tensor must be unchanged. Received: input_shape=(24,), target_shape=(5, 5)',
    { kind: 'reshape', shape: [5, 5], count: 24 },
    /24 numbers/,
  ],
];

describe('shapeError', () => {
  for (const [message, error, said] of messages)
    it(`reads ${message.slice(0, 60)}`, () => {
      assert.deepEqual(shapeError(message), error);
      // A terminal breaks lines where it likes.
      assert.deepEqual(shapeError(`Traceback\n  File "net.py"\n${message.replaceAll(' ', '\n  ')}\n`), error);
      const told = explained(message);
      assert.ok(told && told.ways.length >= 2);
      assert.match(`${told.what} ${told.ways.join(' ')}`, said);
      assert.doesNotMatch(`${told.what} ${told.ways.join(' ')}`, /\{\d\}|undefined|NaN/);
    });

  it('takes the last of several, and nothing from other texts', () => {
    const [first, second] = [messages[0]![0], messages[2]![0]];
    assert.equal(shapeError(`${first}\n${second}`)?.kind, 'channels');
    for (const text of [
      '',
      'RuntimeError: CUDA out of memory',
      'x = nn.Linear(400, 10)',
      'Traceback (most recent call last):',
    ])
      assert.equal(shapeError(text), undefined);
  });

  it('takes long texts in the time that they are long', () => {
    assert.equal(shapeError('Given groups=1, weight of size [1, '.repeat(20_000)), undefined);
    assert.equal(shapeError('Input 0 of layer "'.repeat(20_000)), undefined);
  });
});

describe('layersOfError', () => {
  const text = `import torch
import torch.nn as nn
first = nn.Linear(400, 10)
net = nn.Sequential(nn.Conv2d(1, 8, 3, stride=2), nn.Flatten(), nn.Linear(400, 10))
net(torch.randn(1, 1, 28, 28))
`;
  const lineOf = ({ start }: { readonly start: number }) => text.slice(0, start).split('\n').length - 1;
  const found = (message: string, lines: readonly number[] = []) =>
    layersOfError(shapeError(message)!, layerReports(text, 'python'), lines, lineOf).map(
      ({ report, use }) => [report.path, lineOf(report), use?.input?.at(-1)] as const,
    );

  it('is the one whose input has the numbers of the message', () => {
    assert.deepEqual(found('mat1 and mat2 shapes cannot be multiplied (1x1352 and 400x10)'), [['nn.Linear', 3, 1352]]);
  });

  it('is every one with its numbers where no input is known, and the one that the traceback names', () => {
    const message = 'mat1 and mat2 shapes cannot be multiplied (1x7 and 400x10)';
    assert.deepEqual(found(message), [
      ['nn.Linear', 2, undefined],
      ['nn.Linear', 3, undefined],
    ]);
    assert.deepEqual(found(message, [3]), [['nn.Linear', 3, undefined]]);
  });

  it('is a convolution by its weights', () => {
    const message =
      'Given groups=1, weight of size [8, 1, 3, 3], expected input[1, 3, 8, 8] to have 1 channels, but got 3 channels instead';
    assert.deepEqual(found(message), [['nn.Conv2d', 3, undefined]]);
  });
});

describe('tracebackLines', () => {
  it('are those of the file, the innermost first', () => {
    const trace =
      'Traceback (most recent call last):\n  File "/home/me/net.py", line 40, in <module>\n  File "/home/me/net.py", line 23, in forward\n  File "/usr/lib/python3/dist-packages/torch/nn/modules/linear.py", line 114, in forward\n';
    assert.deepEqual(tracebackLines(trace, 'net.py', false), [22, 39]);
    assert.deepEqual(tracebackLines(trace, 'other.py', false), []);
    assert.deepEqual(tracebackLines('Cell In[3], line 2\n      1 x\n----> 2 net(x)', 'net.ipynb', true), [1]);
  });
});
