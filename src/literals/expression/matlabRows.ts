import { isBlank } from '../text/characters';
import { listValue, numbersOf, wholeFault } from './brackets';
import type { Frame } from './frame';
import { endRow } from './items';
import { joinedCells } from './joinedCells';
import type { Machine } from './machine';
import { faulty, type Value } from './value';

/** The value of `[1 2; 3 4]`: cells in rows, as in MATLAB, Octave, Scilab, Julia and in tables that spreadsheets write. */
export function rowsValue(machine: Machine, frame: Frame, end: number): Value {
  const place = { start: frame.start, end };
  const isJuliaList =
    machine.language.quotes === '"' && frame.commas > 0 && frame.splits + frame.signSplits + frame.semicolons === 0;
  if (isJuliaList && frame.rows === 0) return listValue(machine, { ...frame, blanks: false }, end);
  const before = frame.rows;
  endRow(frame, machine.pool.size, place);
  if (frame.fault) return wholeFault(machine, frame, place);
  if (frame.count === 0) return faulty('empty', place, {}, true);
  const { rows, rowWidth } = frame;
  const holder = machine.language.blankCells ? 'array' : 'list';
  if (Number.isNaN(rowWidth) || rowWidth * rows !== machine.pool.size - frame.base)
    return stacked(machine, frame, place);
  const isColumnVector =
    machine.language.quotes === '"' &&
    (before > 0 || rows === 1) &&
    rowWidth === 1 &&
    !endsInTwoSemicolons(machine.text, end - 1);
  const shape = isColumnVector ? [rows] : [rows, rowWidth];
  return { ...numbersOf(frame, shape, place), holder, form: 'rows' };
}

/** Whether Julia's `;;`, which says that a column is a matrix, stands before a bracket. */
function endsInTwoSemicolons(text: string, bracket: number): boolean {
  let at = bracket - 1;
  while (isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === 10) at--;
  return text.charCodeAt(at) === 59 && text.charCodeAt(at - 1) === 59;
}

/** Brackets whose only item is a matrix hold that matrix; matrices side by side are joined. */
function stacked(machine: Machine, frame: Frame, place: { start: number; end: number }): Value {
  const { itemShape } = frame;
  if (frame.count === 1 && itemShape) return { ...numbersOf(frame, itemShape, place), holder: 'array', form: 'rows' };
  if (frame.blocks.length > 0) return joinedCells(machine, frame, place);
  machine.pool.size = frame.base;
  return faulty('unsupported', place, { found: 'matrices side by side' });
}
