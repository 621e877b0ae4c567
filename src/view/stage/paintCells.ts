import type { Rgb } from '../colour/rgb';

/** Paints a pixel for each cell; one that has no colour is hatched in the colour of the text. */
export function paintCells(
  canvas: HTMLCanvasElement,
  rows: number,
  cols: number,
  colourOf: (index: number) => number | undefined,
): void {
  if (canvas.width !== cols) canvas.width = cols;
  if (canvas.height !== rows) canvas.height = rows;
  const context = canvas.getContext('2d');
  if (context === null || rows === 0 || cols === 0) return;
  const image = context.createImageData(cols, rows);
  const pixels = new Uint32Array(image.data.buffer);
  const ink = inkOf(canvas);
  for (let row = 0, index = 0; row < rows; row++)
    for (let col = 0; col < cols; col++, index++) pixels[index] = colourOf(index) ?? ((row + col) % 3 === 0 ? ink : 0);
  context.putImageData(image, 0, 0);
}

function inkOf(canvas: HTMLCanvasElement): number {
  const [r = 0, g = 0, b = 0] = getComputedStyle(canvas).color.match(/\d+/g)?.map(Number) ?? [];
  return packedColour({ r, g, b });
}

/** A colour as the bytes r, g, b, 255 in the order of memory, on the machines that there are. */
export function packedColour({ r, g, b }: Rgb): number {
  return (255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r);
}
