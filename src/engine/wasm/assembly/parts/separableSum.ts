import { multiplyAdd } from './vector';

/**
 * Σ weights[k] · cells at addresses[k], for `bytes` of neighbouring cells from `from` on, plus the bias. Each sum starts
 * at +0 and adds in the order of k. A last vector that is not full is written whole.
 */
export function weightedSum<T>(
  target: usize,
  addresses: usize,
  weights: usize,
  taps: i32,
  from: usize,
  bytes: usize,
  bias: v128,
): void {
  const end = addresses + (<usize>taps << 2);
  let at = from;
  const last = from + bytes;
  for (; at + 128 <= last; at += 128) {
    let sum0 = v128.splat<T>(<T>0);
    let sum1 = sum0;
    let sum2 = sum0;
    let sum3 = sum0;
    let sum4 = sum0;
    let sum5 = sum0;
    let sum6 = sum0;
    let sum7 = sum0;
    let weight = weights;
    for (let tap = addresses; tap < end; tap += 4) {
      const cells = load<usize>(tap) + at;
      const factor = v128.load_splat<T>(weight);
      weight += sizeof<T>();
      sum0 = multiplyAdd<T>(sum0, v128.load(cells), factor);
      sum1 = multiplyAdd<T>(sum1, v128.load(cells, 16), factor);
      sum2 = multiplyAdd<T>(sum2, v128.load(cells, 32), factor);
      sum3 = multiplyAdd<T>(sum3, v128.load(cells, 48), factor);
      sum4 = multiplyAdd<T>(sum4, v128.load(cells, 64), factor);
      sum5 = multiplyAdd<T>(sum5, v128.load(cells, 80), factor);
      sum6 = multiplyAdd<T>(sum6, v128.load(cells, 96), factor);
      sum7 = multiplyAdd<T>(sum7, v128.load(cells, 112), factor);
    }
    v128.store(target + at, v128.add<T>(sum0, bias));
    v128.store(target + at, v128.add<T>(sum1, bias), 16);
    v128.store(target + at, v128.add<T>(sum2, bias), 32);
    v128.store(target + at, v128.add<T>(sum3, bias), 48);
    v128.store(target + at, v128.add<T>(sum4, bias), 64);
    v128.store(target + at, v128.add<T>(sum5, bias), 80);
    v128.store(target + at, v128.add<T>(sum6, bias), 96);
    v128.store(target + at, v128.add<T>(sum7, bias), 112);
  }
  for (; at < last; at += 16) {
    let sum = v128.splat<T>(<T>0);
    let weight = weights;
    for (let tap = addresses; tap < end; tap += 4) {
      sum = multiplyAdd<T>(sum, v128.load(load<usize>(tap) + at), v128.load_splat<T>(weight));
      weight += sizeof<T>();
    }
    v128.store(target + at, v128.add<T>(sum, bias));
  }
}
