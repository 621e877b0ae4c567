/** How many numbers of type T a vector holds. */
// @ts-ignore: decorator
@inline
export function lanes<T>(): i32 {
  return 16 / sizeof<T>();
}

/** The address `count` numbers of type T behind another. */
// @ts-ignore: decorator
@inline
export function ahead<T>(address: usize, count: i32): usize {
  return address + <usize>(count * <i32>sizeof<T>());
}

/** sum + a · b, rounded once where the module has relaxed SIMD and the machine can, else twice. */
// @ts-ignore: decorator
@inline
export function multiplyAdd<T>(sum: v128, a: v128, b: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_madd<T>(a, b, sum);
  return v128.add<T>(sum, v128.mul<T>(a, b));
}
