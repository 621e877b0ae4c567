import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readParameters } from '../../../../src/literals/parameters/readParameters';

/** What is called and with what, short enough for tables. */
function called(text: string, languageId = 'python', before = ''): string[] {
  return readParameters(text, languageId, before).calls.map(({ function: name, arguments: named, others }) => {
    const parts = Object.entries(named).map(([key, { range }]) => `${key}=${text.slice(range.start, range.end)}`);
    return [name, ...parts, ...others.map((other) => other.text)].join(' ');
  });
}

describe('readParameters(text, languageId, before)', () => {
  for (const [text, languageId, expected] of [
    ["C = conv2(A, K, 'same');", 'matlab', "matlab.conv2 input=A kernel=K shape='same'"],
    ['Y = filter2(h, X)', 'matlab', 'matlab.filter2 kernel=h input=X'],
    ["imfilter(A, h, 'replicate', 'full')", 'octave', "matlab.imfilter input=A kernel=h 'replicate' 'full'"],
    ['cv::filter2D(src, dst, -1, k);', 'cpp', 'opencv.filter2D input=src dst=dst ddepth=-1 kernel=k'],
    ['cv2.filter2D(img, -1, k)', 'python', 'opencv.filter2D input=img ddepth=-1 kernel=k'],
    ['F.conv2d(\n  x,\n  w, # weights\n  stride=2,\n)', 'python', 'torch.conv2d input=x kernel=w stride=2'],
    ['f(g(conv2d(x, w, strides=1)))', 'python', 'tensorflow.conv2d input=x kernel=w strides=1'],
    ['nn.Conv2d(1, 1, 3, stride=2)', 'python', 'torch.conv2d in_channels=1 out_channels=1 kernel_size=3 stride=2'],
    [
      'convolve2d([[1, 2]], np.ones((2, 2)))',
      'python',
      'scipy.signal.convolve2d input=[[1, 2]] kernel=np.ones((2, 2))',
    ],
  ] as const)
    it(`reads ${text}`, () => assert.deepEqual(called(text, languageId), [expected]));

  it('knows names by what the file imports', () => {
    const text = 'y = convolve(a, b)';
    assert.deepEqual(called(text), []);
    assert.deepEqual(called(text, 'python', 'from scipy.ndimage import convolve\n'), [
      'scipy.ndimage.convolve input=a kernel=b',
    ]);
    assert.deepEqual(called(text, 'python', 'from numpy import (\n  array,\n  convolve,\n)\n'), [
      'numpy.convolve input=a kernel=b',
    ]);
    assert.deepEqual(called('sg.convolve2d(a, b)', 'python', 'import scipy.signal as sg'), [
      'scipy.signal.convolve2d input=a kernel=b',
    ]);
    assert.deepEqual(called(text, 'python', 'from astropy.convolution import convolve'), []);
    assert.deepEqual(readParameters(text, 'python').strangers, ['convolve']);
  });

  it('takes plain values from names that are assigned them in sight', () => {
    const { calls } = readParameters('s = 2\ny = F.conv2d(x, w, stride=s, padding=p)', 'python');
    assert.deepEqual(calls[0]?.arguments.stride?.value, { kind: 'numbers', numbers: [2] });
    assert.deepEqual(calls[0]?.arguments.padding?.value, { kind: 'word', word: 'p' });
  });

  it('is no call: a definition, a comment, a string, a method of something else', () => {
    for (const text of ['def conv2d(x, w):', '# F.conv2d(x, w)', '"F.conv2d(x, w)"', 'convolve2d', 'F.conv2d(x, w'])
      assert.deepEqual(readParameters(text, 'python'), { calls: [], strangers: [], labels: [] }, text);
    assert.deepEqual(readParameters("conv2(u, v, A, 'same')", 'matlab').strangers, ['conv2']);
  });

  for (const [text, languageId, expected] of [
    ['Stride: 1\nZero Padding: 2', 'plaintext', ['stride 1', 'zero-padding 2']],
    ['with stride = 2, padding: same.', 'markdown', ['stride 2', 'padding same']],
    ['# stride: 2x1, dilation = 3\nk = [[1]]', 'python', ['stride 2,1', 'dilation 3']],
    ['padding = (1, 2)', 'python', ['padding 1,2']],
    ['pool(x, stride=2)\ndef f(x, padding=0):', 'python', []],
    ['stride == 2; padding: some; strides', 'plaintext', []],
  ] as const)
    it(`finds the labels of ${text}`, () => {
      const { labels } = readParameters(text, languageId);
      const shown = labels.map(({ parameter, value }) =>
        value.kind === 'numbers'
          ? `${parameter} ${value.numbers.join()}`
          : `${parameter} ${value.kind === 'word' && value.word}`,
      );
      assert.deepEqual(shown, expected);
    });

  it('never throws, and names only places inside the text', () => {
    const pieces = fc.constantFrom(
      'F.conv2d',
      'conv2',
      'from ',
      'import ',
      ' as ',
      '(',
      ')',
      '[',
      ']',
      ',',
      '=',
      ':',
      '.',
      '::',
      '\n',
      ' ',
      '2',
      '-',
      "'same'",
      'stride',
      'padding',
      'x',
      '#',
      '"',
      '\\',
      '__proto__',
      'constructor',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }),
        fc.constantFrom('python', 'matlab', 'cpp', 'plaintext'),
        (parts, id) => {
          const text = parts.join('');
          for (const { range, arguments: named } of readParameters(text, id, text).calls)
            for (const place of [range, ...Object.values(named).map((one) => one.range)])
              assert.ok(place.start >= 0 && place.start < place.end && place.end <= text.length);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
