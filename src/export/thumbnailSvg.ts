import { valueRange } from '../engine/valueRange';
import type { Matrix } from '../engine/tensor';

/** The longer side in cells and in pixels: a picture for a hover, not for reading numbers. */
const mostCells = 48;
const longSide = 120;

/**
 * A small grey picture of a matrix as an SVG data address: lowest value dark, highest light. A matrix with
 * more than 48 rows or columns is sampled.
 */
export function thumbnailSvg({ shape, data }: Matrix, isDark: boolean): string {
  const [rows, cols] = shape;
  const step = Math.max(rows, cols) / Math.min(Math.max(rows, cols), mostCells);
  const down = Math.max(1, Math.floor(rows / step));
  const across = Math.max(1, Math.floor(cols / step));
  const side = longSide / Math.max(down, across);
  const { min, max } = valueRange(data);
  const cells: string[] = [];
  for (let row = 0; row < down; row++) {
    for (let col = 0; col < across; col++) {
      const value = data[Math.floor(row * step) * cols + Math.floor(col * step)] ?? 0;
      const share = max > min ? (value - min) / (max - min) : 0.5;
      cells.push(cellRect(col * side, row * side, side, grey(share)));
    }
  }
  const frame = isDark ? '#6b6b6b' : '#8a8a8a';
  const [width, height] = [across * side, down * side];
  const border = `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" fill="none" stroke="${frame}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${cells.join('')}${border}</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

function cellRect(x: number, y: number, side: number, fill: string): string {
  const place = `x="${round(x)}" y="${round(y)}" width="${round(side + 0.25)}" height="${round(side + 0.25)}"`;
  return `<rect ${place} fill="${fill}"/>`;
}

function grey(share: number): string {
  const level = Number.isFinite(share) ? Math.round(24 + 216 * Math.min(Math.max(share, 0), 1)) : 128;
  return `#${level.toString(16).padStart(2, '0').repeat(3)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
