import type { Machine } from './machine';
import { faulty, isMatrix, sizeOf, type Value } from './value';

/** What a declaration of C's family says of the matrix behind its `=`. */
export interface Declaration {
  readonly sides: readonly (number | undefined)[];
  readonly types: readonly string[];
}

const wholeTypes =
  /^(?:u?int(?:8|16|32|64)?(?:_t)?|short|long|char|byte|sbyte|uchar|unsigned|signed|size_t|ushort|uint)$/;

/** The value as its declaration makes it: flat lists in the declared sides; numbers that its type would change are refused. */
export function asDeclared(machine: Machine, value: Value, declaration: Declaration | undefined): Value {
  if (!declaration || !isMatrix(value)) return value;
  const place = { start: value.start, end: value.end };
  if (!fitsType(machine, value.from, sizeOf(value.shape), declaration.types)) {
    return faulty('ambiguous', place, { found: declaration.types.join(' ') });
  }
  const { sides } = declaration;
  const isSame =
    sides.length === value.shape.length &&
    sides.every((side, axis) => side === undefined || side === value.shape[axis]);
  if (sides.length === 0 || isSame) return value;
  const known = sides.filter((side) => side !== undefined);
  const isFlat = value.shape.length === 1 && known.length === sides.length && sizeOf(known) === value.shape[0];
  if (isFlat && known.length <= 4) return { ...value, shape: known };
  // A leading [1] of nested braces, as std::array wants them, or rows that C fills up with zeros.
  return faulty('ambiguous', place, { found: value.shape.join('\u00d7'), expected: known.join('\u00d7') });
}

function fitsType({ pool }: Machine, from: number, size: number, types: readonly string[]): boolean {
  if (!types.some((type) => wholeTypes.test(type)) || types.includes('float') || types.includes('double')) return true;
  const isUnsigned = types.some((type) => type.startsWith('u') || type === 'byte' || type === 'size_t');
  const isByte = types.some((type) => /8|char|byte/.test(type));
  const most = isByte ? (isUnsigned ? 255 : 127) : 2 ** 31;
  for (let i = from; i < from + size; i++) {
    const value = pool.values[i]!;
    if (!Number.isInteger(value) || Math.abs(value) > most || (isUnsigned && value < 0)) return false;
  }
  return true;
}
