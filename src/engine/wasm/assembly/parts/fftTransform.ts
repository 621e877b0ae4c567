import { multiplyAdd } from './vector';

/** Bytes of a vector of complex numbers: the real parts, then the imaginary ones. */
export const complexBytes: usize = 32;
const imaginary: usize = 16;
const factorBytes: usize = 32;

/** sum − a · b, rounded as multiplyAdd is. */
// @ts-ignore: decorator
@inline
export function multiplySubtract<T>(sum: v128, a: v128, b: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_nmadd<T>(a, b, sum);
  return v128.sub<T>(sum, v128.mul<T>(a, b));
}

/** Stores (re + i·im) · (c + i·s). */
// @ts-ignore: decorator
@inline
function storeProduct<T>(at: usize, re: v128, im: v128, c: v128, s: v128): void {
  v128.store(at, multiplySubtract<T>(v128.mul<T>(re, c), im, s));
  v128.store(at, multiplyAdd<T>(v128.mul<T>(im, c), re, s), imaginary);
}

/**
 * Transforms `count` entries in place, `pitch` bytes apart and each `width` bytes of complex vectors, by decimation in
 * frequency: radix 4, then one pass of radix 2 where four do not divide. The order is left reversed by digits; inverse
 * takes it as it is.
 */
export function forward<T>(data: usize, count: i32, pitch: usize, width: usize, twiddles: usize): void {
  const end = data + <usize>count * pitch;
  let quarter = (<usize>count * pitch) >> 2;
  for (; count >= 4; count >>= 2) {
    for (let first = data; first < data + quarter; first += pitch) {
      forward4<T>(first, end, quarter, width, twiddles);
      twiddles += 3 * factorBytes;
    }
    quarter >>= 2;
  }
  if (count === 2) forward2<T>(data, end, pitch, width, twiddles);
}

/** Undoes forward, but for the factor `count`; `twiddles` is the end of the same table. */
export function inverse<T>(data: usize, count: i32, pitch: usize, width: usize, twiddles: usize): void {
  const end = data + <usize>count * pitch;
  let quarter = pitch;
  if (ctz(count) & 1) {
    twiddles -= factorBytes;
    inverse2<T>(data, end, pitch, width, twiddles);
    quarter <<= 1;
  }
  for (; data + quarter < end; quarter <<= 2) {
    twiddles -= (quarter / pitch) * 3 * factorBytes;
    let factors = twiddles;
    for (let first = data; first < data + quarter; first += pitch) {
      inverse4<T>(first, end, quarter, width, factors);
      factors += 3 * factorBytes;
    }
  }
}

/** The butterflies of one set of twiddles: every four quarters from `first` on. */
// @ts-ignore: decorator
@inline
function forward4<T>(first: usize, end: usize, quarter: usize, width: usize, twiddles: usize): void {
  const c1 = v128.load(twiddles);
  const s1 = v128.load(twiddles, 16);
  const c2 = v128.load(twiddles, 32);
  const s2 = v128.load(twiddles, 48);
  const c3 = v128.load(twiddles, 64);
  const s3 = v128.load(twiddles, 80);
  for (let block = first; block < end; block += 4 * quarter) {
    for (let at = block; at < block + width; at += complexBytes) {
      const at1 = at + quarter;
      const at2 = at1 + quarter;
      const at3 = at2 + quarter;
      const re0 = v128.load(at);
      const re2 = v128.load(at2);
      const re1 = v128.load(at1);
      const re3 = v128.load(at3);
      const evenRe = v128.add<T>(re0, re2);
      const oddRe = v128.add<T>(re1, re3);
      const evenDiffRe = v128.sub<T>(re0, re2);
      const oddDiffRe = v128.sub<T>(re1, re3);
      const im0 = v128.load(at, imaginary);
      const im2 = v128.load(at2, imaginary);
      const im1 = v128.load(at1, imaginary);
      const im3 = v128.load(at3, imaginary);
      const evenIm = v128.add<T>(im0, im2);
      const oddIm = v128.add<T>(im1, im3);
      const evenDiffIm = v128.sub<T>(im0, im2);
      const oddDiffIm = v128.sub<T>(im1, im3);
      v128.store(at, v128.add<T>(evenRe, oddRe));
      v128.store(at, v128.add<T>(evenIm, oddIm), imaginary);
      storeProduct<T>(at2, v128.sub<T>(evenRe, oddRe), v128.sub<T>(evenIm, oddIm), c2, s2);
      storeProduct<T>(at1, v128.add<T>(evenDiffRe, oddDiffIm), v128.sub<T>(evenDiffIm, oddDiffRe), c1, s1);
      storeProduct<T>(at3, v128.sub<T>(evenDiffRe, oddDiffIm), v128.add<T>(evenDiffIm, oddDiffRe), c3, s3);
    }
  }
}

/** Undoes forward4, but for the factor 4. */
// @ts-ignore: decorator
@inline
function inverse4<T>(first: usize, end: usize, quarter: usize, width: usize, twiddles: usize): void {
  const c1 = v128.load(twiddles);
  const s1 = v128.load(twiddles, 16);
  const c2 = v128.load(twiddles, 32);
  const s2 = v128.load(twiddles, 48);
  const c3 = v128.load(twiddles, 64);
  const s3 = v128.load(twiddles, 80);
  for (let block = first; block < end; block += 4 * quarter) {
    for (let at = block; at < block + width; at += complexBytes) {
      const at1 = at + quarter;
      const at2 = at1 + quarter;
      const at3 = at2 + quarter;
      const x1 = v128.load(at1);
      const y1 = v128.load(at1, imaginary);
      const x3 = v128.load(at3);
      const y3 = v128.load(at3, imaginary);
      const re1 = multiplyAdd<T>(v128.mul<T>(x1, c1), y1, s1);
      const im1 = multiplySubtract<T>(v128.mul<T>(y1, c1), x1, s1);
      const re3 = multiplyAdd<T>(v128.mul<T>(x3, c3), y3, s3);
      const im3 = multiplySubtract<T>(v128.mul<T>(y3, c3), x3, s3);
      const oddRe = v128.add<T>(re1, re3);
      const oddIm = v128.add<T>(im1, im3);
      const oddDiffRe = v128.sub<T>(re1, re3);
      const oddDiffIm = v128.sub<T>(im1, im3);
      const x2 = v128.load(at2);
      const y2 = v128.load(at2, imaginary);
      const re2 = multiplyAdd<T>(v128.mul<T>(x2, c2), y2, s2);
      const im2 = multiplySubtract<T>(v128.mul<T>(y2, c2), x2, s2);
      const re0 = v128.load(at);
      const im0 = v128.load(at, imaginary);
      const evenRe = v128.add<T>(re0, re2);
      const evenIm = v128.add<T>(im0, im2);
      const evenDiffRe = v128.sub<T>(re0, re2);
      const evenDiffIm = v128.sub<T>(im0, im2);
      v128.store(at, v128.add<T>(evenRe, oddRe));
      v128.store(at, v128.add<T>(evenIm, oddIm), imaginary);
      v128.store(at1, v128.sub<T>(evenDiffRe, oddDiffIm));
      v128.store(at1, v128.add<T>(evenDiffIm, oddDiffRe), imaginary);
      v128.store(at2, v128.sub<T>(evenRe, oddRe));
      v128.store(at2, v128.sub<T>(evenIm, oddIm), imaginary);
      v128.store(at3, v128.add<T>(evenDiffRe, oddDiffIm));
      v128.store(at3, v128.sub<T>(evenDiffIm, oddDiffRe), imaginary);
    }
  }
}

// @ts-ignore: decorator
@inline
function forward2<T>(first: usize, end: usize, half: usize, width: usize, twiddles: usize): void {
  const c = v128.load(twiddles);
  const s = v128.load(twiddles, 16);
  for (let block = first; block < end; block += 2 * half) {
    for (let at = block; at < block + width; at += complexBytes) {
      const re0 = v128.load(at);
      const im0 = v128.load(at, imaginary);
      const re1 = v128.load(at + half);
      const im1 = v128.load(at + half, imaginary);
      v128.store(at, v128.add<T>(re0, re1));
      v128.store(at, v128.add<T>(im0, im1), imaginary);
      storeProduct<T>(at + half, v128.sub<T>(re0, re1), v128.sub<T>(im0, im1), c, s);
    }
  }
}

/** Undoes forward2, but for the factor 2. */
// @ts-ignore: decorator
@inline
function inverse2<T>(first: usize, end: usize, half: usize, width: usize, twiddles: usize): void {
  const c = v128.load(twiddles);
  const s = v128.load(twiddles, 16);
  for (let block = first; block < end; block += 2 * half) {
    for (let at = block; at < block + width; at += complexBytes) {
      const x = v128.load(at + half);
      const y = v128.load(at + half, imaginary);
      const re1 = multiplyAdd<T>(v128.mul<T>(x, c), y, s);
      const im1 = multiplySubtract<T>(v128.mul<T>(y, c), x, s);
      const re0 = v128.load(at);
      const im0 = v128.load(at, imaginary);
      v128.store(at, v128.add<T>(re0, re1));
      v128.store(at, v128.add<T>(im0, im1), imaginary);
      v128.store(at + half, v128.sub<T>(re0, re1));
      v128.store(at + half, v128.sub<T>(im0, im1), imaginary);
    }
  }
}
