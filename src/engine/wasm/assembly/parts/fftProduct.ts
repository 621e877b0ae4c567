import { multiplySubtract } from './fftTransform';
import { multiplyAdd } from './vector';

/** What becomes of the transform of a square: its conjugate is kept as a spectrum. */
export const asSpectrum: i32 = 0;
/** Its product with a spectrum, added to the sum so far or not, is kept as the sum, or transformed back. */
export const asProduct: i32 = 1;
export const addsSum: i32 = 2;
export const keepsSum: i32 = 4;

/** Stores (re + i·im) · (c + i·s) plus the sum. */
// @ts-ignore: decorator
@inline
function storeProduct<T>(target: usize, re: v128, im: v128, spectrum: usize, sum: usize, becomes: i32): void {
  const c = v128.load(spectrum);
  const s = v128.load(spectrum, 16);
  let productRe = multiplySubtract<T>(v128.mul<T>(re, c), im, s);
  let productIm = multiplyAdd<T>(v128.mul<T>(im, c), re, s);
  if (becomes & addsSum) {
    productRe = v128.add<T>(productRe, v128.load(sum));
    productIm = v128.add<T>(productIm, v128.load(sum, 16));
  }
  v128.store(target, productRe);
  v128.store(target, productIm, 16);
}

/** Stores re − i·im, scaled. */
// @ts-ignore: decorator
@inline
function storeConjugate<T>(target: usize, re: v128, im: v128, scale: T): void {
  v128.store(target, v128.mul<T>(re, v128.splat<T>(scale)));
  v128.store(target, v128.mul<T>(im, v128.splat<T>(-scale)), 16);
}

/**
 * A square of as many rows and columns as a vector has lanes, a row being one complex vector: finishes the transform
 * along its rows, which it turns into lanes, and takes it where `becomes` says. `spectrum` and `sum` have the square's
 * bytes.
 */
export function squareProduct<T>(at: usize, spectrum: usize, sum: usize, becomes: i32, scale: T): void {
  if (sizeof<T>() === 8) square64(at, spectrum, sum, becomes, <f64>scale);
  else square32(at, spectrum, sum, becomes, <f32>scale);
}

// @ts-ignore: decorator
@inline
function square64(at: usize, spectrum: usize, sum: usize, becomes: i32, scale: f64): void {
  let a = v128.load(at);
  let b = v128.load(at, 32);
  const re0 = v128.shuffle<f64>(a, b, 0, 2);
  const re1 = v128.shuffle<f64>(a, b, 1, 3);
  a = v128.load(at, 16);
  b = v128.load(at, 48);
  const im0 = v128.shuffle<f64>(a, b, 0, 2);
  const im1 = v128.shuffle<f64>(a, b, 1, 3);
  const evenRe = v128.add<f64>(re0, re1);
  const evenIm = v128.add<f64>(im0, im1);
  const oddRe = v128.sub<f64>(re0, re1);
  const oddIm = v128.sub<f64>(im0, im1);
  if (becomes === asSpectrum) {
    storeConjugate<f64>(spectrum, evenRe, evenIm, scale);
    storeConjugate<f64>(spectrum + 32, oddRe, oddIm, scale);
    return;
  }
  const target = becomes & keepsSum ? sum : at;
  storeProduct<f64>(target, evenRe, evenIm, spectrum, sum, becomes);
  storeProduct<f64>(target + 32, oddRe, oddIm, spectrum + 32, sum + 32, becomes);
  if (becomes & keepsSum) return;
  turnBack64(at);
  turnBack64(at + 16);
}

/** Undoes the radix-2 pass and the turn of the real or of the imaginary parts, but for the factor 2. */
// @ts-ignore: decorator
@inline
function turnBack64(at: usize): void {
  const even = v128.load(at);
  const odd = v128.load(at, 32);
  const a = v128.add<f64>(even, odd);
  const b = v128.sub<f64>(even, odd);
  v128.store(at, v128.shuffle<f64>(a, b, 0, 2));
  v128.store(at, v128.shuffle<f64>(a, b, 1, 3), 32);
}

// @ts-ignore: decorator
@inline
function square32(at: usize, spectrum: usize, sum: usize, becomes: i32, scale: f32): void {
  turn32(at);
  turn32(at + 16);
  const re0 = v128.load(at);
  const re1 = v128.load(at, 32);
  const re2 = v128.load(at, 64);
  const re3 = v128.load(at, 96);
  const evenRe = v128.add<f32>(re0, re2);
  const oddRe = v128.add<f32>(re1, re3);
  const evenDiffRe = v128.sub<f32>(re0, re2);
  const oddDiffRe = v128.sub<f32>(re1, re3);
  const im0 = v128.load(at, 16);
  const im1 = v128.load(at, 48);
  const im2 = v128.load(at, 80);
  const im3 = v128.load(at, 112);
  const evenIm = v128.add<f32>(im0, im2);
  const oddIm = v128.add<f32>(im1, im3);
  const evenDiffIm = v128.sub<f32>(im0, im2);
  const oddDiffIm = v128.sub<f32>(im1, im3);
  const y0Re = v128.add<f32>(evenRe, oddRe);
  const y0Im = v128.add<f32>(evenIm, oddIm);
  const y1Re = v128.add<f32>(evenDiffRe, oddDiffIm);
  const y1Im = v128.sub<f32>(evenDiffIm, oddDiffRe);
  const y2Re = v128.sub<f32>(evenRe, oddRe);
  const y2Im = v128.sub<f32>(evenIm, oddIm);
  const y3Re = v128.sub<f32>(evenDiffRe, oddDiffIm);
  const y3Im = v128.add<f32>(evenDiffIm, oddDiffRe);
  if (becomes === asSpectrum) {
    storeConjugate<f32>(spectrum, y0Re, y0Im, scale);
    storeConjugate<f32>(spectrum + 32, y1Re, y1Im, scale);
    storeConjugate<f32>(spectrum + 64, y2Re, y2Im, scale);
    storeConjugate<f32>(spectrum + 96, y3Re, y3Im, scale);
    return;
  }
  const target = becomes & keepsSum ? sum : at;
  storeProduct<f32>(target, y0Re, y0Im, spectrum, sum, becomes);
  storeProduct<f32>(target + 32, y1Re, y1Im, spectrum + 32, sum + 32, becomes);
  storeProduct<f32>(target + 64, y2Re, y2Im, spectrum + 64, sum + 64, becomes);
  storeProduct<f32>(target + 96, y3Re, y3Im, spectrum + 96, sum + 96, becomes);
  if (becomes & keepsSum) return;
  back32(at);
  turn32(at);
  turn32(at + 16);
}

/** Undoes the radix-4 pass, but for the factor 4. */
// @ts-ignore: decorator
@inline
function back32(at: usize): void {
  const re0 = v128.load(at);
  const re1 = v128.load(at, 32);
  const re2 = v128.load(at, 64);
  const re3 = v128.load(at, 96);
  const im0 = v128.load(at, 16);
  const im1 = v128.load(at, 48);
  const im2 = v128.load(at, 80);
  const im3 = v128.load(at, 112);
  const evenRe = v128.add<f32>(re0, re2);
  const oddRe = v128.add<f32>(re1, re3);
  const evenIm = v128.add<f32>(im0, im2);
  const oddIm = v128.add<f32>(im1, im3);
  const evenDiffRe = v128.sub<f32>(re0, re2);
  const oddDiffRe = v128.sub<f32>(re1, re3);
  const evenDiffIm = v128.sub<f32>(im0, im2);
  const oddDiffIm = v128.sub<f32>(im1, im3);
  v128.store(at, v128.add<f32>(evenRe, oddRe));
  v128.store(at, v128.add<f32>(evenIm, oddIm), 16);
  v128.store(at, v128.sub<f32>(evenDiffRe, oddDiffIm), 32);
  v128.store(at, v128.add<f32>(evenDiffIm, oddDiffRe), 48);
  v128.store(at, v128.sub<f32>(evenRe, oddRe), 64);
  v128.store(at, v128.sub<f32>(evenIm, oddIm), 80);
  v128.store(at, v128.add<f32>(evenDiffRe, oddDiffIm), 96);
  v128.store(at, v128.sub<f32>(evenDiffIm, oddDiffRe), 112);
}

/** Turns the real or the imaginary parts of four rows over their diagonal. */
// @ts-ignore: decorator
@inline
function turn32(at: usize): void {
  const a = v128.load(at);
  const b = v128.load(at, 32);
  const c = v128.load(at, 64);
  const d = v128.load(at, 96);
  const abLow = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cdLow = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(at, v128.shuffle<f32>(abLow, cdLow, 0, 1, 4, 5));
  v128.store(at, v128.shuffle<f32>(abLow, cdLow, 2, 3, 6, 7), 32);
  v128.store(at, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5), 64);
  v128.store(at, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7), 96);
}
