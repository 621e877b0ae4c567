import { builtNumbers } from '../builders/builtNumbers';
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
  if (!declaration) return value;
  const zeros = zeroFilled(machine, value, declaration);
  if (zeros) return zeros;
  if (!isMatrix(value)) return value;
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

/** C's `float k[3][3] = {0};` and `= {};`: what the braces leave out is 0. */
function zeroFilled(machine: Machine, value: Value, { sides, types }: Declaration): Value | undefined {
  const { language, pool } = machine;
  const isC = language.octal && language.lists === 'opaque' && !language.lineEnds && !language.newIsZero;
  const written = machine.text.slice(value.start, Math.min(value.end, value.start + 12)).replaceAll(/\s/g, '');
  const known = sides.filter((side) => side !== undefined);
  const isZero = ['{}', '{0}', '{{0}}', '{0.0}', '{0.0f}', '{0.f}', '{0.}'].includes(written);
  if (!isC || !isZero || sides.length === 0 || known.length < sides.length) return undefined;
  const base = value.kind === 'numbers' ? value.from : pool.size;
  const call = { machine, base, place: { start: value.start, end: value.end }, callee: { path: '' } };
  const isWhole = types.some((type) => wholeTypes.test(type));
  const built = builtNumbers(call, known, () => 0, isWhole);
  return built.kind === 'numbers' && isWhole && !types.includes('int') ? { ...built, precision: 'narrow' } : built;
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
