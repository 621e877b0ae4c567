import type { CellAt } from '../state/lensModel';
import { focusCell, type GridHandlers } from './MatrixGrid';
import { walk } from './walk';

/** The keys inside a grid: walking, selecting, editing, the clipboard. What is handled here goes no further. */
export function gridKeys(event: KeyboardEvent, handlers: GridHandlers): void {
  const { acts, editing } = handlers;
  if (editing.edit !== undefined) editKeys(event, handlers);
  else if (clipboardKeys(event, handlers) || walkKeys(event, handlers)) consume(event);
  else if (acts.isEditable && startsNumber(event)) {
    editing.start(handlers.focus, event.key);
    consume(event);
  }
}

function editKeys(event: KeyboardEvent, handlers: GridHandlers): void {
  const { editing, focus, props } = handlers;
  event.stopPropagation();
  const arrow = editing.isTypedOver && event.key.startsWith('Arrow') ? walk(event, focus, props) : undefined;
  if (event.key === 'Escape') {
    editing.cancel();
    moveFocus(handlers, focus);
  } else if (event.key === 'Enter' || event.key === 'Tab' || arrow) {
    if (editing.commit()) moveFocus(handlers, arrow ?? next(handlers, event));
  } else return;
  event.preventDefault();
}

function next({ props: { window: shown }, focus }: GridHandlers, { key, shiftKey }: KeyboardEvent): CellAt {
  const step = shiftKey ? -1 : 1;
  const row = key === 'Enter' ? focus.row + step : focus.row;
  const col = key === 'Tab' ? focus.col + step : focus.col;
  const clamp = (at: number, from: number, count: number) => Math.max(from, Math.min(from + count - 1, at));
  return { row: clamp(row, shown.row, shown.rows), col: clamp(col, shown.col, shown.cols) };
}

function clipboardKeys({ ctrlKey, metaKey, shiftKey, altKey, key }: KeyboardEvent, handlers: GridHandlers): boolean {
  if (!(ctrlKey || metaKey) || shiftKey || altKey) return false;
  const { acts, block, focus } = handlers;
  const letter = key.toLowerCase();
  if (letter === 'c') acts.copy(block);
  else if (letter === 'v' && acts.isEditable) acts.paste(block ?? { ...focus, rows: 1, cols: 1 });
  else return false;
  return true;
}

function walkKeys(event: KeyboardEvent, handlers: GridHandlers): boolean {
  const { props, focus, editing, acts, block, anchor, setAnchor } = handlers;
  const { key, shiftKey } = event;
  if (acts.isEditable && (key === 'F2' || key === 'Enter')) {
    editing.start(focus);
    return true;
  }
  if (acts.isEditable && (key === 'Delete' || key === 'Backspace')) {
    acts.clear(block ?? { ...focus, rows: 1, cols: 1 });
    return true;
  }
  if (key === 'Escape' && block) {
    setAnchor(undefined);
    return true;
  }
  const to = walk(event, focus, props);
  if (to === undefined) return false;
  setAnchor(shiftKey ? (anchor ?? focus) : undefined);
  if (props.kind === 'map') props.onPick?.(to);
  moveFocus(handlers, to);
  return true;
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
  // A cell that was an editor a moment ago is drawn first; keys that come before are the grid's.
  root.current?.focus({ preventScroll: true });
  requestAnimationFrame(() => {
    const isTypedInto = root.current?.querySelector('.editing') != null;
    if (inside && !isTypedInto) focusCell(root.current, cell);
  });
}

function startsNumber({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && /^[0-9+\-−(]$/.test(key);
}

function consume(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
