import type { Argument } from '../expression/frame';
import type { Machine } from '../expression/machine';
import type { NameValue, Value } from '../expression/value';
import { diag, diagonalMatrix, tri, tril, triu } from './diagonals';
import { eye, full, fullLike, identity, likeFilled, ones, zeros } from './fills';
import { flip, fliplr, flipud, reverse, roll, rot90, turnedBy } from './flips';
import { below, beside, block, cat, columnStack, concatenate, dstack, hstack, stack, vstack } from './joins';
import { listCall } from './listCalls';
import {
  boxMatrix,
  constantArray,
  crossMatrix,
  diamondMatrix,
  fspecial,
  gaussianColumn,
  identityMatrix,
  magic,
  structuringElement,
} from './namedKernels';
import { pad } from './padded';
import { arithmeticCall, dot, outer } from './products';
import { arange, linspace } from './ranges';
import { reduction, scalarFunction } from './reductions';
import { arrayFrom, arrayOfSize, fill, fixedMatrix, fromColumns, fromElement, fromRows } from './repeatedFills';
import { boundRows, rMatrix, rVector } from './rMatrix';
import { rArray, rep, seq } from './rVectors';
import { imageKernel, shapedVector } from './shapedLists';
import { atLeast2d, expandDims, moveAxis, permute, ravel, reshape, squeeze, swapAxes, transpose } from './shaping';
import { kron, repeat, repmat, tile } from './tiles';

/** A call that makes a matrix, with what it was given. */
export interface BuilderCall {
  readonly machine: Machine;
  readonly args: readonly Argument[];
  readonly callee: NameValue;
  readonly place: { readonly start: number; readonly end: number };
  /** Where in the pool the result has to lie. */
  readonly base: number;
}

/** Functions that make a matrix, by their last name; undefined where the call is none that is known. */
export const builders: Readonly<Record<string, (call: BuilderCall) => Value | undefined>> = {
  zeros,
  ones,
  full,
  eye,
  identity,
  zeros_like: likeFilled(0),
  ones_like: likeFilled(1),
  full_like: fullLike,
  arange,
  linspace,
  matrix: rMatrix,
  c: rVector,
  rbind: boundRows,
  arrayOf: listCall,
  intArrayOf: listCall,
  floatArrayOf: listCall,
  doubleArrayOf: listCall,
  listOf: listCall,
  mutableListOf: listCall,
  of: listCall,
  asList: listCall,
  array: (call) => rArray(call) ?? listCall(call),
  from_shape_vec: shapedVector,
  Kernel: imageKernel,
  flip,
  flipud,
  fliplr,
  rot90,
  reverse,
  rev: reverse,
  Reverse: reverse,
  rotl90: turnedBy(1),
  rotr90: turnedBy(-1),
  rot180: turnedBy(2),
  roll,
  circshift: roll,
  tile,
  repmat,
  repeat,
  repeat_interleave: repeat,
  kron,
  KroneckerProduct: kron,
  diag,
  diagflat: diagonalMatrix,
  diagm: diagonalMatrix,
  DiagonalMatrix: diagonalMatrix,
  tril,
  triu,
  tri,
  concatenate,
  concat: concatenate,
  cat,
  stack,
  vstack,
  row_stack: vstack,
  hstack,
  dstack,
  column_stack: columnStack,
  block,
  vcat: below,
  vertcat: below,
  hcat: beside,
  horzcat: beside,
  cbind: beside,
  pad,
  transpose: swapAxes,
  Transpose: transpose,
  t: transpose,
  swapaxes: swapAxes,
  permute,
  permutedims: permute,
  moveaxis: moveAxis,
  reshape,
  ravel,
  flatten: ravel,
  squeeze,
  expand_dims: expandDims,
  unsqueeze: expandDims,
  atleast_2d: atLeast2d,
  outer,
  dot,
  matmul: dot,
  mm: dot,
  add: arithmeticCall('+'),
  subtract: arithmeticCall('-'),
  multiply: arithmeticCall('*'),
  divide: arithmeticCall('/'),
  true_divide: arithmeticCall('/'),
  floor_divide: arithmeticCall('//'),
  sum: reduction('sum'),
  mean: reduction('mean'),
  max: reduction('max'),
  min: reduction('min'),
  sqrt: scalarFunction,
  Sqrt: scalarFunction,
  exp: scalarFunction,
  Exp: scalarFunction,
  abs: scalarFunction,
  fabs: scalarFunction,
  BoxMatrix: boxMatrix,
  DiamondMatrix: diamondMatrix,
  CrossMatrix: crossMatrix,
  IdentityMatrix: identityMatrix,
  ConstantArray: constantArray,
  getStructuringElement: structuringElement,
  getGaussianKernel: gaussianColumn,
  magic,
  fspecial,
  fill,
  from_elem: fromElement,
  from_element: fromElement,
  Array: arrayOfSize,
  Float32Array: arrayOfSize,
  Float64Array: arrayOfSize,
  from: arrayFrom,
  new: fixedMatrix,
  from_row_slice: fromRows,
  NewDense: fromRows,
  from_vec: fromColumns,
  from_column_slice: fromColumns,
  seq,
  rep,
  kronecker: kron,
  ...matxTypes(),
};

/** OpenCV's small matrices: `Matx33f(…)`. */
function matxTypes(): Readonly<Record<string, typeof fixedMatrix>> {
  const sides = [1, 2, 3, 4, 6];
  const names = sides.flatMap((rows) =>
    sides.flatMap((columns) => [`Matx${rows}${columns}f`, `Matx${rows}${columns}d`]),
  );
  return Object.fromEntries(names.map((name) => [name, fixedMatrix]));
}
