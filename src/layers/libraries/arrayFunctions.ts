import type { LibraryName } from '../layer';
import { type Bound, wordAt } from './bound';
import type { ArrayShapes, LayerReader, LayerReaders } from './layerReader';

function shapeOf({ values }: Bound, name: string, shapes: ArrayShapes): readonly number[] | undefined {
  const value = values.get(name);
  return value?.kind === 'name' ? shapes(value.path) : undefined;
}

/** A convolution that gives the whole overlap, a part of the input's size, or where both lie on each other whole. */
function overlapping(
  library: LibraryName,
  places: readonly string[],
  otherwise: 'full' | 'valid',
  takesLarger: boolean,
): LayerReader {
  return {
    signature: { places },
    read: (bound, shapes) => ({
      kind: 'arrays',
      library,
      mode: wordAt(bound, 'mode', ['full', 'valid', 'same'], otherwise) ?? 'full',
      kernelShape: isKnown(bound) ? shapeOf(bound, places[1]!.replace('!', ''), shapes) : undefined,
      takesLarger,
    }),
  };
}

function isKnown({ values, spreads }: Bound): boolean {
  const mode = values.get('mode');
  return spreads.length === 0 && (mode === undefined || mode.kind === 'text');
}

/** A function whose result is as large as its first array. */
function sameSize(library: LibraryName, places: readonly string[]): LayerReader {
  return {
    signature: { places },
    read: () => ({ kind: 'arrays', library, mode: 'none', kernelShape: undefined, takesLarger: false }),
  };
}

const signal2d = ['in1!', 'in2!', 'mode', 'boundary', 'fillvalue'];
const ndimage = ['input!', 'weights!', 'output', 'mode', 'cval', 'origin', 'axes'];
const ndimage1d = ['input!', 'weights!', 'axis', 'output', 'mode', 'cval', 'origin'];
const ndimageSize = ['input!', 'size', 'output', 'mode', 'cval', 'origin', 'axes'];
const gaussian = ['input!', 'sigma!', 'order', 'output', 'mode', 'cval', 'truncate', 'radius', 'axes'];

/** `scipy.signal` (docs.scipy.org, 1.17). */
export const signalFunctions: LayerReaders = {
  convolve2d: overlapping('scipy', signal2d, 'full', false),
  correlate2d: overlapping('scipy', signal2d, 'full', false),
  convolve: overlapping('scipy', ['in1!', 'in2!', 'mode', 'method'], 'full', false),
  correlate: overlapping('scipy', ['in1!', 'in2!', 'mode', 'method'], 'full', false),
  fftconvolve: overlapping('scipy', ['in1!', 'in2!', 'mode', 'axes'], 'full', false),
};

/** `scipy.ndimage`, all of whose filters keep the size. */
export const ndimageFunctions: LayerReaders = {
  convolve: sameSize('scipy', ndimage),
  correlate: sameSize('scipy', ndimage),
  convolve1d: sameSize('scipy', ndimage1d),
  correlate1d: sameSize('scipy', ndimage1d),
  uniform_filter: sameSize('scipy', ndimageSize),
  gaussian_filter: sameSize('scipy', gaussian),
  sobel: sameSize('scipy', ['input!', 'axis', 'output', 'mode', 'cval']),
  prewitt: sameSize('scipy', ['input!', 'axis', 'output', 'mode', 'cval']),
  laplace: sameSize('scipy', ['input!', 'output', 'mode', 'cval', 'axes']),
};

/** OpenCV's filters, all of which keep the size (docs.opencv.org, 4.x). */
export const opencvFunctions: LayerReaders = {
  filter2D: sameSize('cv2', ['src!', 'ddepth!', 'kernel!', 'dst', 'anchor', 'delta', 'borderType']),
  sepFilter2D: sameSize('cv2', ['src!', 'ddepth!', 'kernelX!', 'kernelY!', 'dst', 'anchor', 'delta', 'borderType']),
  GaussianBlur: sameSize('cv2', ['src!', 'ksize!', 'sigmaX', 'dst', 'sigmaY', 'borderType', 'hint']),
  blur: sameSize('cv2', ['src!', 'ksize!', 'dst', 'anchor', 'borderType']),
  boxFilter: sameSize('cv2', ['src!', 'ddepth!', 'ksize!', 'dst', 'anchor', 'normalize', 'borderType']),
  medianBlur: sameSize('cv2', ['src!', 'ksize!', 'dst']),
  Sobel: sameSize('cv2', ['src!', 'ddepth!', 'dx!', 'dy!', 'dst', 'ksize', 'scale', 'delta', 'borderType']),
  Scharr: sameSize('cv2', ['src!', 'ddepth!', 'dx!', 'dy!', 'dst', 'scale', 'delta', 'borderType']),
  Laplacian: sameSize('cv2', ['src!', 'ddepth!', 'dst', 'ksize', 'scale', 'delta', 'borderType']),
};

/** NumPy's, of one axis; *same* is as large as the larger of the two (numpy.org, 2.4). */
export const numpyFunctions: LayerReaders = {
  convolve: overlapping('numpy', ['a!', 'v!', 'mode'], 'full', true),
  correlate: overlapping('numpy', ['a!', 'v!', 'mode'], 'valid', true),
};
