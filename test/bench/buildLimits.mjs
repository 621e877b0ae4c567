import fs from 'node:fs';
import { compileString } from 'assemblyscript/asc';
import { limitModule, limitSums } from './limitModule.mjs';

const sums = Array.from({ length: limitSums }, (_, i) => `s${i}`);

/** One more term for a sum of four lanes. */
const terms = {
  fused: (sum) => `f32x4.relaxed_madd(x, y, ${sum})`,
  separate: (sum) => `f32x4.add(f32x4.mul(${sum}, x), y)`,
};

/** Compiles the loops of both limits. */
export async function buildLimits() {
  for (const kind of Object.keys(terms)) {
    const { binary, stderr } = await compileString(loopSource(kind), {
      optimizeLevel: 3,
      runtime: 'stub',
      enable: ['simd', 'relaxed-simd'],
    });
    if (!binary) throw new Error(stderr.toString());
    fs.writeFileSync(limitModule(kind), binary);
  }
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
