import type { CellWindow } from '../../protocol/lens';
import type { LensActions } from '../state/lensActions';
import type { CellAt } from '../state/lensModel';
import { blockBetween } from './cellBlock';
import type { GridProps } from './gridView';

/** What can be done with the matrix of a grid; cells and blocks are those that are shown. */
export interface GridActs {
  readonly isEditable: boolean;
  /** Puts a block on the clipboard, or the whole matrix. */
  readonly copy: (block: CellWindow | undefined) => void;
  readonly commit: (cell: CellAt, value: number) => void;
  /** Lets the results follow a number that is being typed; without one they are again as they were. */
  readonly tryOut: (cell: CellAt, value: number | undefined) => void;
  readonly paste: (block: CellWindow) => void;
  readonly clear: (block: CellWindow) => void;
}

/** The acts of a grid by what it shows. */
export function gridActs({ kind, toOwn = (cell) => cell }: GridProps, { act, post }: LensActions): GridActs {
  const role = kind === 'map' ? 'output' : kind;
  const side = kind === 'map' ? undefined : kind;
  const ownBlock = ({ row, col, rows, cols }: CellWindow) =>
    blockBetween(toOwn({ row, col }), toOwn({ row: row + rows - 1, col: col + cols - 1 }));
  return {
    isEditable: side !== undefined,
    copy: (block) => post({ type: 'copy', role, ...(block && { window: ownBlock(block) }) }),
    commit: (cell, value) => side && act({ kind: 'edit-cell', side, ...toOwn(cell), value }),
    tryOut: (cell, value) => {
      if (side === undefined) return;
      post(value === undefined ? { type: 'try-end' } : { type: 'try-cell', side, ...toOwn(cell), value });
    },
    paste: (block) => side && post({ type: 'paste', side, window: ownBlock(block) }),
    clear: (block) => {
      const values = Array.from({ length: block.rows * block.cols }, () => 0);
      if (side) act({ kind: 'edit-block', side, ...ownBlock(block), values });
    },
  };
}
