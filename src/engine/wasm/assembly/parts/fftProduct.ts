import { complexBytes, multiplySubtract } from './fftTransform';
import { multiplyAdd } from './vector';

/** What becomes of the transform of a square: its conjugate is kept as a spectrum. */
export const asSpectrum: i32 = 0;
/** Its product with a spectrum, added to the sum so far or not, is kept as the sum, or transformed back. */
export const asProduct: i32 = 1;
export const addsSum: i32 = 2;
export const keepsSum: i32 = 4;

/**
 * A square of as many rows and columns as a vector has lanes, a row being one complex vector: finishes the transform
 * along its rows, which it turns into lanes, and takes it where `becomes` says. `spectrum` and `sum` have the square's
 * bytes.
 */
export function squareProduct<T>(square: usize, spectrum: usize, sum: usize, becomes: i32, scale: f64): void {
  if (sizeof<T>() === 8) {
    turnAndAdd(square);
    turnAndAdd(square + 16);
  } else {
    turnAndTransform(square);
  }
  const target = becomes === asSpectrum ? spectrum : becomes & keepsSum ? sum : square;
  for (let offset: usize = 0; offset < 512 / sizeof<T>(); offset += complexBytes) {
    const re = v128.load(square + offset);
    const im = v128.load(square + offset, 16);
    if (becomes === asSpectrum) {
      v128.store(target + offset, v128.mul<T>(re, v128.splat<T>(<T>scale)));
      v128.store(target + offset, v128.mul<T>(im, v128.splat<T>(<T>-scale)), 16);
    } else {
      const c = v128.load(spectrum + offset);
      const s = v128.load(spectrum + offset, 16);
      let productRe = multiplySubtract<T>(v128.mul<T>(re, c), im, s);
      let productIm = multiplyAdd<T>(v128.mul<T>(im, c), re, s);
      if (becomes & addsSum) {
        productRe = v128.add<T>(productRe, v128.load(sum + offset));
        productIm = v128.add<T>(productIm, v128.load(sum + offset, 16));
      }
      v128.store(target + offset, productRe);
      v128.store(target + offset, productIm, 16);
    }
  }
  if (target !== square) return;
  if (sizeof<T>() === 8) {
    addAndTurn(square);
    addAndTurn(square + 16);
  } else {
    transformAndTurn(square);
  }
}

/** Turns the real or the imaginary parts of two rows over their diagonal and transforms across it. */
// @ts-ignore: decorator
@inline
function turnAndAdd(at: usize): void {
  const a = v128.load(at);
  const b = v128.load(at, 32);
  const even = v128.shuffle<f64>(a, b, 0, 2);
  const odd = v128.shuffle<f64>(a, b, 1, 3);
  v128.store(at, v128.add<f64>(even, odd));
  v128.store(at, v128.sub<f64>(even, odd), 32);
}

/** Undoes turnAndAdd, but for the factor 2. */
// @ts-ignore: decorator
@inline
function addAndTurn(at: usize): void {
  const even = v128.load(at);
  const odd = v128.load(at, 32);
  const a = v128.add<f64>(even, odd);
  const b = v128.sub<f64>(even, odd);
  v128.store(at, v128.shuffle<f64>(a, b, 0, 2));
  v128.store(at, v128.shuffle<f64>(a, b, 1, 3), 32);
}

/** Turns four rows over their diagonal and transforms across it. */
// @ts-ignore: decorator
@inline
function turnAndTransform(at: usize): void {
  let low01 = v128.shuffle<f32>(v128.load(at), v128.load(at, 32), 0, 4, 1, 5);
  let low23 = v128.shuffle<f32>(v128.load(at, 64), v128.load(at, 96), 0, 4, 1, 5);
  let high01 = v128.shuffle<f32>(v128.load(at), v128.load(at, 32), 2, 6, 3, 7);
  let high23 = v128.shuffle<f32>(v128.load(at, 64), v128.load(at, 96), 2, 6, 3, 7);
  const re0 = v128.shuffle<f32>(low01, low23, 0, 1, 4, 5);
  const re1 = v128.shuffle<f32>(low01, low23, 2, 3, 6, 7);
  const re2 = v128.shuffle<f32>(high01, high23, 0, 1, 4, 5);
  const re3 = v128.shuffle<f32>(high01, high23, 2, 3, 6, 7);
  const evenRe = v128.add<f32>(re0, re2);
  const oddRe = v128.add<f32>(re1, re3);
  const evenDiffRe = v128.sub<f32>(re0, re2);
  const oddDiffRe = v128.sub<f32>(re1, re3);
  low01 = v128.shuffle<f32>(v128.load(at, 16), v128.load(at, 48), 0, 4, 1, 5);
  low23 = v128.shuffle<f32>(v128.load(at, 80), v128.load(at, 112), 0, 4, 1, 5);
  high01 = v128.shuffle<f32>(v128.load(at, 16), v128.load(at, 48), 2, 6, 3, 7);
  high23 = v128.shuffle<f32>(v128.load(at, 80), v128.load(at, 112), 2, 6, 3, 7);
  const im0 = v128.shuffle<f32>(low01, low23, 0, 1, 4, 5);
  const im1 = v128.shuffle<f32>(low01, low23, 2, 3, 6, 7);
  const im2 = v128.shuffle<f32>(high01, high23, 0, 1, 4, 5);
  const im3 = v128.shuffle<f32>(high01, high23, 2, 3, 6, 7);
  const evenIm = v128.add<f32>(im0, im2);
  const oddIm = v128.add<f32>(im1, im3);
  const evenDiffIm = v128.sub<f32>(im0, im2);
  const oddDiffIm = v128.sub<f32>(im1, im3);
  v128.store(at, v128.add<f32>(evenRe, oddRe));
  v128.store(at, v128.add<f32>(evenIm, oddIm), 16);
  v128.store(at, v128.add<f32>(evenDiffRe, oddDiffIm), 32);
  v128.store(at, v128.sub<f32>(evenDiffIm, oddDiffRe), 48);
  v128.store(at, v128.sub<f32>(evenRe, oddRe), 64);
  v128.store(at, v128.sub<f32>(evenIm, oddIm), 80);
  v128.store(at, v128.sub<f32>(evenDiffRe, oddDiffIm), 96);
  v128.store(at, v128.add<f32>(evenDiffIm, oddDiffRe), 112);
}

/** Undoes turnAndTransform, but for the factor 4. */
// @ts-ignore: decorator
@inline
function transformAndTurn(at: usize): void {
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
  storeTurned(
    at,
    v128.add<f32>(evenRe, oddRe),
    v128.sub<f32>(evenDiffRe, oddDiffIm),
    v128.sub<f32>(evenRe, oddRe),
    v128.add<f32>(evenDiffRe, oddDiffIm),
  );
  storeTurned(
    at + 16,
    v128.add<f32>(evenIm, oddIm),
    v128.add<f32>(evenDiffIm, oddDiffRe),
    v128.sub<f32>(evenIm, oddIm),
    v128.sub<f32>(evenDiffIm, oddDiffRe),
  );
}

/** Stores the real or the imaginary parts of four rows turned over their diagonal. */
// @ts-ignore: decorator
@inline
function storeTurned(at: usize, a: v128, b: v128, c: v128, d: v128): void {
  const lowAB = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const lowCD = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const highAB = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const highCD = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(at, v128.shuffle<f32>(lowAB, lowCD, 0, 1, 4, 5));
  v128.store(at, v128.shuffle<f32>(lowAB, lowCD, 2, 3, 6, 7), 32);
  v128.store(at, v128.shuffle<f32>(highAB, highCD, 0, 1, 4, 5), 64);
  v128.store(at, v128.shuffle<f32>(highAB, highCD, 2, 3, 6, 7), 96);
}
