import type { ConvolutionFunction } from './convolutionCall';

/** How a function is called. */
export interface Signature {
  readonly function: ConvolutionFunction;
  /** Ends of its dotted path by which it is known. */
  readonly paths: readonly string[];
  /** Its arguments in order, input and kernel by these names. */
  readonly arguments: readonly string[];
  /** Other names of its arguments. */
  readonly keywords?: Readonly<Record<string, string>>;
  /** An argument that is one of some words; where it is not, the call means something else. */
  readonly words?: readonly [argument: string, ...words: string[]];
  /** Language ids of texts in which its name means this function; any where undefined. */
  readonly languages?: readonly string[];
}

const matlab = ['matlab', 'octave', 'scilab', 'plaintext', 'markdown', 'latex'];
const cFamily = ['c', 'cpp', 'cuda-cpp', 'objective-cpp', 'java'];
const scipy = ['input', 'kernel', 'mode', 'boundary', 'fillvalue'];
const ndimage = ['input', 'kernel', 'output', 'mode', 'cval', 'origin'];

/**
 * The functions and their arguments, the first that fits counts. Sources: docs.scipy.org signal and ndimage,
 * numpy.org convolve and correlate, docs.opencv.org filter2D, docs.pytorch.org functional.conv2d and Conv2d,
 * tensorflow.org nn.conv2d and keras Conv2D, mathworks.com conv2, filter2 and imfilter.
 */
export const signatures: readonly Signature[] = [
  {
    function: 'scipy.signal.convolve2d',
    paths: ['convolve2d'],
    arguments: scipy,
    keywords: { in1: 'input', in2: 'kernel' },
  },
  {
    function: 'scipy.signal.correlate2d',
    paths: ['correlate2d'],
    arguments: scipy,
    keywords: { in1: 'input', in2: 'kernel' },
  },
  {
    function: 'scipy.signal.convolve2d',
    paths: ['signal.convolve', 'signal.fftconvolve', 'signal.oaconvolve', 'fftconvolve', 'oaconvolve'],
    arguments: ['input', 'kernel', 'mode', 'method'],
    keywords: { in1: 'input', in2: 'kernel' },
  },
  {
    function: 'scipy.ndimage.convolve',
    paths: ['ndimage.convolve', 'ndi.convolve'],
    arguments: ndimage,
    keywords: { weights: 'kernel' },
  },
  {
    function: 'scipy.ndimage.correlate',
    paths: ['ndimage.correlate', 'ndi.correlate'],
    arguments: ndimage,
    keywords: { weights: 'kernel' },
  },
  {
    function: 'numpy.convolve',
    paths: ['numpy.convolve', 'np.convolve', 'jnp.convolve'],
    arguments: ['input', 'kernel', 'mode'],
    keywords: { a: 'input', v: 'kernel' },
  },
  {
    function: 'numpy.correlate',
    paths: ['numpy.correlate', 'np.correlate', 'jnp.correlate'],
    arguments: ['input', 'kernel', 'mode'],
    keywords: { a: 'input', v: 'kernel' },
  },
  {
    function: 'opencv.filter2D',
    paths: ['filter2D'],
    arguments: ['input', 'dst', 'ddepth', 'kernel', 'anchor', 'delta', 'borderType'],
    languages: cFamily,
  },
  {
    function: 'opencv.filter2D',
    paths: ['filter2D'],
    arguments: ['input', 'ddepth', 'kernel', 'dst', 'anchor', 'delta', 'borderType'],
    keywords: { src: 'input' },
  },
  {
    function: 'torch.conv2d',
    paths: ['F.conv2d', 'functional.conv2d', 'torch.conv2d'],
    arguments: ['input', 'kernel', 'bias', 'stride', 'padding', 'dilation', 'groups'],
    keywords: { weight: 'kernel' },
  },
  {
    function: 'torch.conv2d',
    paths: ['Conv2d'],
    arguments: [
      'in_channels',
      'out_channels',
      'kernel_size',
      'stride',
      'padding',
      'dilation',
      'groups',
      'bias',
      'padding_mode',
    ],
  },
  {
    function: 'tensorflow.conv2d',
    paths: ['nn.conv2d', 'nn.convolution'],
    arguments: ['input', 'kernel', 'strides', 'padding', 'data_format', 'dilations', 'name'],
    keywords: { filters: 'kernel', filter: 'kernel' },
  },
  {
    function: 'keras.Conv2D',
    paths: ['Conv2D'],
    arguments: ['filters', 'kernel_size', 'strides', 'padding', 'data_format', 'dilation_rate', 'groups'],
  },
  {
    function: 'matlab.conv2',
    paths: ['conv2'],
    arguments: ['input', 'kernel', 'shape'],
    words: ['shape', 'full', 'same', 'valid'],
    languages: matlab,
  },
  {
    function: 'matlab.filter2',
    paths: ['filter2'],
    arguments: ['kernel', 'input', 'shape'],
    words: ['shape', 'full', 'same', 'valid'],
    languages: matlab,
  },
  { function: 'matlab.imfilter', paths: ['imfilter'], arguments: ['input', 'kernel'], languages: matlab },
];

/** Names under which functions convolve in ways that are not known here, or that several libraries share. */
export const strangers: ReadonlySet<string> = new Set(
  (
    'convolve correlate conv conv1 conv1d conv2d conv3d convn conv3 convolution conv_transpose2d conv_transpose1d ' +
    'Conv1d Conv3d ConvTranspose2d Conv1D Conv3D Conv2DTranspose DepthwiseConv2D SeparableConv2D depthwise_conv2d ' +
    'separable_conv2d conv2d_transpose sepFilter2D convolve1d correlate1d sepfir2d imfilter conv2 filter2 xcorr2 ' +
    'convolve_fft conv_general_dilated'
  ).split(' '),
);

/** The signature of a dotted path in a language, undefined where there is none. */
export function signatureOf(path: string, languageId: string): Signature | undefined {
  const isEnd = (end: string) => path === end || path.endsWith(`.${end}`);
  return signatures.find(
    ({ paths, languages }) => paths.some(isEnd) && (languages === undefined || languages.includes(languageId)),
  );
}
