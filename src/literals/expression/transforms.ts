import type { NameValue } from './value';

const transforms = new Set(
  (
    'transpose permute_dims swapaxes moveaxis rollaxis permute t flip fliplr flipud rot90 rotate roll circshift kron outer inner ' +
    'dot matmul mul div add subtract sub multiply divide true_divide floor_divide power pow sqrt square exp log log2 log10 abs ' +
    'absolute fabs negative positive reciprocal round around rint floor ceil trunc fix sign clip clamp mod remainder maximum ' +
    'minimum fmax fmin where tile repeat repmat rep concatenate concat cat vstack hstack dstack stack row_stack column_stack ' +
    'rbind cbind vcat hcat block blkdiag diag diagflat tril triu reshape view resize ravel flatten squeeze unsqueeze ' +
    'expand_dims broadcast_to atleast_2d atleast_3d pad sum prod cumsum cumprod mean median std var norm normalize softmax ' +
    'relu sigmoid tanh sin cos tan sort sorted reversed reverse unique insert append delete take inv pinv det trace eig svd ' +
    'einsum tensordot matrix complex complex64 complex128 cast astype scale rescale invert logical_not equal greater less ' +
    'zip map filter_ rearrange rev sweep apply crossprod meshgrid outerProduct c fromfunction empty_like zeros_like ones_like ' +
    'full_like frompyfunc vectorize gradient diff multiply_ Transpose Reverse Partition Flatten RotateLeft Inverse ' +
    'ArrayReshape ArrayPad ArrayResample RotateRight PadLeft PadRight Take Drop Map Sort Accumulate Differences Normalize Total ' +
    'Outer Dot Times Plus Subtract Divide Threshold Rescale Join Riffle structure ' +
    'idivide hilb invhilb rosser wilkinson vander toeplitz hankel circulant companion hadamard pascal apply_along_axis cov corrcoef choose compress unwrap interp ' +
    'horzcat vertcat rotl90 rotr90 rot180 permutedims diagm repeat_interleave kronecker KroneckerProduct DiagonalMatrix max min ptp nan_to_num real imag conj fft fft2 ifft ifft2'
  ).split(' '),
);

const namespaces = new Set(
  'np numpy torch tf jnp jax cp cupy F math mx mxnet nd d2l linalg scipy ndimage signal cv2 cv keras K ops nj xp'.split(
    ' ',
  ),
);

/** Whether a function's result is another matrix than the one handed to it, so that the literal inside is not what the text gives. */
export function isTransform({ name, path }: NameValue): boolean {
  if (!transforms.has(name)) return false;
  const dot = path.search(/[.:]/);
  return dot < 0 || namespaces.has(path.slice(0, dot));
}
