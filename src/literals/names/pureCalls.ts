/** Methods and attributes that read a matrix and leave it as it is. */
export const pureMethods = new Set(
  (
    'copy clone astype reshape view transpose t T mean sum max min std var argmax argmin any all ravel flatten squeeze unsqueeze ' +
    'tolist numpy detach cpu cuda to item size dim numel ndim shape dtype nonzero cumsum cumprod prod dot matmul mm round clip ' +
    'clamp abs trace diagonal repeat swapaxes permute contiguous float double int long half type expand numberOfRows ' +
    'map forEach reduce filter some every slice concat join flat flatMap indexOf includes find findIndex entries keys values ' +
    'toString length at_ get rows cols size begin end cbegin cend data empty iter len tobytes tostring dump count index'
  ).split(' '),
);

/** Libraries whose functions leave what they are given alone, but for those named below. */
const pureLibraries = new Set(
  'np numpy torch plt cv2 cv tf jnp jax F nn signal scipy ndimage skimage math console JSON Math sns px ax axes axs fig tfp K nd mx pd json Object Array Number String System fmt'.split(
    ' ',
  ),
);
const changing = new Set(
  'shuffle fill fill_diagonal put place copyto put_along_axis putmask resize rectangle circle line randu randn ellipse polylines fillPoly putText drawContours floodFill normalize_ assign push splice sort reverse setflags'.split(
    ' ',
  ),
);
const pureFunctions = new Set(
  (
    'print len range sum max min abs sorted list tuple str repr float int type isinstance id enumerate zip map filter any all ' +
    'iter next round hash bool set frozenset reversed display imshow figure title disp size numel length ndims mean std var ' +
    'imagesc surf plot fprintf sprintf printf puts cout conv2 filter2 convn imfilter xcorr2 conv deconv convolve convolve2d ' +
    'correlate correlate2d conv2d corr2d cross_correlate crossCorrelate cross_correlation filter2D sobel feature_map ' +
    'featureMap convolution correlation println show typeof sizeof assert deepcopy copy norm transpose permute ' +
    'sum prod cumsum dim nrow ncol summary str cat message image heatmap String Number Array tensor array asarray if while return switch'
  ).split(' '),
);

/** Whether a function is known to change what is handed to it. */
export function changesArgument(path: string): boolean {
  return changing.has(path.slice(path.lastIndexOf('.') + 1));
}

/** Whether a function is known to leave the matrices handed to it as they are. */
export function leavesAlone(path: string): boolean {
  const parts = path.split('.');
  const name = parts.at(-1)!;
  if (parts.length === 1) return pureFunctions.has(name);
  if (changing.has(name) || name.endsWith('_') || parts.includes('random')) return false;
  return pureLibraries.has(parts[0]!) || pureFunctions.has(name) || name === 'append';
}
