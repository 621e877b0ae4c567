import type { FormatId } from './formatKinds';
import type { Laid } from './layout';
import type { MatrixFormat } from './matrixFormat';
import { type RowMarks, rowLayout } from './rowLayout';

/** The environments of `amsmath` have ten columns unless told otherwise. */
const mostColumns = 10;

const latexRows = rowLayout({ before: '  ', between: ' & ', after: ' \\\\', last: '' });

/** LaTeX's matrix in brackets. */
export const latexFormat: MatrixFormat = {
  id: 'latex',
  spelling: {
    nan: '\\mathrm{NaN}',
    infinity: '\\infty',
    minusZero: '-0',
    power: (digits, exponent) => `${digits} \\cdot 10^{${exponent}}`,
  },
  isAligned: true,
  names: undefined,
  frame: (shape) => {
    const columns = shape.at(-1) ?? 1;
    const [before, after] =
      columns <= mostColumns
        ? ['\\begin{bmatrix}\n', '\n\\end{bmatrix}']
        : [`\\left[\\begin{array}{${'r'.repeat(columns)}}\n`, '\n\\end{array}\\right]'];
    return { before, layout: latexRows, after };
  },
};

const markdownRows = rowLayout({ before: '| ', between: ' | ', after: ' |' });

/** A table of Markdown; its heading, which it must have, says nothing. */
export const markdownFormat: MatrixFormat = {
  id: 'markdown',
  spelling: { nan: 'NaN', infinity: 'Inf', minusZero: '-0' },
  isAligned: true,
  names: undefined,
  frame: () => ({ before: '', layout: markdownLines, after: '' }),
};

function* markdownLines(laid: Laid, indent: number): Generator<string> {
  const heading = (cell: (width: number) => string) => laid.cells.widths.map((width) => `${cell(width)}|`).join('');
  yield `|${heading((width) => ' '.repeat(width + 2))}`;
  yield `|${heading((width) => `${'-'.repeat(width + 1)}:`)}`;
  yield* markdownRows(laid, indent);
}

const comma = { before: '', between: ',', after: '' };
const tab = { before: '', between: '\t', after: '' };
const blank = { before: '', between: ' ', after: '' };

/** Comma-separated values, tab-separated values, and numbers between blanks. */
export const csvFormat = rowsFormat('csv', comma, false);
export const tsvFormat = rowsFormat('tsv', tab, false);
export const plainFormat = rowsFormat('plain', blank, true);

function rowsFormat(id: FormatId, marks: RowMarks, isAligned: boolean): MatrixFormat {
  const layout = rowLayout(marks);
  return {
    id,
    spelling: { nan: 'NaN', infinity: 'inf', minusZero: '-0' },
    isAligned,
    names: undefined,
    frame: () => ({ before: '', layout, after: '' }),
  };
}
