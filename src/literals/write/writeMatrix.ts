import type { Tensor } from '../../engine/tensor';
import { cellTexts } from './cellTexts';
import { formatKind } from './formatKinds';
import { identifierOf } from './identifier';
import type { MatrixFormat } from './matrixFormat';

/** A matrix to be written. */
export interface WriteOrder {
  readonly format: MatrixFormat;
  /** With at most as many axes as the format has, and at least one number. */
  readonly tensor: Tensor;
  /** What it is called; without a name an expression is written. */
  readonly name: string | undefined;
  /** The most UTF-16 code units of the text. */
  readonly most?: number;
}

/** Lines of one slice. */
const sliceLines = 64;

/** The text of a matrix, from which the same doubles are read; undefined where it would be longer than `most`. */
export function writeMatrix(order: WriteOrder): string | undefined {
  const slices = writtenSlices(order);
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
  }
}

/** Makes `writeMatrix(order)` in slices: yields the share done, from 0 to 1. */
export function* writtenSlices(order: WriteOrder): Generator<number, string | undefined> {
  const { format, tensor, name, most = Number.POSITIVE_INFINITY } = order;
  const { shape } = tensor;
  const { names } = format;
  const frame = format.frame(shape, names && name !== undefined ? identifierOf(name, names) : undefined);
  const data = frame.columnsFirst ? inColumnOrder(tensor) : tensor.data;
  const columns = (frame.columnsFirst ? shape[0] : shape.at(-1)) ?? 1;
  const cells = yield* cellTexts(data, columns, format.spelling, format.isAligned, most);
  if (!cells) return undefined;
  const indent = formatKind(format.id)?.isHanging ? frame.before.length : 0;
  const lines: string[] = [];
  let length = frame.before.length + frame.after.length;
  for (const line of frame.layout({ cells, shape }, indent)) {
    length += line.length + 1;
    if (length > most) return undefined;
    if (lines.push(line) % sliceLines === 0) yield (lines.length * columns) / data.length;
  }
  return `${frame.before}${lines.join('\n')}${frame.after}`;
}

/** The numbers with the first axis as the quickest, as Fortran, MATLAB, Julia and R keep them. */
function inColumnOrder({ shape, data }: Tensor): Float64Array {
  const ordered = new Float64Array(data.length);
  const at = shape.map(() => 0);
  const steps = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
  for (let to = 0, from = 0; to < data.length; to++) {
    ordered[to] = data[from]!;
    for (let axis = 0; axis < shape.length; axis++) {
      from += steps[axis]!;
      if (++at[axis]! < shape[axis]!) break;
      from -= steps[axis]! * shape[axis]!;
      at[axis] = 0;
    }
  }
  return ordered;
}
