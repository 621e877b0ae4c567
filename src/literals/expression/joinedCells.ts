import { blocksIn } from '../builders/joins';
import type { Frame } from './frame';
import type { Machine } from './machine';
import { faulty, isMatrix, type Numbers, sizeOf, type Value } from './value';

/** The matrix of a bracket whose cells are matrices, side by side and below one another: `[eye(2) ones(2, 1); 1 2 3]`. */
export function joinedCells(machine: Machine, frame: Frame, place: { start: number; end: number }): Value {
  const isJulia = machine.language.dottedArithmetic;
  const rows = rowsOf(machine, frame, isJulia);
  const isVector = isJulia && rows.every((row) => row.length === 1 && row[0]!.shape[1] === 1) && hasNoPlane(frame);
  const joined = blocksIn({ machine, base: frame.base, place }, rows);
  if (!isMatrix(joined)) {
    machine.pool.size = frame.base;
    return joined ?? faulty('unsupported', place, { found: 'matrices side by side' });
  }
  return isVector ? { ...joined, shape: [sizeOf(joined.shape)], form: 'rows' } : { ...joined, form: 'rows' };
}

function hasNoPlane({ blocks }: Frame): boolean {
  return blocks.every(({ shape }) => shape.length === 1);
}

/** The cells of each row; between the matrices lie single numbers. */
function rowsOf(machine: Machine, { base, blocks, rowTops }: Frame, isJulia: boolean): readonly (readonly Numbers[])[] {
  const rows: Numbers[][] = [];
  let at = base;
  let block = 0;
  for (const top of rowTops) {
    const row: Numbers[] = [];
    while (at < top) {
      const next = blocks[block];
      const part = next?.from === at ? next : single(machine, blocks[0]!, at);
      if (part === next) block++;
      row.push(isJulia && part.shape.length === 1 ? { ...part, shape: [part.shape[0]!, 1] } : part);
      at += sizeOf(part.shape);
    }
    rows.push(row);
  }
  return rows;
}

function single({ pool }: Machine, like: Numbers, from: number): Numbers {
  const whole = Number.isInteger(pool.values[from]);
  return { ...like, shape: [1, 1], from, whole, start: pool.starts[from]!, end: pool.ends[from]! };
}
