import type { Argument } from '../expression/frame';
import { transposed } from '../expression/transpose';
import { faulty, isMatrix, isScalar, type Numbers, sizeOf, type Value } from '../expression/value';
import type { BuilderCall } from './builders';
import { noteFilling } from './fillOrder';
import { integerOf } from './parameters';
import { filledMatrix } from './rVectors';

/** R's `c(1, 2, …)`; ranges and vectors inside are joined. */
export function rVector({ machine, args, place, base }: BuilderCall): Value | undefined {
  if (!machine.language.arrow) return undefined;
  const fault = args.find(({ value }) => value.kind !== 'numbers' || value.shape.length > 1)?.value;
  if (fault || args.length === 0) {
    machine.pool.size = base;
    if (fault?.kind === 'faulty') return fault;
    const found = fault && machine.text.slice(fault.start, Math.min(fault.end, fault.start + 40));
    return fault ? faulty('not-numeric', fault, { found: found ?? '' }) : faulty('empty', place, {}, true);
  }
  const numbers = args.map(({ value }) => value as Numbers);
  const size = numbers.reduce((sum, value) => sum + sizeOf(value.shape), 0);
  const whole = numbers.every((value) => value.whole);
  return { ...numbers[0]!, shape: [size], from: base, ...place, whole, holder: 'array' };
}

/** R's `matrix(values, nrow, ncol, byrow)`: columns first unless told otherwise. */
export function rMatrix(call: BuilderCall): Value | undefined {
  const { machine, args, place, base } = call;
  if (!machine.language.arrow) return undefined;
  const named = byParameter(args);
  const data = named?.data;
  if (data?.kind === 'faulty') return data;
  const single = isScalar(data) && named?.nrow && named.ncol ? filledSides(call, named.nrow, named.ncol) : undefined;
  if (single && isScalar(data)) return filledMatrix(call, data, single[0], single[1]);
  const sides = named && data && isMatrix(data) && data.from === base ? sidesOf(call, named, data) : undefined;
  if (!named || !data || data.kind !== 'numbers' || !sides) {
    machine.pool.size = base;
    return faulty('unsupported', place, { found: 'matrix' });
  }
  const [rows, columns] = sides;
  const byRow = named.byrow === undefined ? false : truth(call, named.byrow);
  machine.pool.size = base + sizeOf(data.shape);
  const size = sizeOf(data.shape);
  if (rows * columns !== size || byRow === undefined) {
    machine.pool.size = base;
    if (byRow === undefined) return faulty('unsupported', place, { found: 'byrow' });
    return faulty('ragged', place, { found: size, expected: rows * columns });
  }
  const rowsFirst = byRow || (named.byrow === undefined && machine.language.order === 'rows');
  if (!byRow) noteFilling(machine, data, { place, shape: [rows, columns], rowsFirst, by: 'R' });
  if (rowsFirst) return { ...data, shape: [rows, columns], ...place };
  const turned = transposed(machine, { ...data, shape: [columns, rows], ...place }, place);
  return turned?.kind === 'numbers' ? { ...turned, computed: data.computed } : turned;
}

function filledSides(call: BuilderCall, nrow: Value, ncol: Value): readonly [number, number] | undefined {
  const [rows, columns] = [integerOf(call, nrow), integerOf(call, ncol)];
  return rows === undefined || columns === undefined ? undefined : [rows, columns];
}

type Parameter = 'data' | 'nrow' | 'ncol' | 'byrow' | 'dimnames';
const parameters: readonly Parameter[] = ['data', 'nrow', 'ncol', 'byrow', 'dimnames'];

function byParameter(args: readonly Argument[]): Partial<Record<Parameter, Value>> | undefined {
  const named: Partial<Record<Parameter, Value>> = {};
  for (const { keyword, value } of args) {
    if (keyword === undefined) continue;
    const parameter = parameters.find((name) => name === keyword);
    if (!parameter) return undefined;
    named[parameter] = value;
  }
  const free = parameters.filter((name) => named[name] === undefined);
  for (const { keyword, value } of args) {
    if (keyword !== undefined) continue;
    const parameter = free.shift();
    if (!parameter) return undefined;
    named[parameter] = value;
  }
  return named;
}

function sidesOf(
  { machine }: BuilderCall,
  { nrow, ncol }: Partial<Record<Parameter, Value>>,
  data: Numbers,
): readonly [number, number] | undefined {
  const size = sizeOf(data.shape);
  const side = (value: Value | undefined) => (isScalar(value) ? machine.pool.values[value.from]! : undefined);
  if ((nrow && !isScalar(nrow)) || (ncol && !isScalar(ncol))) return undefined;
  const rows = side(nrow);
  const columns = side(ncol);
  if ([rows, columns].some((count) => count !== undefined && !(Number.isInteger(count) && count > 0))) return undefined;
  if (rows === undefined && columns === undefined) return [size, 1];
  if (rows === undefined) return [Math.ceil(size / columns!), columns!];
  return [rows, columns ?? Math.ceil(size / rows)];
}

function truth({ machine }: BuilderCall, value: Value): boolean | undefined {
  if (isScalar(value)) return machine.pool.values[value.from] !== 0;
  if (value.kind === 'name' && (value.name === 'T' || value.name === 'F')) return value.name === 'T';
  return undefined;
}

/** R's `rbind(c(1, 2), c(3, 4))`. */
export function boundRows({ machine, args, place, base }: BuilderCall): Value | undefined {
  if (!machine.language.arrow) return undefined;
  const rows = args.map(({ value }) => value);
  const [first] = rows;
  if (!first || !rows.every((row) => isMatrix(row) && row.shape.length === 1) || first.kind !== 'numbers')
    return undefined;
  const width = first.shape[0]!;
  for (const [index, row] of rows.entries()) {
    if (row.kind === 'numbers' && row.shape[0] === width) continue;
    machine.pool.size = base;
    return faulty('ragged', row, { row: index, found: row.kind === 'numbers' ? row.shape[0]! : 0, expected: width });
  }
  const whole = rows.every((row) => row.kind === 'numbers' && row.whole);
  return { ...first, shape: [rows.length, width], from: base, ...place, whole };
}
