import type { AxisPlan } from '../../engine/convolution/conv2dPlan';
import { fillSource, fillValue } from '../../engine/padding/fill';
import { valueRange } from '../../engine/picture/valueRange';
import { type DrawnBox, matrixBlock } from './matrixBlock';
import { type PageOrder, stepCell } from './pageOrder';
import type { Block } from './svgParts';

/** The input on the mat of its padding, with a box around the patch of the step. */
export function inputBlock(order: PageOrder, side: number): Block {
  const { look, example } = order;
  const { height, width } = example.plan;
  const [row, col] = stepCell(order);
  const tone = tonesOf(example.input, look);
  const cell = (r: number, c: number) => {
    const isPatch = isTapped(height, row, r) && isTapped(width, col, c);
    const isInside = isOwn(height, r) && isOwn(width, c);
    const value = paddedValue(example, r, c);
    return { value, colour: isPatch || isInside ? look.ink : look.quiet, bold: isPatch, tone: tone(value) };
  };
  const mat: DrawnBox = {
    ...boxOf(0, 0, height.paddedSize, width.paddedSize),
    stroke: 'none',
    line: 0,
    fill: look.mat,
  };
  const isPadded = height.paddedSize > height.inputSize || width.paddedSize > width.inputSize;
  const own = boxOf(height.before, width.before, height.inputSize, width.inputSize);
  const patch = boxOf(row * height.stride, col * width.stride, height.span, width.span);
  return matrixBlock({
    rows: height.paddedSize,
    cols: width.paddedSize,
    side,
    cell,
    // Without padding there is nothing to set the input off from, and the brackets are enough.
    below: isPadded ? [mat, { ...own, stroke: look.hairline, line: 1, fill: look.paper }] : [],
    above: [{ ...patch, stroke: look.accent, line: 2 }],
    brackets: look.hairline,
    dots: look.hairline,
  });
}

/** From the lowest value in dark to the highest in the paper's light. */
function tonesOf(
  { data }: PageOrder['example']['input'],
  { tone }: PageOrder['look'],
): (value: number) => string | undefined {
  const { min, max } = valueRange(data);
  return (value) =>
    Number.isFinite(value) ? tone(max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0.5) : undefined;
}

function boxOf(row: number, col: number, rows: number, cols: number): Pick<DrawnBox, 'row' | 'col' | 'rows' | 'cols'> {
  return { row, col, rows, cols };
}

/** Whether a tap of the output's patch lies on a position of the padded axis. */
function isTapped({ stride, span, dilation }: AxisPlan, output: number, position: number): boolean {
  const offset = position - output * stride;
  return offset >= 0 && offset < span && offset % dilation === 0;
}

function isOwn({ before, inputSize }: AxisPlan, position: number): boolean {
  return position >= before && position < before + inputSize;
}

function paddedValue({ input, plan }: PageOrder['example'], row: number, col: number): number {
  const { height, width, fill } = plan;
  const r = fillSource(fill, row - height.before, height.inputSize);
  const c = fillSource(fill, col - width.before, width.inputSize);
  return r < 0 || c < 0 ? (fillValue(fill) ?? 0) : input.data[r * width.inputSize + c]!;
}
