import path from 'node:path';
import { projectRoot } from '../tools/projectRoot.mjs';

/** As many independent sums as hide the latency of an addition and still stay in registers. */
export const limitSums = 12;

/** The module that measures a limit: `fused` multiply-adds, or `separate` multiplications and additions. */
export function limitModule(kind) {
  return path.join(projectRoot, 'out', 'bench', `limit-${kind}.wasm`);
}
