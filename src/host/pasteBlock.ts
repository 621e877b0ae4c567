import * as vscode from 'vscode';
import type { Matrix } from '../engine/tensor';
import { readCellExpression } from '../literals/text/cellExpression';
import type { CellWindow } from '../protocol/lens';
import { type Act, maxDraftSide, type Side } from '../session/act';
import { operandLayout, shownMatrix } from '../session/operand';
import { literalOperand } from '../session/start';
import { readAsking } from './askChoice';
import type { Surface } from './surface';
import { tellProblem } from './tell';
import type { TextReader } from './textReader';

/** What pasting works with. */
export interface PasteServices {
  readonly surface: Surface;
  readonly reader: TextReader;
  readonly act: (act: Act) => void;
}

/** Puts the matrix of the clipboard into cells from the window's first on, as one act; a single number fills the window. */
export async function pasteBlock(services: PasteServices, side: Side, window: CellWindow): Promise<void> {
  const text = await vscode.env.clipboard.readText();
  const matrix = numberIn(text, window) ?? (await matrixIn(text, services.reader));
  if (!matrix) return;
  const [rows, cols] = matrix.shape;
  const { row, col } = window;
  const layout = operandLayout(services.surface.state[side]);
  const fits = (from: number, size: number, has: number) => from < has && from + size <= Math.max(has, maxDraftSide);
  if (fits(row, rows, layout.rows) && fits(col, cols, layout.cols)) {
    services.act({ kind: 'edit-block', side, row, col, rows, cols, values: Array.from(matrix.data) });
    return;
  }
  const message = vscode.l10n.t('{0} × {1} cells do not fit in at row {2}, column {3}.', rows, cols, row, col);
  void vscode.window.showWarningMessage(message);
}

function numberIn(text: string, { rows, cols }: CellWindow): Matrix | undefined {
  const value = readCellExpression(text.trim());
  return value === undefined ? undefined : { shape: [rows, cols], data: new Float64Array(rows * cols).fill(value) };
}

/** The one matrix of a text; where there is none, or not one alone, that is told. */
async function matrixIn(text: string, reader: TextReader): Promise<Matrix | undefined> {
  const read = await readAsking(async (choice) => {
    const request = { kind: 'matrices', text, languageId: 'plaintext', choice } as const;
    const { literals, problems } = await reader.readForPerson(request);
    return { literals, problem: problems[0] };
  });
  if (!read) return undefined;
  const { literals, problem } = read;
  const [operand, second] = literals.map((literal) => literalOperand(literal, { kind: 'clipboard' }));
  if (operand && !second && operandLayout(operand).count === 1) return shownMatrix(operand);
  if (operand) await vscode.window.showWarningMessage(vscode.l10n.t('There is more than one matrix on the clipboard.'));
  else if (problem) await tellProblem(problem, text, vscode.l10n.t('Clipboard'));
  return undefined;
}
