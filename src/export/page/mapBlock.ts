import type { Matrix } from '../../engine/tensor';
import { type DrawnCell, matrixBlock } from './matrixBlock';
import type { PageLook } from './pageLook';
import { type PageOrder, stepCell } from './pageOrder';
import type { Block } from './svgParts';

/** The feature map up to the step, or whole, with a box around the step's cell. */
export function mapBlock(order: PageOrder, side: number): Block {
  const { look, example, step, isWhole } = order;
  const { output } = example;
  const [rows, cols] = output.shape;
  const most = largestOf(output);
  const [row, col] = stepCell(order);
  const cell = (r: number, c: number) => {
    const index = r * cols + c;
    return isWhole || index <= step
      ? mapCell(output.data[index]!, most, look)
      : { value: undefined, colour: look.quiet };
  };
  const above = [{ row, col, rows: 1, cols: 1, stroke: look.accent, line: 2 }];
  return matrixBlock({ rows, cols, side, cell, above, brackets: look.hairline, dots: look.quiet });
}

/** A value of the map on its fill; what is no number has none. */
export function mapCell(value: number, most: number, look: PageLook): DrawnCell {
  if (Number.isNaN(value)) return { value, colour: look.ink };
  const { fill, digits } = look.signed(most > 0 ? Math.max(-1, Math.min(1, value / most)) : 0);
  return { value, colour: digits, fill };
}

/** The largest finite magnitude of a map. */
export function largestOf({ data }: Matrix): number {
  return data.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
}
