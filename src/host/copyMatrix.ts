import * as vscode from 'vscode';
import type { Matrix } from '../engine/tensor';
import { tsvFormat } from '../literals/write/tableFormats';
import { writtenText } from './writtenText';

/** Puts a matrix on the clipboard as spreadsheets take it: rows on lines, numbers separated by tabs. */
export async function copyMatrix(matrix: Matrix | undefined): Promise<void> {
  if (!matrix) return;
  const text = await writtenText({ name: '', label: '', tensor: matrix, rows: matrix }, tsvFormat, undefined);
  if (text !== undefined) await vscode.env.clipboard.writeText(text);
}
