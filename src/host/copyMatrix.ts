import * as vscode from 'vscode';
import type { Matrix } from '../engine/tensor';
import { formatKind } from '../literals/write/formatKinds';
import type { CellWindow } from '../protocol/lens';
import type { Exporter } from './exporter';
import { regionOf } from './regionOf';
import { writtenText } from './writtenText';

/** Puts a matrix or a window of it on the clipboard as spreadsheets take it: rows on lines, numbers separated by tabs. */
export async function copyMatrix(
  whole: Matrix | undefined,
  window: CellWindow | undefined,
  exporter: Exporter,
): Promise<void> {
  const matrix = whole && window ? windowOf(whole, window) : whole;
  if (!matrix) return;
  const writable = { name: '', label: '', tensor: matrix, rows: matrix };
  const text = await writtenText(writable, formatKind('tsv')!, undefined, exporter);
  if (text !== undefined) await vscode.env.clipboard.writeText(text);
}

function windowOf(matrix: Matrix, window: CellWindow): Matrix | undefined {
  const region = regionOf(matrix, window);
  return region && { shape: [region.window.rows, region.window.cols], data: region.data };
}
