import fs from 'node:fs';
import { limitModule, limitSums } from '../limitModule.mjs';

const turns = 100_000;
const flopOfSum = 8;

/** Multiplications and additions of four lanes, in registers alone: what no convolution in WebAssembly can pass. */
export async function prepare(_workload, _data, { kind }) {
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(limitModule(kind)), { env: { abort() {} } });
  const { loop } = instance.exports;
  return {
    // Nothing that anyone could compare.
    toFlat: () => undefined,
    run: () => loop(turns, 0.5, 1),
    notes: { flop: turns * limitSums * flopOfSum },
  };
}
