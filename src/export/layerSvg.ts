import type { AxisPlan, Conv2dPlan } from '../engine/convolution/conv2dPlan';

/** Cells of an axis that are drawn: so many, or two patches; larger windows are not drawn. */
const fewCells = 9;
const mostCells = 16;
/** In pixels: the longer side of the input, and the largest cell. */
const longSide = 66;
const largestCell = 10;
const gap = 34;

interface Colours {
  readonly line: string;
  readonly added: string;
  readonly cell: string;
  readonly tap: string;
  readonly next: string;
}

const light: Colours = { line: '#8a8a8a', added: '#c4c4c4', cell: '#ededed', tap: '#2f7fd1', next: '#b5561c' };
const dark: Colours = { line: '#7d7d7d', added: '#4d4d4d', cell: '#333333', tap: '#4ea1f3', next: '#e8955b' };

/**
 * A small picture of a convolution's geometry as an SVG data address: the padded input with the taps of the first patch
 * and the frame of the next one, and the output with the cells that come of them. Undefined where the window is too
 * large to be drawn.
 */
export function layerSvg({ height, width }: Conv2dPlan, isDark: boolean): string | undefined {
  const [down, across] = [shownAxis(height), shownAxis(width)];
  if (!down || !across) return undefined;
  const colours = isDark ? dark : light;
  const side = Math.min(largestCell, Math.floor(longSide / Math.max(down.cells, across.cells)));
  const input = inputPart(down, across, side, colours);
  const left = across.cells * side + gap;
  const middle = Math.min(down.cells, down.outputs) * side * 0.5;
  const arrow = `<path fill="none" stroke="${colours.line}" d="M${left - 26} ${middle}h14m-4 -4l4 4l-4 4"/>`;
  const output = `<g transform="translate(${left} 0)">${outputPart(down, across, side, colours)}</g>`;
  const size = { width: left + across.outputs * side, height: Math.max(down.cells, down.outputs) * side };
  return svgAddress(`${input}${arrow}${output}`, size);
}

interface ShownAxis {
  readonly plan: AxisPlan;
  /** Padded cells that are drawn, and outputs. */
  readonly cells: number;
  readonly outputs: number;
  /** The taps of the first patch. */
  readonly taps: readonly number[];
  readonly hasNext: boolean;
}

function shownAxis(plan: AxisPlan): ShownAxis | undefined {
  const { span, kernelSize, dilation, paddedSize, stride, outputSize } = plan;
  if (span > mostCells) return undefined;
  const cells = Math.min(paddedSize, mostCells, Math.max(fewCells, span + stride));
  const hasNext = outputSize > 1 && stride + span <= cells;
  const outputs = Math.min(outputSize, Math.floor((cells - span) / stride) + 1);
  return { plan, cells, outputs, taps: Array.from({ length: kernelSize }, (_, tap) => tap * dilation), hasNext };
}

function inputPart(
  down: ShownAxis,
  across: ShownAxis,
  side: number,
  { line, added, cell, tap, next }: Colours,
): string {
  const isInput = ({ before, inputSize }: AxisPlan, at: number) => at >= before && at < before + inputSize;
  const squares = { inside: '', added: '', taps: '' };
  for (let row = 0; row < down.cells; row++)
    for (let col = 0; col < across.cells; col++) {
      const path = `M${col * side + 0.5} ${row * side + 0.5}h${side}v${side}h-${side}z`;
      squares[isInput(down.plan, row) && isInput(across.plan, col) ? 'inside' : 'added'] += path;
      if (down.taps.includes(row) && across.taps.includes(col)) squares.taps += path;
    }
  const [nextRow, nextCol] = across.hasNext ? [0, across.plan.stride] : [down.plan.stride, 0];
  const hasNext = across.hasNext || down.hasNext;
  const frame = (row: number, col: number, colour: string) =>
    `<path fill="none" stroke="${colour}" stroke-width="2" d="M${col * side + 0.5} ${row * side + 0.5}h${across.plan.span * side}v${down.plan.span * side}h-${across.plan.span * side}z"/>`;
  return [
    `<path fill="none" stroke="${added}" stroke-dasharray="2 2" d="${squares.added}"/>`,
    `<path fill="${cell}" stroke="${line}" d="${squares.inside}"/>`,
    `<path fill="${tap}" fill-opacity="0.55" d="${squares.taps}"/>`,
    hasNext ? frame(nextRow, nextCol, next) : '',
    frame(0, 0, tap),
  ].join('');
}

function outputPart(down: ShownAxis, across: ShownAxis, side: number, { line, cell, tap, next }: Colours): string {
  const square = (row: number, col: number) => `M${col * side + 0.5} ${row * side + 0.5}h${side}v${side}h-${side}z`;
  const all = Array.from({ length: down.outputs * across.outputs }, (_, index) =>
    square(Math.floor(index / across.outputs), index % across.outputs),
  );
  const [nextRow, nextCol] = across.hasNext ? [0, 1] : [1, 0];
  const second =
    across.hasNext || down.hasNext ? `<path fill="${next}" fill-opacity="0.55" d="${square(nextRow, nextCol)}"/>` : '';
  return `<path fill="${cell}" stroke="${line}" d="${all.join('')}"/><path fill="${tap}" fill-opacity="0.55" d="${square(0, 0)}"/>${second}`;
}

function svgAddress(content: string, { width, height }: { readonly width: number; readonly height: number }): string {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 2}" height="${height + 2}">`;
  return `data:image/svg+xml;base64,${btoa(`${head}${content}</svg>`)}`;
}
