import { Component } from 'preact';
import type { CellWindow } from '../../protocol/lens';
import type { Rgb } from '../colour/rgb';
import type { Cells } from '../state/cells';
import { CellEditor, type EditState } from './CellEditor';
import { isInBlock } from './cellBlock';
import { GridCell } from './GridCell';
import type { CellLook } from './gridView';

/** One row of a grid; every property is compared by identity to leave untouched rows alone. */
export interface RowProps {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly cells: Cells | undefined;
  readonly look: CellLook;
  readonly patchCols: readonly number[] | undefined;
  readonly selectedCol: number;
  /** The selected block, where it crosses this row. */
  readonly block: CellWindow | undefined;
  readonly markedCol: number;
  readonly focusCol: number;
  /** Columns before this one are reached. */
  readonly reachedTo: number;
  readonly unreadCols: ReadonlySet<number> | undefined;
  readonly unreadRow: boolean;
  readonly chips: ReadonlyMap<number, string> | undefined;
  readonly countOf: ((row: number, col: number) => number) | undefined;
  readonly countFill: ((count: number) => Rgb | undefined) | undefined;
  readonly edit: EditState | undefined;
}

/** A row of gridcells. */
export class GridRow extends Component<RowProps> {
  override shouldComponentUpdate(next: Readonly<RowProps>): boolean {
    return (Object.keys(next) as (keyof RowProps)[]).some((key) => next[key] !== this.props[key]);
  }

  override render() {
    const { row, from, to } = this.props;
    const cells = [];
    for (let col = from; col < to; col++) cells.push(this.cell(col));
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows
      <div role="row" class="row" aria-rowindex={row + 1}>
        {cells}
      </div>
    );
  }

  private cell(col: number) {
    const { row, width, cells, look, edit, countOf, countFill } = this.props;
    if (edit?.col === col) return <CellEditor key={col} row={row} edit={edit} look={look} />;
    const count = countOf?.(row, col);
    return GridCell({
      row,
      col,
      value: cells?.at(row, col),
      look,
      inPatch: this.props.patchCols?.includes(col) ?? false,
      selected: this.props.selectedCol === col,
      inBlock: isInBlock(this.props.block, row, col),
      marked: this.props.markedCol === col,
      focusable: this.props.focusCol === col,
      reached: col < this.props.reachedTo,
      unread: this.props.unreadRow || (this.props.unreadCols?.has(col) ?? false),
      chip: this.props.chips?.get(row * width + col),
      count,
      countFill: count === undefined ? undefined : countFill?.(count),
    });
  }
}
