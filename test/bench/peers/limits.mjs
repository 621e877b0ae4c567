import { compileString } from 'assemblyscript/asc';

/** As many independent sums as hide the latency of an addition and still stay in registers. */
const sums = Array.from({ length: 12 }, (_, i) => `s${i}`);

/** One more term for a sum of four lanes. */
const terms = {
  fused: (sum) => `f32x4.relaxed_madd(x, y, ${sum})`,
  separate: (sum) => `f32x4.add(f32x4.mul(${sum}, x), y)`,
};

/** Multiplications and additions of four lanes, in registers alone: what no convolution in WebAssembly can pass. */
export async function prepare(_workload, _data, { kind }) {
  const { binary, stderr } = await compileString(loopSource(kind), {
    optimizeLevel: 3,
    runtime: 'stub',
    enable: ['simd', 'relaxed-simd'],
  });
  if (!binary) throw new Error(stderr.toString());
  const { instance } = await WebAssembly.instantiate(binary, { env: { abort() {} } });
  const loop = instance.exports.loop;
  const turns = 100_000;
  return {
    // Nothing that anyone could compare.
    toFlat: () => undefined,
    run: () => loop(turns, 0.5, 1),
    notes: { flop: turns * sums.length * 8 },
  };
}

function loopSource(kind) {
  return `
  export function loop(turns: i32, factor: f32, start: f32): f32 {
    const x = f32x4.splat(factor);
    const y = f32x4.splat(start);
    ${sums.map((sum, i) => `let ${sum} = f32x4.splat(start + ${i});`).join('\n')}
    for (let turn = 0; turn < turns; turn++) {
      ${sums.map((sum) => `${sum} = ${terms[kind](sum)};`).join('\n')}
    }
    return f32x4.extract_lane(${sums.reduce((a, b) => `f32x4.add(${a}, ${b})`)}, 0);
  }`;
}
