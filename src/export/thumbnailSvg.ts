import { valueRange } from '../engine/picture/valueRange';
import type { Matrix } from '../engine/tensor';

/** The longer side in cells and in pixels: a picture for a hover, which holds less than 100 kB. */
const mostCells = 40;
const longSide = 56;
const levels = 48;

/**
 * A small grey picture of a matrix as an SVG data address: lowest value dark, highest light, what is not finite
 * left out. A matrix with more than 40 rows or columns is sampled.
 */
export function thumbnailSvg({ shape, data }: Matrix, isDark: boolean): string {
  const [rows, cols] = shape;
  const step = Math.max(1, Math.max(rows, cols) / mostCells);
  const down = Math.max(1, Math.floor(rows / step));
  const across = Math.max(1, Math.floor(cols / step));
  const squares = new Map<number, string>();
  const { min, max } = valueRange(data);
  for (let row = 0; row < down; row++) {
    for (let col = 0; col < across; col++) {
      const value = data[Math.floor(row * step) * cols + Math.floor(col * step)] ?? 0;
      if (!Number.isFinite(value)) continue;
      const level = max > min ? Math.round(((value - min) / (max - min)) * levels) : levels / 2;
      squares.set(level, `${squares.get(level) ?? ''}M${col} ${row}h1v1h-1z`);
    }
  }
  const paths = [...squares].map(([level, path]) => `<path fill="${grey(level)}" d="${path}"/>`).join('');
  return svgAddress(across, down, `${paths}${frame(across, down, isDark)}`);
}

function svgAddress(across: number, down: number, content: string): string {
  const scale = longSide / Math.max(across, down);
  const size = `width="${Math.round(across * scale)}" height="${Math.round(down * scale)}"`;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${across} ${down}" shape-rendering="crispEdges">`;
  return `data:image/svg+xml;base64,${btoa(`${head}${content}</svg>`)}`;
}

function frame(across: number, down: number, isDark: boolean): string {
  const stroke = isDark ? '#6b6b6b' : '#8a8a8a';
  return `<path fill="none" stroke="${stroke}" vector-effect="non-scaling-stroke" d="M0 0h${across}v${down}h-${across}z"/>`;
}

function grey(level: number): string {
  const lightness = Math.round(24 + (216 * level) / levels);
  return `#${lightness.toString(16).padStart(2, '0').repeat(3)}`;
}
