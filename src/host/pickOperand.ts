import * as vscode from 'vscode';
import { type Operand, operandLayout } from '../session/operand';
import { shownText } from '../words/shownText';

/** Lets the person choose one of several matrices; a single one needs no question. Undefined when they turn away. */
export async function pickOperand(operands: readonly Operand[], title: string): Promise<Operand | undefined> {
  if (operands.length < 2) return operands[0];
  const items = operands.map((operand, index) => ({
    label: operand.name ? shownText(operand.name) : vscode.l10n.t('Matrix {0}', index + 1),
    description: operand.tensor.shape.join(' × '),
    detail: firstRow(operand),
    operand,
  }));
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: title, matchOnDetail: true });
  return picked?.operand;
}

function firstRow(operand: Operand): string {
  const { cols } = operandLayout(operand);
  const { tensor } = operand;
  const shown = Array.from(tensor.data.subarray(0, Math.min(cols, 12))).join('  ');
  return tensor.data.length > 12 || tensor.data.length > cols ? `${shown} …` : shown;
}
