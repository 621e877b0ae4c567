import { expressionReader } from './expression/expressions';
import { latexReader } from './latex/latex';
import type { LiteralReader } from './reading';
import { htmlTableReader } from './rows/htmlTable';
import { plainRowsReader } from './rows/plainRows';
import { rPrintReader } from './rows/rPrint';
import { tableReader } from './rows/table';

/** The syntaxes that are read, in the order in which they are tried: the first that finds a matrix has the text. */
export const readers: readonly LiteralReader[] = [
  latexReader,
  htmlTableReader,
  tableReader,
  rPrintReader,
  expressionReader,
  plainRowsReader,
];

/** The order for files of rows, where brackets are cells that cannot be read. */
export const rowReaders: readonly LiteralReader[] = [plainRowsReader, expressionReader];
