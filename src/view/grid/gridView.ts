import type { Fill } from '../colour/cellFills';
import type { GridPlace } from '../layout/geometryBox';
import type { Cells } from '../state/cells';
import type { CellAt } from '../state/lensModel';

/** The part of a matrix that a grid shows. */
export interface GridWindow {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

/** How the cells of a grid look; the same object as long as nothing of it changed. */
export interface CellLook {
  readonly fill: Fill;
  readonly fontSize: number;
  /** Characters that fit in a cell; 0 shows colours alone. */
  readonly room: number;
  /** Leaves to colours what they can tell: −0, NaN and infinities are written all the same. */
  readonly hidesNumbers?: boolean;
  /** The fill of cells that lie in no patch, where it is another. */
  readonly outside?: Fill;
}

/** What a grid is, where it stands, and what can be done with it. */
export interface GridProps {
  readonly name: string;
  readonly kind: 'input' | 'kernel' | 'map';
  /** Where the window's first cell stands. */
  readonly place: GridPlace;
  readonly cells: Cells | undefined;
  /** Size of the whole, known even where the numbers are not there yet. */
  readonly rows: number;
  readonly cols: number;
  readonly window: GridWindow;
  readonly look: CellLook;
  readonly selected?: CellAt | undefined;
  /** The cell whose characters the caret in the text is in. */
  readonly marked?: CellAt | undefined;
  /** Cells up to this index in reading order show their numbers; all where undefined. */
  readonly reached?: number | undefined;
  /** Rows and columns that lie in the patch. */
  readonly patch?: { readonly rows: readonly number[]; readonly cols: readonly number[] } | undefined;
  /** Small text and count layers, by row-major index. */
  readonly chips?: ReadonlyMap<number, string> | undefined;
  readonly counts?: { readonly of: (row: number, col: number) => number; readonly fill: Fill } | undefined;
  readonly unread?: { readonly rows: ReadonlySet<number>; readonly cols: ReadonlySet<number> } | undefined;
  readonly onHover?: ((cell: CellAt | undefined) => void) | undefined;
  readonly onPick?: ((cell: CellAt) => void) | undefined;
  /** The person has gone to a cell: pointed at it, or walked there by keys. */
  readonly onGo?: ((cell: CellAt, by: 'pointer' | 'keys') => void) | undefined;
  readonly onFocusCell?: ((cell: CellAt | undefined) => void) | undefined;
  /** The cell of the matrix itself that a shown cell is; the very same where undefined. */
  readonly toOwn?: ((cell: CellAt) => CellAt) | undefined;
}
