/** Functions that make an array of the numbers handed to them and change none. */
export const arrayConstructors = new Set(
  (
    'tensor1d tensor2d tensor3d tensor4d array asarray asanyarray ascontiguousarray ndarray tensor as_tensor Tensor constant Variable variable matrix Matrix mat ' +
    'FloatTensor DoubleTensor LongTensor IntTensor HalfTensor float32 float64 double single int8 int16 int32 int64 uint8 ' +
    'uint16 uint32 uint64 float_ Float32Array Float64Array Int8Array Int16Array Int32Array Uint8Array Uint8ClampedArray ' +
    'Uint16Array Uint32Array Parameter ndarray list tuple from arr2 arr1 arr3 asmatrix convert_to_tensor ExplicitMatrix'
  ).split(' '),
);

/** Functions that make one number of a number or its text. */
export const scalarConstructors = new Set(
  'float int double float32 float64 float16 int8 int16 int32 int64 uint8 uint16 uint32 uint64 bool_ Float Double Number'.split(
    ' ',
  ),
);

const singleNamespaces = new Set('torch tf jnp jax d2l mx mxnet paddle mlx'.split(' '));

/** Whether arithmetic on what a constructor makes is rounded to single precision. */
export function singlePrecision(path: string): boolean {
  const dot = path.indexOf('.');
  return singleNamespaces.has(dot < 0 ? path : path.slice(0, dot)) || path === 'tensor' || path.endsWith('float32');
}

/** Whose array a call makes, as far as its name says so. */
export function arrayLibrary(path: string): 'numpy' | 'torch' | undefined {
  if (/^(?:np|numpy|cp|jnp)\./.test(path)) return 'numpy';
  return path.startsWith('torch.') ? 'torch' : undefined;
}
