/** A cell of the table: what is read, and what it is sorted by; undefined where that is not known. */
export interface SummaryCell {
  readonly text: string;
  readonly order: number | string | undefined;
}

/** A layer of the model. */
export interface SummaryTableRow {
  /** Counted from 0, in the order of the model. */
  readonly place: number;
  /** One for each column. */
  readonly cells: readonly SummaryCell[];
  /** Whether the layer refuses what comes in. */
  readonly isRefused: boolean;
}

/** A column; `isNumber` sets it to the right. */
export interface SummaryColumn {
  readonly title: string;
  readonly isNumber: boolean;
}

/** Sentences of the surface, in the person's language. */
export interface SummaryWords {
  readonly table: string;
  readonly model: string;
  readonly copy: string;
  readonly network: string;
  readonly total: string;
  readonly order: string;
}

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
