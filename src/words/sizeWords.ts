import type { AxisPlan, Conv2dPlan } from '../engine/convolution/conv2dPlan';
import { columnsText, rowsText } from './indexList';
import { countText, shortNumber } from './numberText';
import type { Translate } from './translate';
import { unreadCells } from './unreadCells';

/** How the size of one axis comes about, as three short lines. */
export function sizeLines(t: Translate, axis: AxisPlan): readonly string[] {
  const room = axis.paddedSize - axis.span;
  const hops = axis.outputSize - 1;
  const positions =
    axis.outputSize === 1 ? t('makes 1 position') : t('makes {0} positions', countText(axis.outputSize));
  const first =
    room === 1
      ? t('1 cell of room, hop by {0}', axis.stride)
      : t('{0} cells of room, hop by {1}', countText(room), axis.stride);
  if (axis.stride === 1)
    return [first, hops === 1 ? t('1 hop, and the start') : t('{0} hops, and the start', countText(hops)), positions];
  const quotient = shortNumber(room / axis.stride, 6);
  const division =
    axis.rest > 0
      ? t('{0} ÷ {1} = {2}: floor takes {3}', room, axis.stride, quotient, hops)
      : t('{0} ÷ {1} = {2}, no rest to floor', room, axis.stride, quotient);
  return [
    first,
    division,
    hops === 1
      ? t('1 hop, and the start: {0}', axis.outputSize)
      : t('{0} hops, and the start: {1}', hops, axis.outputSize),
  ];
}

/** Why there is no further patch on this axis, `a start at 4 would need columns 5 and 6: not there`. */
export function lastPatchText(t: Translate, axis: AxisPlan, name: 'height' | 'width'): string {
  const start = axis.outputSize * axis.stride - axis.before;
  const end = axis.inputSize + axis.after;
  const needed = Array.from({ length: axis.kernelSize }, (_, tap) => start + tap * axis.dilation).filter(
    (cell) => cell >= end,
  );
  const missing = name === 'width' ? columnsText(t, needed) : rowsText(t, needed);
  return t('a start at {0} would need {1}: not there', shortNumber(start), missing);
}

/** Cells of the input that no patch reads, `column 4 and row 4 are never read`; undefined where all are read. */
export function neverReadText(t: Translate, plan: Conv2dPlan): string | undefined {
  const cols = unreadCells(plan.width);
  const rows = unreadCells(plan.height);
  if (cols.length === 0 && rows.length === 0) return undefined;
  if (rows.length === 0)
    return cols.length === 1
      ? t('{0} is never read', columnsText(t, cols))
      : t('{0} are never read', columnsText(t, cols));
  if (cols.length === 0)
    return rows.length === 1 ? t('{0} is never read', rowsText(t, rows)) : t('{0} are never read', rowsText(t, rows));
  return t('{0} and {1} are never read', columnsText(t, cols), rowsText(t, rows));
}

/** What is said of a hovered input cell: `image[1, 3] = 3 is used 9 times: by rows 0 to 2 and columns 2 to 4 of the map`. */
export function usesText(
  t: Translate,
  cell: string,
  value: number,
  outputs: readonly { readonly row: number; readonly col: number }[],
): string {
  if (outputs.length === 0) return t('{0} = {1} lies in no patch: it is never read', cell, shortNumber(value));
  const rows = [...new Set(outputs.map(({ row }) => row))].sort((a, b) => a - b);
  const cols = [...new Set(outputs.map(({ col }) => col))].sort((a, b) => a - b);
  const where = t('{0} and {1} of the map', rowsText(t, rows), columnsText(t, cols));
  if (outputs.length === 1) return t('{0} = {1} is used once: by {2}', cell, shortNumber(value), where);
  return t('{0} = {1} is used {2} times: by {3}', cell, shortNumber(value), outputs.length, where);
}
