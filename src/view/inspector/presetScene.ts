import type { Matrix } from '../../engine/tensor';

const rows = 40;
const cols = 62;

/** A small landscape with a lighthouse, from 0 to 1: even areas, edges of all directions, and fine grain. */
export function presetScene(): Matrix {
  const value = (_: unknown, i: number) => brightness(Math.floor(i / cols), i % cols);
  return { shape: [rows, cols], data: Float64Array.from({ length: rows * cols }, value) };
}

function brightness(row: number, col: number): number {
  const tower = towerAt(row, col);
  if (tower !== undefined) return tower;
  const shore = 24 + 3 * Math.sin(col / 8 + 2) + Math.sin(col / 3);
  if (row < shore) return 0.6 + 0.25 * (row / shore);
  const depth = row - shore;
  return depth < 6 ? 0.28 + 0.05 * Math.sin(col * 1.9 + row) : 0.42 + 0.08 * Math.sin(row * 1.3 + col / 5);
}

/** A tower with bands and a lamp, wider towards its foot. */
function towerAt(row: number, col: number): number | undefined {
  const middle = 21;
  const away = Math.abs(col - middle);
  if (row < 4 || row > 37) return undefined;
  if (row < 10) return away <= 3 ? (away <= 1 && row > 5 ? 1 : 0.2) : undefined;
  if (away > 4 + (row - 10) / 7) return undefined;
  return Math.floor((row - 10) / 7) % 2 === 0 ? 0.95 : 0.15;
}
