import { type FileSteps, fileProblem, shapeProblem } from './fileReading';
import { type NpyHeader, npyHeader } from './npyHeader';
import { type NpyType, npyType } from './npyNumbers';

/** Numbers of one step: about two milliseconds of work. */
const stepNumbers = 2 ** 18;

/** Reads a `.npy` file: whole numbers of 8 to 64 bits, floats of 16 to 64, booleans, in either byte order. */
export function* readNpy(bytes: Uint8Array): FileSteps {
  const header = npyHeader(bytes);
  if ('problem' in header) return header;
  const type = /^[<>|=]/.test(header.type) ? npyType(header.type.slice(1)) : undefined;
  if (!type) return fileProblem('npy-type', { found: header.type });
  const problem = shapeProblem(header.shape);
  if (problem) return problem;
  const count = header.shape.reduce((product, size) => product * size, 1);
  const end = header.start + count * type.size;
  if (bytes.length < end)
    return fileProblem('cut-off', { shape: header.shape.join(' × '), found: bytes.length, expected: end });
  const stored = new Uint8Array(bytes.subarray(header.start, end)).buffer;
  const numbers = new Float64Array(count);
  const rounded = yield* putAll(stored, header, type, numbers);
  const data = header.columnsFirst ? yield* rowsFirst(numbers, header.shape) : numbers;
  return { matrices: [{ name: undefined, shape: header.shape, data }], rounded };
}

function* putAll(
  stored: ArrayBuffer,
  header: NpyHeader,
  type: NpyType,
  numbers: Float64Array,
): Generator<number, number> {
  let rounded = 0;
  for (let from = 0; from < numbers.length; from += stepNumbers) {
    const to = Math.min(numbers.length, from + stepNumbers);
    if (header.type.startsWith('>')) turn(new Uint8Array(stored, from * type.size, (to - from) * type.size), type.size);
    rounded += type.put(stored, from, to, numbers);
    yield to / numbers.length;
  }
  return rounded;
}

/** Turns the bytes of each number round. */
function turn(bytes: Uint8Array, size: number): void {
  for (let at = 0; at < bytes.length; at += size) {
    for (let left = at, right = at + size - 1; left < right; left++, right--) {
      const byte = bytes[left]!;
      bytes[left] = bytes[right]!;
      bytes[right] = byte;
    }
  }
}

/** Numbers whose first axis is the quickest, with the last axis as the quickest. */
function* rowsFirst(numbers: Float64Array, shape: readonly number[]): Generator<number, Float64Array<ArrayBuffer>> {
  const ordered = new Float64Array(numbers.length);
  const steps = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
  const at = shape.map(() => 0);
  for (let from = 0, to = 0; from < numbers.length; from++) {
    ordered[to] = numbers[from]!;
    for (let axis = 0; axis < shape.length; axis++) {
      to += steps[axis]!;
      if (++at[axis]! < shape[axis]!) break;
      to -= steps[axis]! * shape[axis]!;
      at[axis] = 0;
    }
    if (from % stepNumbers === 0) yield from / numbers.length;
  }
  return ordered;
}
