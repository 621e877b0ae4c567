import { useRef, useState } from 'preact/hooks';
import { cellGap } from '../layout/stageLayout';
import { matrixContext } from '../parts/matrixContext';
import { useLens } from '../state/lens';
import type { CellAt } from '../state/lensModel';
import { useCellEditing } from './cellEditing';
import { GridRow, type RowProps } from './GridRow';
import { gridKeys } from './gridKeys';
import type { GridProps } from './gridView';

/** A matrix as a grid that can be read, walked through, hovered, picked and, where it may, typed into. */
export function MatrixGrid(props: GridProps) {
  const { place, window: shown, kind } = props;
  const { facts, model, actions } = useLens();
  const root = useRef<HTMLDivElement>(null);
  const [walked, setFocus] = useState<CellAt>({ row: shown.row, col: shown.col });
  const focus = within(kind === 'map' && props.selected ? props.selected : walked, props);
  const editing = useCellEditing(props, root, setFocus, facts.t.value);
  const gap = cellGap(place.cell);
  const role = kind === 'map' ? 'output' : kind;
  const copy = () => actions.copy(role);
  const handlers = { root, props, focus, setFocus, editing, copy };
  return (
    <div
      ref={root}
      {...matrixContext(model.surface, role)}
      role="grid"
      class={`grid ${kind}${gap === 0 ? ' dense' : ''}`}
      aria-label={props.name}
      aria-rowcount={props.rows}
      aria-colcount={props.cols}
      aria-readonly={props.onCommit === undefined}
      style={{
        left: `${place.x}px`,
        top: `${place.y}px`,
        '--c': `${place.cell}px`,
        '--gap': `${gap}px`,
        '--radius': `${place.cell >= 20 ? 3 : place.cell >= 9 ? 1 : 0}px`,
        fontSize: `${props.look.fontSize}px`,
      }}
      onPointerOver={(event) => props.onHover?.(cellOf(event.target) ?? undefined)}
      onPointerLeave={() => props.onHover?.(undefined)}
      onClick={(event) => pick(event.target, handlers)}
      onDblClick={(event) => editing.start(cellOf(event.target))}
      onKeyDown={(event) => gridKeys(event, handlers)}
      onFocusIn={(event) => props.onFocusCell?.(isKeyboard(event.target) ? cellOf(event.target) : undefined)}
      onFocusOut={(event) => leave(event, handlers)}
    >
      {rowsOf(props, focus, editing.edit)}
    </div>
  );
}

/** What the handlers of a grid share. */
export interface GridHandlers {
  readonly root: { readonly current: HTMLDivElement | null };
  readonly props: GridProps;
  readonly focus: CellAt;
  readonly setFocus: (cell: CellAt) => void;
  readonly editing: ReturnType<typeof useCellEditing>;
  readonly copy: () => void;
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

function pick(target: EventTarget | null, { props, setFocus, editing, root }: GridHandlers): void {
  const cell = cellOf(target);
  if (cell === undefined || editing.isAt(cell)) return;
  editing.commit();
  setFocus(cell);
  props.onPick?.(cell);
  props.onGo?.(cell, 'pointer');
  focusCell(root.current, cell);
}

/** A cell that becomes an editor loses the focus for a moment, so what holds is asked a little later. */
function leave(event: FocusEvent, { root, props, editing }: GridHandlers): void {
  if (root.current?.contains(event.relatedTarget as Node | null)) return;
  setTimeout(() => {
    if (root.current?.contains(document.activeElement)) return;
    editing.commit();
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

function rowsOf(props: GridProps, focus: CellAt, edit: (RowProps['edit'] & { row: number }) | undefined) {
  const { window: shown, cols, patch, selected, marked, reached, unread, counts, chips } = props;
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
        markedCol={marked?.row === row ? marked.col : -1}
        focusCol={focus.row === row ? focus.col : -1}
        reachedTo={reached === undefined ? cols : Math.min(cols, Math.max(0, reached + 1 - row * cols))}
        unreadCols={unread?.cols}
        unreadRow={unread?.rows.has(row) ?? false}
        chips={chips}
        countOf={counts?.of}
        countFill={counts?.fill}
        edit={edit?.row === row ? edit : undefined}
      />,
    );
  return rows;
}
