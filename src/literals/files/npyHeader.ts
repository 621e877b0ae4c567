import { type FileProblem, fileProblem } from './fileReading';

/** What the header of a `.npy` file says. */
export interface NpyHeader {
  /** NumPy's name of the numbers' type and byte order: `<f8`. */
  readonly type: string;
  /** The first axis is the quickest. */
  readonly columnsFirst: boolean;
  readonly shape: readonly number[];
  /** Where the numbers begin. */
  readonly start: number;
}

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const longestHeader = 2 ** 20;

/** Reads the header of a `.npy` file, format 1.0 to 3.0, as `numpy.lib.format` describes it. */
export function npyHeader(bytes: Uint8Array): NpyHeader | FileProblem {
  if (bytes.length < 10 || magic.some((byte, i) => bytes[i] !== byte)) return fileProblem('not-npy');
  const [major, minor] = [bytes[6]!, bytes[7]!];
  if (major < 1 || major > 3 || minor !== 0) return fileProblem('npy-version', { found: `${major}.${minor}` });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = major === 1 ? 10 : 12;
  if (bytes.length < from) return fileProblem('npy-header', { found: '' });
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > longestHeader || from + length > bytes.length) return fileProblem('npy-header', { found: '' });
  return parsed(new TextDecoder().decode(bytes.subarray(from, from + length)), from + length);
}

function parsed(header: string, start: number): NpyHeader | FileProblem {
  const found = header.trim().slice(0, 120);
  const type = /'descr' ?: ?'([^']*)'/.exec(header)?.[1];
  const order = /'fortran_order' ?: ?(True|False)/.exec(header)?.[1];
  const sides = /'shape' ?: ?\(([^)]*)\)/.exec(header)?.[1];
  // Records have a list of fields as their type.
  if (type === undefined && /'descr' ?: ?\[/.test(header)) return fileProblem('npy-type', { found });
  if (type === undefined || order === undefined || sides === undefined) return fileProblem('npy-header', { found });
  const parts = sides.split(',').map((side) => side.trim());
  const written = parts.at(-1) === '' ? parts.slice(0, -1) : parts;
  // Python 2 wrote whole numbers with an L.
  if (!written.every((side) => /^\d{1,15}L?$/.test(side))) return fileProblem('npy-header', { found });
  return { type, columnsFirst: order === 'True', shape: written.map((side) => Number.parseInt(side, 10)), start };
}
