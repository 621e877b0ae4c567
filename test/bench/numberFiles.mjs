import fs from 'node:fs';

/** The format of numbers in files and results. */
const arrays = { float32: Float32Array, float64: Float64Array };

export function readNumbers(file, precision) {
  const handle = fs.openSync(file);
  const numbers = new arrays[precision](fs.fstatSync(handle).size / arrays[precision].BYTES_PER_ELEMENT);
  fs.readSync(handle, numbers);
  fs.closeSync(handle);
  return numbers;
}

export function writeNumbers(file, numbers) {
  fs.writeFileSync(file, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
}

export function precisionOf(numbers) {
  return numbers instanceof Float64Array ? 'float64' : 'float32';
}

export function inPrecision(numbers, precision) {
  return precisionOf(numbers) === precision ? numbers : new arrays[precision](numbers);
}
