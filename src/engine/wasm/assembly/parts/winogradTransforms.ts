import { everySecond } from './channelPacking';

/** Room for one transform's intermediate vectors. */
export const transformBytes: usize = 256;

/**
 * BᵀdB of four neighbouring patches d of 4 × 4 cells, two columns apart, with Bᵀ = [1 0 −1 0; 0 1 1 0; 0 −1 1 0; 0 1 0 −1].
 * The 16 places are written `step` bytes apart. `lastRow` is where the fourth row of cells stands.
 */
export function transformPatches(input: usize, pitch: usize, lastRow: usize, output: usize, step: usize, room: usize): void {
  for (let at = room; at < room + transformBytes; at += 64, input += pitch) {
    const row = at == room + 192 ? lastRow : input;
    const left = v128.load(row);
    const middle = v128.load(row, 8);
    const right = v128.load(row, 16);
    const end = v128.load(row, 24);
    const second = everySecond<f32>(middle, end);
    const odd = v128.shuffle<f32>(left, right, 1, 3, 5, 7);
    v128.store(at, f32x4.sub(everySecond<f32>(left, right), second));
    v128.store(at, f32x4.add(odd, second), 16);
    v128.store(at, f32x4.sub(second, odd), 32);
    v128.store(at, f32x4.sub(odd, v128.shuffle<f32>(middle, end, 1, 3, 5, 7)), 48);
  }
  for (let at = room; at < room + 64; at += 16, output += step) {
    const second = v128.load(at, 64);
    const third = v128.load(at, 128);
    v128.store(output, f32x4.sub(v128.load(at), third));
    v128.store(output + 4 * step, f32x4.add(second, third));
    v128.store(output + 8 * step, f32x4.sub(third, second));
    v128.store(output + 12 * step, f32x4.sub(second, v128.load(at, 192)));
  }
}

/**
 * AᵀMA of four neighbouring tiles' sums M, `step` bytes from place to place, with Aᵀ = [1 1 1 0; 0 1 −1 −1]: for each of
 * the two output rows the even and the odd columns, written to `room`.
 */
export function transformSums(sums: usize, step: usize, room: usize, bias: f32): void {
  for (let at = room; at < room + 64; at += 16, sums += step) {
    const second = v128.load(sums + 4 * step);
    const third = v128.load(sums + 8 * step);
    v128.store(at, f32x4.add(f32x4.add(v128.load(sums), second), third), 64);
    v128.store(at, f32x4.sub(f32x4.sub(second, third), v128.load(sums + 12 * step)), 128);
  }
  const biases = f32x4.splat(bias);
  for (let at = room; at < room + 64; at += 32) {
    const from = at == room ? room + 64 : room + 128;
    const second = v128.load(from, 16);
    const third = v128.load(from, 32);
    const even = f32x4.add(f32x4.add(f32x4.add(v128.load(from), second), third), biases);
    const odd = f32x4.add(f32x4.sub(f32x4.sub(second, third), v128.load(from, 48)), biases);
    v128.store(at, v128.shuffle<f32>(even, odd, 0, 4, 1, 5));
    v128.store(at, v128.shuffle<f32>(even, odd, 2, 6, 3, 7), 16);
  }
}
