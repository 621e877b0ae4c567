import type { CellAt } from '../state/lensModel';
import { focusCell, type GridHandlers } from './MatrixGrid';
import { walk } from './walk';

/** The keys inside a grid: walking, editing, copying. What is handled here goes no further. */
export function gridKeys(event: KeyboardEvent, handlers: GridHandlers): void {
  const { props, editing } = handlers;
  const done = editing.edit !== undefined ? editKeys(event, handlers) : walkKeys(event, handlers);
  if (!done && props.onCommit !== undefined && editing.edit === undefined && startsNumber(event)) {
    editing.start(handlers.focus, event.key);
    consume(event);
  }
}

function editKeys(event: KeyboardEvent, handlers: GridHandlers): boolean {
  const { editing, focus } = handlers;
  event.stopPropagation();
  if (event.key === 'Escape') {
    editing.cancel();
    moveFocus(handlers, focus);
  } else if (event.key === 'Enter' || event.key === 'Tab') {
    if (editing.commit()) moveFocus(handlers, next(handlers, event));
  } else return true;
  event.preventDefault();
  return true;
}

function next({ props: { window: shown }, focus }: GridHandlers, { key, shiftKey }: KeyboardEvent): CellAt {
  const step = shiftKey ? -1 : 1;
  const row = key === 'Enter' ? focus.row + step : focus.row;
  const col = key === 'Tab' ? focus.col + step : focus.col;
  const clamp = (at: number, from: number, count: number) => Math.max(from, Math.min(from + count - 1, at));
  return { row: clamp(row, shown.row, shown.rows), col: clamp(col, shown.col, shown.cols) };
}

function walkKeys(event: KeyboardEvent, handlers: GridHandlers): boolean {
  const { props, focus, editing, copy } = handlers;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') {
    copy();
    return consume(event);
  }
  if (props.onCommit !== undefined && (event.key === 'F2' || event.key === 'Enter')) {
    editing.start(focus);
    return consume(event);
  }
  const to = walk(event, focus, props);
  if (to === undefined) return false;
  if (props.kind === 'map') props.onPick?.(to);
  moveFocus(handlers, to);
  return consume(event);
}

function moveFocus({ root, setFocus, props }: GridHandlers, cell: CellAt): void {
  setFocus(cell);
  props.onGo?.(cell, 'keys');
  const { window: shown } = props;
  const inside =
    cell.row >= shown.row &&
    cell.row < shown.row + shown.rows &&
    cell.col >= shown.col &&
    cell.col < shown.col + shown.cols;
  // A cell that was an editor a moment ago is drawn first.
  requestAnimationFrame(() => inside && focusCell(root.current, cell));
}

function startsNumber({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && /^[0-9+\-−]$/.test(key);
}

function consume(event: KeyboardEvent): true {
  event.preventDefault();
  event.stopPropagation();
  return true;
}
