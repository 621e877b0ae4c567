import * as vscode from 'vscode';
import type { Matrix } from '../engine/tensor';
import { tsvFormat } from '../literals/write/tableFormats';
import type { CellWindow } from '../protocol/lens';
import { regionOf } from './regionOf';
import { writtenText } from './writtenText';

/** Puts a matrix or a window of it on the clipboard as spreadsheets take it: rows on lines, numbers separated by tabs. */
export async function copyMatrix(whole: Matrix | undefined, window?: CellWindow): Promise<void> {
  const matrix = whole && window ? windowOf(whole, window) : whole;
  if (!matrix) return;
  const text = await writtenText({ name: '', label: '', tensor: matrix, rows: matrix }, tsvFormat, undefined);
  if (text !== undefined) await vscode.env.clipboard.writeText(text);
}

function windowOf(matrix: Matrix, window: CellWindow): Matrix | undefined {
  const region = regionOf(matrix, window);
  return region && { shape: [region.window.rows, region.window.cols], data: region.data };
}
