import { rowText } from './cellTexts';
import { type Laid, type Layout, outerAxes } from './layout';

/** Brackets in brackets as NumPy prints them: rows under one another, right after the brackets that open before them. */
export function hangingLayout(open: string, close: string): Layout {
  return function* lines({ cells, shape }: Laid, indent: number) {
    const spans = outerAxes(shape);
    const rows = spans.at(-1) ?? 1;
    for (let row = 0; row < rows; row++) {
      const opened = spans.filter((span) => row % span === 0).length;
      const closed = spans.filter((span) => (row + 1) % span === 0).length;
      const before = row === 0 ? '' : ' '.repeat(indent + spans.length - opened);
      const after = close.repeat(closed) + (row + 1 < rows ? ',' : '');
      yield `${before}${open.repeat(opened + 1)}${rowText(cells, row, ', ')}${close}${after}`;
    }
  };
}

/** Brackets in brackets, each row on a line of its own, further in than what holds it by `step` blanks. */
export function blockLayout(open: string, close: string, step: number): Layout {
  return function* lines({ cells, shape }: Laid, indent: number) {
    const spans = outerAxes(shape);
    const rows = spans.at(-1) ?? 1;
    if (spans.length === 0) {
      yield `${open}${rowText(cells, 0, ', ')}${close}`;
      return;
    }
    const blanks = (depth: number) => ' '.repeat(indent + depth * step);
    for (let row = 0; row < rows; row++) {
      for (let axis = spans.length - 1; axis >= 0; axis--)
        if (row % spans[axis]! === 0)
          yield `${row === 0 && axis === spans.length - 1 ? '' : blanks(spans.length - 1 - axis)}${open}`;
      yield `${blanks(spans.length)}${open}${rowText(cells, row, ', ')}${close},`;
      for (const [axis, span] of spans.entries())
        if ((row + 1) % span === 0)
          yield `${blanks(spans.length - 1 - axis)}${close}${axis === spans.length - 1 ? '' : ','}`;
    }
  };
}
