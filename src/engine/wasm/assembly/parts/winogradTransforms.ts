import { everySecond } from './channelPacking';

/**
 * Deals the first `columns` cells of a row into 2 · stride lists, so that the cells that neighbouring tiles have at one
 * place stand side by side. `columns` is rounded up to what two vectors of each list take.
 */
export function dealCells(from: usize, to: usize, pitch: usize, stride: i32, columns: i32): void {
  const end = from + (columns << 2);
  for (; from < end; to += 16) {
    const a = v128.load(from), b = v128.load(from, 16);
    const even = everySecond<f32>(a, b), odd = otherSecond(a, b);
    from += 32;
    if (stride == 1) {
      v128.store(to, even), v128.store(to + pitch, odd);
    } else {
      const c = v128.load(from), d = v128.load(from, 16);
      const nextEven = everySecond<f32>(c, d), nextOdd = otherSecond(c, d);
      from += 32;
      v128.store(to, everySecond<f32>(even, nextEven)), v128.store(to + 2 * pitch, otherSecond(even, nextEven));
      v128.store(to + pitch, everySecond<f32>(odd, nextOdd)), v128.store(to + 3 * pitch, otherSecond(odd, nextOdd));
    }
  }
}

/**
 * Bᵀd of four or five cells d, for `bytes` of neighbouring tiles: the places 0, 1, −1, ∞ and, of five cells, 2, `step`
 * bytes apart. Cell i stands `oddStep` behind cell i − 1 where i is odd, two `pairStep` behind cell i − 2.
 */
export function transformCells(
  from: usize,
  oddStep: usize,
  pairStep: usize,
  to: usize,
  step: usize,
  isFive: bool,
  bytes: usize,
): void {
  for (const end = from + bytes; from < end; from += 16, to += 16) {
    let a = v128.load(from), c = v128.load(from + pairStep);
    let b = v128.load(from + oddStep), d = v128.load(from + oddStep + pairStep);
    if (isFive) {
      const e = v128.load(from + 2 * pairStep);
      v128.store(to + 4 * step, f32x4.sub(d, b));
      // The other points' polynomials times x − 2.
      a = f32x4.sub(b, f32x4.add(a, a));
      b = f32x4.sub(c, f32x4.add(b, b));
      c = f32x4.sub(d, f32x4.add(c, c));
      d = f32x4.sub(e, f32x4.add(d, d));
    }
    v128.store(to, f32x4.sub(a, c));
    v128.store(to + step, f32x4.add(b, c));
    v128.store(to + 2 * step, f32x4.sub(c, b));
    v128.store(to + 3 * step, f32x4.sub(d, b));
  }
}

/**
 * AᵀMA of four neighbouring tiles' sums M, with Aᵀ = [1 1 1 0 1; 0 1 −1 1 2], plus the bias: eight cells of each of the
 * two output rows, the second `below` behind the first. Steps in bytes from place to place.
 */
export function transformSums(
  sums: usize,
  rowStep: usize,
  step: usize,
  hasFiveRows: bool,
  hasFiveColumns: bool,
  bias: f32,
  to: usize,
  below: usize,
): void {
  let upper = evenRow(sums, rowStep, hasFiveRows), lower = oddRow(sums, rowStep, hasFiveRows);
  let upperEven = upper, lowerEven = lower;
  sums += step;
  upper = evenRow(sums, rowStep, hasFiveRows), lower = oddRow(sums, rowStep, hasFiveRows);
  upperEven = f32x4.add(upperEven, upper), lowerEven = f32x4.add(lowerEven, lower);
  let upperOdd = upper, lowerOdd = lower;
  sums += step;
  upper = evenRow(sums, rowStep, hasFiveRows), lower = oddRow(sums, rowStep, hasFiveRows);
  upperEven = f32x4.add(upperEven, upper), lowerEven = f32x4.add(lowerEven, lower);
  upperOdd = f32x4.sub(upperOdd, upper), lowerOdd = f32x4.sub(lowerOdd, lower);
  sums += step;
  upper = evenRow(sums, rowStep, hasFiveRows), lower = oddRow(sums, rowStep, hasFiveRows);
  upperOdd = f32x4.add(upperOdd, upper), lowerOdd = f32x4.add(lowerOdd, lower);
  if (hasFiveColumns) {
    sums += step;
    upper = evenRow(sums, rowStep, hasFiveRows), lower = oddRow(sums, rowStep, hasFiveRows);
    upperEven = f32x4.add(upperEven, upper), lowerEven = f32x4.add(lowerEven, lower);
    upperOdd = f32x4.add(upperOdd, f32x4.add(upper, upper)), lowerOdd = f32x4.add(lowerOdd, f32x4.add(lower, lower));
  }
  const biases = f32x4.splat(bias);
  upperEven = f32x4.add(upperEven, biases), upperOdd = f32x4.add(upperOdd, biases);
  lowerEven = f32x4.add(lowerEven, biases), lowerOdd = f32x4.add(lowerOdd, biases);
  v128.store(to, v128.shuffle<f32>(upperEven, upperOdd, 0, 4, 1, 5));
  v128.store(to, v128.shuffle<f32>(upperEven, upperOdd, 2, 6, 3, 7), 16);
  to += below;
  v128.store(to, v128.shuffle<f32>(lowerEven, lowerOdd, 0, 4, 1, 5));
  v128.store(to, v128.shuffle<f32>(lowerEven, lowerOdd, 2, 6, 3, 7), 16);
}

/** Of one column of places, what goes into the upper row of a tile. */
// @ts-ignore: decorator
@inline
function evenRow(sums: usize, rowStep: usize, hasFive: bool): v128 {
  const even = f32x4.add(f32x4.add(v128.load(sums), v128.load(sums + rowStep)), v128.load(sums + 2 * rowStep));
  return hasFive ? f32x4.add(even, v128.load(sums + 4 * rowStep)) : even;
}

/** Of one column of places, what goes into the lower row of a tile. */
// @ts-ignore: decorator
@inline
function oddRow(sums: usize, rowStep: usize, hasFive: bool): v128 {
  const odd = f32x4.add(f32x4.sub(v128.load(sums + rowStep), v128.load(sums + 2 * rowStep)), v128.load(sums + 3 * rowStep));
  if (!hasFive) return odd;
  const fifth = v128.load(sums + 4 * rowStep);
  return f32x4.add(odd, f32x4.add(fifth, fifth));
}

// @ts-ignore: decorator
@inline
function otherSecond(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 1, 3, 5, 7);
}
