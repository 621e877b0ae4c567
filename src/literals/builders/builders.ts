import type { Argument } from '../expression/frame';
import type { Machine } from '../expression/machine';
import type { NameValue, Value } from '../expression/value';
import { eye, full, identity, ones, zeros } from './fills';
import { listCall } from './listCalls';
import { outer } from './products';
import { arange, linspace } from './ranges';
import { boundRows, rMatrix, rVector } from './rMatrix';
import { imageKernel, shapedVector } from './shapedLists';

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
  arange,
  linspace,
  outer,
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
  array: listCall,
  from_shape_vec: shapedVector,
  Kernel: imageKernel,
};
