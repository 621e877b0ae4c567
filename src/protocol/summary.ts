import type { SummaryCell, SummaryColumn, SummaryTableRow, SummaryWords } from '../words/modelSummaryWords';

/** The whole state of the summary. */
export interface SummarySnapshot {
  /** The models of the text by name, and the one that is shown; −1 where there is none. */
  readonly models: readonly string[];
  readonly chosen: number;
  /** Where the input shape is from, what is open, or why there is nothing. */
  readonly note: string;
  readonly columns: readonly SummaryColumn[];
  readonly rows: readonly SummaryTableRow[];
  readonly totals: readonly SummaryCell[];
  readonly words: SummaryWords;
}

/** How the table is sorted: by a column, upwards or downwards. */
export interface SummaryOrder {
  readonly column: number;
  readonly isDown: boolean;
}

/** Host to view. */
export interface ToSummaryView {
  readonly type: 'summary';
  readonly snapshot: SummarySnapshot;
}

/** View to host. `ready` is answered with the summary. */
export type FromSummaryView =
  | { readonly type: 'ready' }
  | { readonly type: 'choose'; readonly model: number }
  /** Goes to the line of a row. */
  | { readonly type: 'go'; readonly place: number }
  /** Copies the table as Markdown, in the order in which it is shown. */
  | { readonly type: 'copy'; readonly places: readonly number[] }
  | { readonly type: 'network' };

/** What the view keeps while it is hidden. */
export interface SummaryViewState {
  readonly version: 1;
  readonly order: SummaryOrder | undefined;
}
