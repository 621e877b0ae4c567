import { dropped, filled, gathered, tooMuch } from '../expression/gather';
import { isMatrix, isScalar, type Numbers, type PartsValue, sizeOf, type Value } from '../expression/value';
import type { BuilderCall } from './builders';
import { arrayOf, axisIn, bound, integerOf, libraryOf } from './parameters';

/** `concatenate((a, b), axis)`: matrices one behind the other along an axis that they have. */
export function concatenate(call: BuilderCall): Value | undefined {
  const { parts, axis } = partsAnd(call, libraryOf(call) === 'torch' ? 'dim' : 'axis') ?? {};
  if (!parts || libraryOf(call) === undefined) return undefined;
  const place = axisIn(parts[0]!.shape.length, axis ?? 0);
  return place === undefined ? undefined : joined(call, parts, place);
}

/** `stack((a, b), axis)`: matrices of one shape along an axis of their own. */
export function stack(call: BuilderCall): Value | undefined {
  const { parts, axis } = partsAnd(call, libraryOf(call) === 'torch' ? 'dim' : 'axis') ?? {};
  if (!parts || libraryOf(call) === undefined) return undefined;
  const at = axisIn(parts[0]!.shape.length + 1, axis ?? 0);
  if (at === undefined) return undefined;
  const withAxis = parts.map((part) => ({ ...part, shape: part.shape.toSpliced(at, 0, 1) }));
  return joined(call, withAxis, at);
}

/** `vstack((a, b))`: rows below one another. */
export function vstack(call: BuilderCall): Value | undefined {
  const { parts } = partsAnd(call, undefined) ?? {};
  return parts && libraryOf(call) ? joined(call, parts.map(asRows), 0) : undefined;
}

/** `hstack((a, b))`: matrices beside one another, vectors one behind the other. */
export function hstack(call: BuilderCall): Value | undefined {
  const { parts } = partsAnd(call, undefined) ?? {};
  if (!parts || !libraryOf(call)) return undefined;
  return joined(call, parts, parts[0]!.shape.length === 1 ? 0 : 1);
}

/** `column_stack((a, b))`: vectors as columns. */
export function columnStack(call: BuilderCall): Value | undefined {
  const { parts } = partsAnd(call, undefined) ?? {};
  return parts && libraryOf(call) ? joined(call, parts.map(asColumns), 1) : undefined;
}

/** `dstack((a, b))`: matrices behind one another, along a third axis. */
export function dstack(call: BuilderCall): Value | undefined {
  const { parts } = partsAnd(call, undefined) ?? {};
  if (!parts || libraryOf(call) !== 'numpy' || !parts.every(({ shape }) => shape.length === 2)) return undefined;
  return joined(
    call,
    parts.map((part) => ({ ...part, shape: [...part.shape, 1] })),
    2,
  );
}

/** `vcat(a, b)`, `vertcat(a, b)`, R's `rbind(a, b)`: arguments below one another. */
export function below(call: BuilderCall): Value | undefined {
  const parts = argumentsAsParts(call);
  return parts && joined(call, libraryOf(call) === 'r' ? parts.map(asRows) : parts, 0);
}

/** `hcat(a, b)`, `horzcat(a, b)`, R's `cbind(a, b)`: arguments beside one another; vectors are columns. */
export function beside(call: BuilderCall): Value | undefined {
  const parts = argumentsAsParts(call);
  return parts && joined(call, parts.map(asColumns), 1);
}

/** MATLAB's `cat(dim, a, b)` and Julia's `cat(a, b, dims=…)`; otherwise NumPy's and PyTorch's `concatenate`. */
export function cat(call: BuilderCall): Value | undefined {
  const library = libraryOf(call);
  if (library !== 'matlab') return library === 'julia' ? undefined : concatenate(call);
  const axis = integerOf(call, call.args[0]?.value);
  const parts = argumentsAsParts({ ...call, args: call.args.slice(1) });
  return parts && axis !== undefined && axis >= 1 && axis <= 2 ? joined(call, parts, axis - 1) : undefined;
}

/** `block([[a, b], [c, d]])`: matrices laid out as the brackets say. */
export function block(call: BuilderCall): Value | undefined {
  const value = call.args[0]?.value;
  if (call.args.length !== 1 || value?.kind !== 'parts' || libraryOf(call) !== 'numpy') return undefined;
  const rows = value.of.map((row) => (row.kind === 'parts' ? row.of : [row]));
  if (!rows.every((row) => row.every((part) => part.kind === 'numbers' && part.shape.length === 2))) return undefined;
  return blocksIn(call, rows as (readonly Numbers[])[]);
}

/** Matrices in rows, which must be of one height in a row and of one width in all. */
export function blocksIn(
  { machine, base, place }: Pick<BuilderCall, 'machine' | 'base' | 'place'>,
  rows: readonly (readonly Numbers[])[],
): Value | undefined {
  const heights = rows.map((row) => row[0]?.shape[0] ?? 0);
  const widths = rows.map((row) => row.reduce((sum, { shape }) => sum + shape[1]!, 0));
  const isEven = rows.every((row, i) => row.every(({ shape }) => shape[0] === heights[i]) && widths[i] === widths[0]);
  const [height, width] = [heights.reduce((sum, side) => sum + side, 0), widths[0] ?? 0];
  const like = isEven && commonType(rows.flat());
  if (!like) return undefined;
  const fault = tooMuch(machine, [height, width], place);
  if (fault) return dropped(machine, { base }, fault);
  const sources = new Int32Array(height * width).fill(filled);
  let top = 0;
  for (const row of rows) {
    let left = 0;
    for (const part of row) {
      putBlock(sources, width, part, top, left);
      left += part.shape[1]!;
    }
    top += row[0]!.shape[0]!;
  }
  return gathered(machine, { base, like, place }, [height, width], sources);
}

function putBlock(sources: Int32Array, width: number, { shape, from }: Numbers, top: number, left: number): void {
  const columns = shape[1]!;
  for (let i = 0; i < sizeOf(shape); i++) {
    sources[(top + Math.floor(i / columns)) * width + left + (i % columns)] = from + i;
  }
}

function asRows(part: Numbers): Numbers {
  return part.shape.length === 1 ? { ...part, shape: [1, part.shape[0]!] } : part;
}

function asColumns(part: Numbers): Numbers {
  return part.shape.length === 1 ? { ...part, shape: [part.shape[0]!, 1] } : part;
}

/** The matrices in the call's first argument, and the axis among the others. */
function partsAnd(
  call: BuilderCall,
  axisName: string | undefined,
): { parts: readonly Numbers[]; axis: number | undefined } | undefined {
  const given = bound(call, axisName === undefined ? ['parts'] : ['parts', axisName]) as
    | Record<string, Value | undefined>
    | undefined;
  const list = given?.parts;
  const chosen = axisName === undefined ? undefined : given?.[axisName];
  const axis = chosen && integerOf(call, chosen);
  if (!list || (chosen && axis === undefined)) return undefined;
  const parts = list.kind === 'parts' ? numbersIn(list) : rowsOf(list);
  return parts && { parts: parts.map((part) => arrayOf(call, part)!), axis };
}

/** A list that was read as one matrix, as the rows that it is made of. */
function rowsOf(list: Value): readonly Numbers[] | undefined {
  if (!isMatrix(list) || list.shape.length < 2) return undefined;
  const [length, ...shape] = list.shape;
  return Array.from({ length }, (_, i) => ({ ...list, shape, from: list.from + i * sizeOf(shape) }));
}

function numbersIn({ of }: PartsValue): readonly Numbers[] | undefined {
  return of.length > 0 && of.every((part) => isMatrix(part)) ? (of as readonly Numbers[]) : undefined;
}

function argumentsAsParts({ args, machine }: BuilderCall): readonly Numbers[] | undefined {
  const { blankCells, arrow } = machine.language;
  if (!(blankCells || arrow) || args.some(({ keyword, value }) => keyword !== undefined || value.kind !== 'numbers'))
    return undefined;
  const parts = args.map(({ value }) => value as Numbers);
  const isMatlab = blankCells && !machine.language.dottedArithmetic;
  const sized = isMatlab ? parts.map((part) => (isScalar(part) ? { ...part, shape: [1, 1] } : part)) : parts;
  return sized.length > 0 && sized.every(isMatrix) ? sized : undefined;
}

/** What the numbers of all parts are together; undefined where the library turns some into another type. */
function commonType(parts: readonly Numbers[]): Numbers | undefined {
  const [first] = parts;
  const whole = parts.every((part) => part.whole);
  const isOne = parts.every(
    (part) => part.precision === first?.precision && part.range?.join() === first.range?.join(),
  );
  return first && isOne && (whole || !first.range) ? { ...first, whole } : undefined;
}

function joined({ machine, base, place }: BuilderCall, parts: readonly Numbers[], axis: number): Value | undefined {
  const [first] = parts;
  const isEven = parts.every(
    ({ shape }) =>
      shape.length === first?.shape.length && shape.every((side, k) => k === axis || side === first.shape[k]),
  );
  const like = isEven ? commonType(parts) : undefined;
  if (!first || !like || axis >= first.shape.length) return undefined;
  const along = parts.reduce((sum, { shape }) => sum + shape[axis]!, 0);
  const shape = first.shape.with(axis, along);
  const fault = tooMuch(machine, shape, place);
  if (fault) return dropped(machine, { base }, fault);
  const inner = sizeOf(first.shape.slice(axis + 1));
  const sources = new Int32Array(sizeOf(shape));
  let before = 0;
  for (const part of parts) {
    const run = part.shape[axis]! * inner;
    for (let i = 0; i < sizeOf(part.shape); i++) {
      sources[Math.floor(i / run) * along * inner + before * inner + (i % run)] = part.from + i;
    }
    before += part.shape[axis]!;
  }
  return gathered(machine, { base, like, place }, shape, sources);
}
