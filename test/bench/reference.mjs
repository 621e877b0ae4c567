import { convolve } from './peers/flatLoops.mjs';
import { cellsOf, outputShape } from './workloads.mjs';

/** The result in double precision, of which every product of two float32 numbers is exact. */
export function referenceOf(workload, { input, kernel }) {
  const shape = outputShape(workload);
  const output = new Float64Array(cellsOf(shape));
  convolve(workload, shape, new Float64Array(input), new Float64Array(kernel), output);
  return output;
}

/** max |a − reference| / max |reference| of a result; throws where its size is not the reference's. */
export function errorOf(result, reference) {
  if (result.length !== reference.length) throw new Error(`gave ${result.length} cells, not ${reference.length}`);
  let worst = 0;
  let largest = 0;
  for (let cell = 0; cell < reference.length; cell++) {
    const distance = Math.abs(result[cell] - reference[cell]);
    // A comparison that NaN cannot slip through.
    if (!(distance <= worst)) worst = distance;
    largest = Math.max(largest, Math.abs(reference[cell]));
  }
  return worst / largest;
}
