import { shortNumber } from '../../words/numberText';
import { type Block, numberWidth, svgBox, svgBrackets, svgText, type TextStyle } from './svgParts';

/** A cell of a matrix as it is drawn; without a value it is a dot that waits. */
export interface DrawnCell {
  readonly value: number | undefined;
  readonly colour: string;
  readonly fill?: string | undefined;
  /** What stands for the value where cells are too small for digits. */
  readonly tone?: string | undefined;
  readonly bold?: boolean;
}

/** A box around cells, from row and column, 0 the first. */
export interface DrawnBox {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
  readonly stroke: string;
  readonly line: number;
  readonly fill?: string;
}

/** A matrix to be drawn in square cells of `side` pixels. */
export interface MatrixDrawing {
  readonly rows: number;
  readonly cols: number;
  readonly side: number;
  readonly cell: (row: number, col: number) => DrawnCell;
  /** Under the digits, and over them. */
  readonly below?: readonly DrawnBox[];
  readonly above?: readonly DrawnBox[];
  readonly brackets: string | undefined;
  readonly dots: string;
}

/** From all digits to as few as still say something, the first that can be read is taken. */
const rooms = [7, 5, 4];
const smallestType = 7;

/** The numbers of a matrix between brackets; where cells are too small for digits, tones stand for them. */
export function matrixBlock(drawing: MatrixDrawing): Block {
  const { rows, cols, side, cell, below = [], above = [], brackets, dots } = drawing;
  const cells = Array.from({ length: rows * cols }, (_, index) => cell(Math.floor(index / cols), index % cols));
  const type = typeOf(cells, side);
  const parts = below.map((box) => boxSvg(box, side));
  for (const [index, drawn] of cells.entries()) {
    const [x, y] = [(index % cols) * side, Math.floor(index / cols) * side];
    parts.push(
      fillSvg(type ? drawn.fill : (drawn.fill ?? drawn.tone), x, y, side),
      type ? digitsSvg(drawn, type, x, y, side, dots) : '',
    );
  }
  parts.push(...above.map((box) => boxSvg(box, side)));
  const [width, height] = [cols * side, rows * side];
  if (brackets !== undefined) parts.push(svgBrackets(width, height, brackets));
  return { width, height, svg: parts.join('') };
}

interface Type {
  readonly room: number;
  readonly size: number;
}

/** The digits and their size with which every number fits its cell; undefined where none does. */
function typeOf(cells: readonly DrawnCell[], side: number): Type | undefined {
  for (const room of rooms) {
    const texts = cells.map(({ value }) => (value === undefined ? '·' : shortNumber(value, room)));
    const longest = texts.reduce((most, text) => Math.max(most, text.length), 1);
    const size = Math.min(side * 0.46, (side - 4) / (longest * numberWidth));
    if (size >= smallestType) return { room, size };
  }
  return undefined;
}

function fillSvg(fill: string | undefined, x: number, y: number, side: number): string {
  const gap = side < 12 ? 0 : 1;
  const box = { x: x + gap, y: y + gap, width: side - 2 * gap, height: side - 2 * gap };
  return fill === undefined ? '' : svgBox(box, { fill, radius: gap * 2 });
}

function digitsSvg(
  { value, colour, bold = false }: DrawnCell,
  { room, size }: Type,
  x: number,
  y: number,
  side: number,
  dots: string,
): string {
  const style: TextStyle = { size, colour: value === undefined ? dots : colour, anchor: 'middle', bold };
  const text = value === undefined ? '·' : shortNumber(value, room);
  return svgText(text, x + side / 2, y + side / 2 + size * 0.36, style);
}

function boxSvg({ row, col, rows, cols, stroke, line, fill = 'none' }: DrawnBox, side: number): string {
  const box = { x: col * side, y: row * side, width: cols * side, height: rows * side };
  return svgBox(box, { fill, stroke, line, radius: 2 });
}
