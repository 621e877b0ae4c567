import type { Scopes } from './scopes';

const wordsOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Methods and attributes that read a matrix and leave it as it is. */
export const pureMethods = wordsOf(
  'copy clone astype reshape view transpose t T mean sum max min std var argmax argmin any all ravel flatten squeeze unsqueeze ' +
    'tolist numpy detach cpu cuda to item size dim numel ndim shape dtype nonzero cumsum cumprod prod dot matmul mm round clip ' +
    'clamp abs trace diagonal repeat swapaxes permute contiguous float double int long half type expand numberOfRows ' +
    'map forEach reduce filter some every slice concat join flat flatMap indexOf includes find findIndex entries keys values ' +
    'toString length at_ get rows cols size begin end cbegin cend data empty iter len tobytes tostring dump count index is_contiguous ' +
    'nbytes itemsize flags strides base device requires_grad grad names columns',
);

/** Methods and attributes whose result may be a part of what they are asked of. */
export const viewMethods = wordsOf(
  'T mT real imag flat data reshape view transpose t ravel squeeze unsqueeze diagonal swapaxes permute contiguous detach cpu to ' +
    'numpy expand double float values entries iter begin end get at row col rowRange colRange subarray find astype type',
);

/** Methods of generators of random numbers, whose results are new. */
export const drawingMethods = wordsOf(
  'random integers rand randn randint random_sample normal standard_normal uniform choice permutation exponential poisson binomial beta gamma',
);

/** Methods whose result is new, but may hold the same rows. */
export const shallowMethods = wordsOf('copy slice concat filter map flat toSorted toReversed with clone');

/** Methods that are handed a function, which may change the rows that it gets. */
export const callbackMethods = wordsOf('map forEach reduce filter some every flatMap find findIndex apply');

/** Libraries whose functions leave what they are given alone, but for those named below. */
const pureLibraries = wordsOf(
  'np numpy torch plt cv2 cv tf jnp jax F nn signal scipy ndimage skimage math console JSON Math sns px ax axes axs fig tfp K nd mx pd json Object Array Number String System fmt',
);
const changing = wordsOf(
  'shuffle fill fill_diagonal put place copyto put_along_axis putmask resize rectangle circle line randu randn ellipse polylines fillPoly putText drawContours floodFill normalize_ assign push splice sort reverse setflags at accumulateWeighted accumulate setTo',
);
const pureFunctions = wordsOf(
  'print len range sum max min abs sorted list tuple str repr float int type isinstance id enumerate zip any all ' +
    'iter next round hash bool set frozenset reversed display imshow figure title disp size numel length ndims mean std var ' +
    'imagesc surf plot fprintf sprintf printf puts cout conv2 filter2 convn imfilter xcorr2 conv deconv convolve convolve2d ' +
    'correlate correlate2d conv2d corr2d cross_correlate crossCorrelate cross_correlation filter2D sobel feature_map ' +
    'featureMap convolution correlation println show typeof sizeof assert deepcopy copy norm transpose permute ' +
    'sum prod cumsum dim nrow ncol summary str cat message image heatmap String Number Array tensor array asarray if while return switch',
);
/** What also leaves alone what it is handed in languages whose functions write to their arguments. */
const pureEverywhere = wordsOf(
  'if while for switch return sizeof printf println assert typeof println! print! dbg! assert_eq! len size print String Number',
);
const controlWords = wordsOf(
  'if while for and or not in is else elif assert yield await typeof throw case return switch del lambda',
);

/** Functions of NumPy and its like whose result may be a part of what they are given. */
const views = wordsOf(
  'asarray asanyarray array reshape transpose ravel squeeze atleast_1d atleast_2d atleast_3d broadcast_to swapaxes moveaxis rollaxis ' +
    'flip fliplr flipud rot90 diagonal diag expand_dims list tuple zip enumerate reversed iter next map filter split hsplit vsplit ' +
    'ascontiguousarray from_numpy as_tensor permute unsqueeze view real imag set sorted dict copy Object Array broadcast_arrays ' +
    'nan_to_num require frombuffer array_split dsplit entries values from fromEntries assign freeze asfortranarray asmatrix asfarray',
);
/** Functions without a library whose result is new. */
const fresh = wordsOf(
  'print len range sum abs str repr float int type isinstance id round hash bool any all display imshow size numel length ndims mean ' +
    'std var conv2 filter2 convn imfilter xcorr2 conv deconv convolve convolve2d correlate correlate2d conv2d corr2d filter2D ' +
    'deepcopy norm prod cumsum dim nrow ncol println String Number printf sizeof typeof if while switch assert',
);

/** Keywords of functions that write their result into what follows. */
export const outputKeywords = wordsOf('out dst output into');

/** Keywords that let a function write into its arguments, with the value that does. */
export const inPlaceKeywords: Readonly<Record<string, string>> = {
  inplace: 'True',
  overwrite_input: 'True',
  overwrite_x: 'True',
  overwrite_a: 'True',
  copy: 'False',
};

/** Whether a function is known to change what is handed to it. */
export function changesArgument(path: string): boolean {
  return changing.has(path.slice(path.lastIndexOf('.') + 1));
}

/** Whether a function is known to leave the matrices handed to it as they are. */
export function leavesAlone(path: string, { writesArguments }: Scopes): boolean {
  const parts = path.split('.');
  const name = parts.at(-1)!;
  if (parts.length === 1) return controlWords.has(name) || (writesArguments ? pureEverywhere : pureFunctions).has(name);
  if (changing.has(name) || name.endsWith('_') || parts.includes('random')) return false;
  if (writesArguments) return pureEverywhere.has(name) || parts[0] === 'System' || parts[0] === 'fmt';
  return pureLibraries.has(parts[0]!) || pureFunctions.has(name) || name === 'append';
}

/** Whether what a function gives may be a part of what it is handed. */
export function givesParts(path: string, scopes: Scopes): boolean {
  const dot = path.lastIndexOf('.');
  if (dot < 0) return !fresh.has(path);
  return views.has(path.slice(dot + 1)) || !leavesAlone(path, scopes);
}

/** Whether a dotted path begins with a library, not with a variable. */
export function isLibrary(root: string): boolean {
  return pureLibraries.has(root);
}

/** Functions that may give any name another value. */
export const wildFunctions = wordsOf(
  'exec eval globals locals vars setattr clear clearvars load evalin assignin run source attach assign rm include reset',
);
