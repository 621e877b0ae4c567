import { useEffect, useRef, useState } from 'preact/hooks';
import type { CellWindow } from '../../protocol/lens';
import { cellGap } from '../layout/stageLayout';
import { matrixContext } from '../parts/matrixContext';
import { useLens } from '../state/lens';
import type { CellAt } from '../state/lensModel';
import { blockBetween } from './cellBlock';
import { type CellEditing, useCellEditing } from './cellEditing';
import { GridRow, type RowProps } from './GridRow';
import { type GridActs, gridActs } from './gridActs';
import type { gridKeys } from './gridKeys';
import type { GridProps } from './gridView';

/** A matrix as a grid that can be read, walked through, hovered, picked and, where it may, typed into. */
export function MatrixGrid(props: GridProps) {
  const { place, window: shown, kind } = props;
  const { facts, model, actions } = useLens();
  const root = useRef<HTMLDivElement>(null);
  const [walked, setFocus] = useState<CellAt>({ row: shown.row, col: shown.col });
  const [anchor, setAnchor] = useState<CellAt>();
  const dragged = useRef<CellAt | undefined>(undefined);
  const focus = within(kind === 'map' && props.selected && !anchor ? props.selected : walked, props);
  const acts = gridActs(props, actions);
  const editing = useCellEditing(props, { acts, root, setFocus, t: facts.t.value });
  useEffect(() => void loadKeys(), []);
  const gap = cellGap(place.cell);
  const role = kind === 'map' ? 'output' : kind;
  const block = anchor && blockBetween(within(anchor, props), focus);
  const handlers = { root, props, acts, focus, setFocus, anchor, setAnchor, block, dragged, editing };
  return (
    <div
      ref={root}
      {...matrixContext(model.surface, role)}
      role="grid"
      tabIndex={-1}
      class={`grid ${kind}${gap === 0 ? ' dense' : ''}${props.look.room === 0 ? ' bare' : ''}`}
      aria-label={props.name}
      aria-rowcount={props.rows}
      aria-colcount={props.cols}
      aria-readonly={!acts.isEditable}
      aria-multiselectable="true"
      style={{
        left: `${place.x}px`,
        top: `${place.y}px`,
        '--c': `${place.cell}px`,
        '--gap': `${gap}px`,
        '--radius': `${place.cell >= 20 ? 3 : place.cell >= 9 ? 1 : 0}px`,
        fontSize: `${props.look.fontSize}px`,
      }}
      onPointerDown={(event) => startDrag(event, handlers)}
      onPointerOver={(event) => {
        drag(event, handlers);
        props.onHover?.(cellOf(event.target) ?? undefined);
      }}
      onPointerLeave={() => props.onHover?.(undefined)}
      onClick={(event) => pick(event, handlers)}
      onDblClick={(event) => editing.start(cellOf(event.target))}
      onKeyDown={(event) => keys?.(event, handlers)}
      onFocusIn={(event) => props.onFocusCell?.(isKeyboard(event.target) ? cellOf(event.target) : undefined)}
      onFocusOut={(event) => leave(event, handlers)}
    >
      {rowsOf(props, focus, editing.edit, block)}
      {block && <i class="block" style={blockStyle(block, props)} />}
    </div>
  );
}

let keys: typeof gridKeys | undefined;

/** What the keys do comes behind the first picture. */
async function loadKeys(): Promise<void> {
  keys ??= (await import('./gridKeys')).gridKeys;
}

/** What the handlers of a grid share. */
export interface GridHandlers {
  readonly root: { readonly current: HTMLDivElement | null };
  readonly props: GridProps;
  readonly acts: GridActs;
  readonly focus: CellAt;
  readonly setFocus: (cell: CellAt) => void;
  /** Where a selection began; it reaches to the focus. */
  readonly anchor: CellAt | undefined;
  readonly setAnchor: (cell: CellAt | undefined) => void;
  readonly block: CellWindow | undefined;
  /** Where a button went down. */
  readonly dragged: { current: CellAt | undefined };
  readonly editing: CellEditing;
}

/** The cell that an event happened in. */
export function cellOf(target: EventTarget | null): CellAt | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[role=gridcell]') : null;
  const { row, col } = cell?.dataset ?? {};
  return row === undefined || col === undefined ? undefined : { row: Number(row), col: Number(col) };
}

/** Moves the focus of a grid to a cell. */
export function focusCell(root: HTMLElement | null, { row, col }: CellAt): void {
  root?.querySelector<HTMLElement>(`[data-row="${row}"][data-col="${col}"]`)?.focus();
}

function startDrag({ button, target }: PointerEvent, { dragged, editing }: GridHandlers): void {
  const cell = cellOf(target);
  dragged.current = button === 0 && cell && !editing.isAt(cell) ? cell : undefined;
}

/** With the button down, the pointer selects from where it went down. */
function drag({ buttons, target }: PointerEvent, { dragged, anchor, setAnchor, setFocus, focus }: GridHandlers): void {
  const from = dragged.current;
  const cell = cellOf(target);
  if (buttons !== 1 || !from || !cell || (!anchor && isSameCell(from, cell)) || isSameCell(focus, cell)) return;
  setAnchor(from);
  setFocus(cell);
}

function pick({ target, shiftKey }: MouseEvent, handlers: GridHandlers): void {
  const { props, setFocus, editing, root, setAnchor, anchor, focus, dragged } = handlers;
  const cell = cellOf(target);
  if (cell === undefined || editing.isAt(cell)) return;
  // The end of a drag that came back is no click.
  if (anchor && dragged.current && !isSameCell(dragged.current, cell)) return;
  editing.commit();
  setAnchor(shiftKey ? (anchor ?? focus) : undefined);
  setFocus(cell);
  focusCell(root.current, cell);
  if (shiftKey) return;
  props.onPick?.(cell);
  props.onGo?.(cell, 'pointer');
}

function isSameCell(one: CellAt, other: CellAt): boolean {
  return one.row === other.row && one.col === other.col;
}

function blockStyle({ row, col, rows, cols }: CellWindow, { window: shown, place: { cell } }: GridProps) {
  return {
    left: `${(col - shown.col) * cell}px`,
    top: `${(row - shown.row) * cell}px`,
    width: `${cols * cell}px`,
    height: `${rows * cell}px`,
  };
}

/** A cell that becomes an editor loses the focus for a moment, so what holds is asked a little later. */
function leave(event: FocusEvent, { root, props, editing, setAnchor }: GridHandlers): void {
  if (root.current?.contains(event.relatedTarget as Node | null)) return;
  setTimeout(() => {
    if (root.current?.contains(document.activeElement)) return;
    editing.commit();
    setAnchor(undefined);
    props.onFocusCell?.(undefined);
  });
}

function isKeyboard(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(':focus-visible');
}

function within({ row, col }: CellAt, { window: shown }: GridProps): CellAt {
  const inside = (at: number, from: number, count: number) => Math.max(from, Math.min(from + count - 1, at));
  return { row: inside(row, shown.row, shown.rows), col: inside(col, shown.col, shown.cols) };
}

function rowsOf(
  props: GridProps,
  focus: CellAt,
  edit: (RowProps['edit'] & { row: number }) | undefined,
  block: CellWindow | undefined,
) {
  const { window: shown, cols, patch, selected, marked, reached, unread, counts, chips } = props;
  const chipped = new Set([...(chips?.keys() ?? [])].map((index) => Math.floor(index / cols)));
  const rows = [];
  for (let row = shown.row; row < shown.row + shown.rows; row++)
    rows.push(
      <GridRow
        key={row}
        row={row}
        from={shown.col}
        to={shown.col + shown.cols}
        width={cols}
        cells={props.cells}
        look={props.look}
        patchCols={patch?.rows.includes(row) ? patch.cols : undefined}
        selectedCol={selected?.row === row ? selected.col : -1}
        block={block && row >= block.row && row < block.row + block.rows ? block : undefined}
        markedCol={marked?.row === row ? marked.col : -1}
        focusCol={focus.row === row ? focus.col : -1}
        reachedTo={reached === undefined ? cols : Math.min(cols, Math.max(0, reached + 1 - row * cols))}
        unreadCols={unread?.cols}
        unreadRow={unread?.rows.has(row) ?? false}
        chips={chipped.has(row) ? chips : undefined}
        countOf={counts?.of}
        countFill={counts?.fill}
        edit={edit?.row === row ? edit : undefined}
      />,
    );
  return rows;
}
