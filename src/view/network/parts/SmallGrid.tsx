import { useState } from 'preact/hooks';
import { shortNumber } from '../../../words/numberText';
import type { Fill } from '../../colour/cellFills';
import { styleOf } from '../../grid/GridCell';
import { walk } from '../../grid/walk';

/** One cell of a small grid; `undefined` as a value is nothing, as beside an image. */
export interface SmallCell {
  readonly value: number | undefined;
  /** What is told of it besides its number: the whole number, and where it is from. */
  readonly label: string;
  readonly look?: 'padding' | 'taken' | 'dim' | undefined;
  readonly onPick?: (() => void) | undefined;
}

interface SmallGridProps {
  readonly label: string;
  readonly cols: number;
  readonly cells: readonly SmallCell[];
  readonly fill: Fill;
  /** The side of a cell in pixels. */
  readonly side: number;
}

/** A few numbers on the colours of their values: one stop, arrows go from cell to cell, Enter goes to what is there. */
export function SmallGrid({ label, cols, cells, fill, side }: SmallGridProps) {
  const [focus, setFocus] = useState({ row: 0, col: 0 });
  const rows = Math.ceil(cells.length / cols);
  const at = { row: Math.min(focus.row, rows - 1), col: Math.min(focus.col, cols - 1) };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.altKey ? undefined : walk(event, at, { rows, cols });
    const pick = event.key === 'Enter' || event.key === ' ' ? cells[at.row * cols + at.col]?.onPick : undefined;
    if (to) {
      setFocus(to);
      const grid = event.currentTarget as Element;
      grid.querySelectorAll<HTMLElement>('[role=gridcell]')[to.row * cols + to.col]?.focus();
    } else if (pick) pick();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="grid"
      class="small-grid"
      aria-label={label}
      aria-readonly="true"
      tabIndex={-1}
      style={{ '--side': `${side}px` }}
      onKeyDown={onKeyDown}
    >
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows
        <div key={row} role="row" class="small-row">
          {cells.slice(row * cols, (row + 1) * cols).map((cell, col) => (
            <GridCell
              key={col}
              cell={cell}
              fill={fill}
              room={Math.max(2, Math.floor((side - 4) / 7.6))}
              isStop={row === at.row && col === at.col}
              onFocus={() => setFocus({ row, col })}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface GridCellProps {
  readonly cell: SmallCell;
  readonly fill: Fill;
  /** Characters that fit. */
  readonly room: number;
  readonly isStop: boolean;
  readonly onFocus: () => void;
}

function GridCell({ cell: { value, label, look, onPick }, fill, room, isStop, onFocus }: GridCellProps) {
  const colour = value === undefined || look === 'padding' ? undefined : fill(value);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
    <div
      role="gridcell"
      class={['small-cell', look, onPick && 'leads'].filter(Boolean).join(' ')}
      title={label}
      tabIndex={isStop ? 0 : -1}
      style={styleOf(colour)}
      onFocus={onFocus}
      onClick={onPick}
    >
      {value === undefined ? '' : shortNumber(value, room)}
    </div>
  );
}
