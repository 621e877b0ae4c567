import * as vscode from 'vscode';
import type { Matrix } from '../engine/tensor';
import { runSliced } from './runSliced';

/** Numbers of one slice: about half a millisecond of work. */
const sliceNumbers = 4096;

/** What the clipboard takes without holding everything up. */
const mostCharacters = 16_000_000;

/** Puts a matrix on the clipboard: rows on lines, numbers separated by tabs; says so where it is too long. */
export async function copyMatrix(matrix: Matrix | undefined): Promise<void> {
  if (!matrix) return;
  const text = await runSliced(
    textSlices(matrix),
    () => true,
    () => undefined,
  );
  if (text !== undefined && text.length <= mostCharacters) {
    await vscode.env.clipboard.writeText(text);
    return;
  }
  const [rows, cols] = matrix.shape;
  await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} × {1} numbers are too many for the clipboard.', rows, cols),
  );
}

function* textSlices({ shape: [rows, cols], data }: Matrix): Generator<number, string | undefined> {
  const parts: string[] = [];
  let length = 0;
  for (let row = 0; row < rows && length <= mostCharacters; row++) {
    for (let col = 0; col < cols; col += sliceNumbers) {
      const end = row * cols + Math.min(cols, col + sliceNumbers);
      const part = Array.from(data.subarray(row * cols + col, end), String).join('\t');
      parts.push(col === 0 ? (row === 0 ? '' : '\n') : '\t', part);
      length += part.length + 1;
      yield row / rows;
    }
  }
  return length <= mostCharacters ? parts.join('') : undefined;
}
