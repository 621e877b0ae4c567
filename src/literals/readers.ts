import { expressionReader } from './expression/expressions';
import { latexReader } from './latex/latex';
import type { LiteralReader } from './reading';
import { columnBlocksReader } from './rows/columnBlocks';
import { htmlTableReader } from './rows/htmlTable';
import { labelledTableReader } from './rows/labelledTable';
import { plainRowsReader } from './rows/plainRows';
import { rPrintReader } from './rows/rPrint';
import { seriesReader } from './rows/series';
import { tableReader } from './rows/table';
import { tensorPrintReader } from './rows/tensorPrint';

/** The syntaxes that are read, in the order in which they are tried: the first that finds a matrix has the text. */
export const readers: readonly LiteralReader[] = [
  latexReader,
  htmlTableReader,
  tableReader,
  rPrintReader,
  seriesReader,
  labelledTableReader,
  tensorPrintReader,
  columnBlocksReader,
  expressionReader,
  plainRowsReader,
];

/** The order for files of rows, where brackets are cells that cannot be read. */
export const rowReaders: readonly LiteralReader[] = [plainRowsReader, expressionReader];
