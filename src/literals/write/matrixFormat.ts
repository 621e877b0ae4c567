import type { FormatId } from './formatKinds';
import type { NameRule } from './identifier';
import type { Layout } from './layout';
import type { Spelling } from './spelling';

/** How matrices are written in one language or by one library. */
export interface MatrixFormat {
  readonly id: FormatId;
  readonly spelling: Spelling;
  /** Blanks put numbers under one another. */
  readonly isAligned: boolean;
  /** What it takes as a name; undefined where a matrix has none. */
  readonly names: NameRule | undefined;
  /** What stands around the numbers of a matrix of that shape; without a name, an expression. */
  readonly frame: (shape: readonly number[], name: string | undefined) => Frame;
}

/** What stands around the numbers, and how they are laid out. */
export interface Frame {
  readonly before: string;
  readonly layout: Layout;
  readonly after: string;
  /** The numbers stand in the order of the first axis, which is the quickest. */
  readonly columnsFirst?: boolean;
}
