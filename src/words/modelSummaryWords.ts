import type { ModelReport } from '../layers/flow/modelReport';
import type { Size } from '../layers/layer';
import type { ModelSummary, SummaryRow } from '../layers/summary/modelSummary';
import { originText } from './layerWords';
import { countText } from './numberText';
import type { Translate } from './translate';

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

/** The sentences of the summary. */
export function summaryWords(t: Translate): SummaryWords {
  return {
    table: t('Layers of the model'),
    model: t('Model'),
    copy: t('Copy as Markdown'),
    network: t('Open in Network'),
    total: t('Total'),
    order: t('In the order of the model'),
  };
}

/** What the columns of the summary are called. */
export function summaryColumns(t: Translate): readonly SummaryColumn[] {
  return [
    { title: t('Layer'), isNumber: false },
    { title: t('Line'), isNumber: true },
    { title: t('In'), isNumber: false },
    { title: t('Out'), isNumber: false },
    { title: t('Parameters'), isNumber: true },
    { title: t('Multiply-adds'), isNumber: true },
    { title: t('Receptive field'), isNumber: true },
  ];
}

/** The rows of the summary; `lineOf` gives the line of an offset, counted from 1. */
export function summaryRows(
  t: Translate,
  { rows }: ModelSummary,
  lineOf: (offset: number) => number | undefined,
): readonly SummaryTableRow[] {
  return rows.map((row) => ({ place: row.place, cells: cellsOf(t, row, lineOf(row.start)), isRefused: row.isRefused }));
}

/** What the rows come to, under their columns. */
export function summaryTotals(t: Translate, { rows, parameters, multiplyAdds }: ModelSummary): readonly SummaryCell[] {
  const blank: SummaryCell = { text: '', order: undefined };
  const layers: SummaryCell = { text: t('{0} layers', countText(rows.length)), order: rows.length };
  return [layers, blank, blank, blank, countCell(parameters), countCell(multiplyAdds), blank];
}

/** What is known of the model's input, and what is open. */
export function summaryNote(t: Translate, model: ModelReport | undefined): string {
  if (!model) return t('There is no model in this text: no class with a forward, no list of layers, no Keras model.');
  const { input, origin } = model;
  if (!input) return t('The input shape is not known; a comment tells it: # input: 3x224x224');
  const shape = input.slice(1).map(shown).join(' × ');
  return origin ? `${t('Input {0}.', shape)} ${originText(t, origin)}` : t('Input {0}.', shape);
}

/** The table as Markdown, its rows as they are handed over. */
export function summaryMarkdown(
  columns: readonly SummaryColumn[],
  rows: readonly SummaryTableRow[],
  totals: readonly SummaryCell[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const text = ({ text: written }: SummaryCell) => written.replaceAll('|', '\\|');
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(({ isNumber }) => (isNumber ? '--:' : ':--'))),
    ...rows.map(({ cells }) => line(cells.map(text))),
    line(totals.map((cell) => (cell.text === '' ? '' : `**${text(cell)}**`))),
  ].join('\n');
}

function cellsOf(t: Translate, row: SummaryRow, line: number | undefined): readonly SummaryCell[] {
  const { path, input, output, parameters, isShared, multiplyAdds, field } = row;
  const size = field?.map((one) => one.size);
  return [
    { text: path, order: path.toLowerCase() },
    { text: line === undefined ? '' : String(line), order: line },
    shapeCell(input),
    row.isRefused ? { text: t('does not fit'), order: -1 } : shapeCell(output),
    isShared ? { text: t('shared'), order: 0 } : countCell(parameters),
    countCell(multiplyAdds),
    { text: size ? size.map(countText).join(' × ') : '', order: size?.reduce((all, one) => all * one, 1) },
  ];
}

/** A shape is sorted by how many cells it has. */
function shapeCell(shape: readonly Size[] | undefined): SummaryCell {
  if (!shape) return { text: '?', order: undefined };
  const count = shape.reduce<Size>(
    (all, size) => (all === undefined || size === undefined ? undefined : all * size),
    1,
  );
  return { text: shape.map(shown).join(' × '), order: count };
}

function countCell(count: Size): SummaryCell {
  return count === undefined ? { text: '?', order: undefined } : { text: countText(count), order: count };
}

function shown(size: Size): string {
  return size === undefined ? '?' : countText(size);
}
