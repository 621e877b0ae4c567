import * as vscode from 'vscode';
import type { SessionState } from '../session/state';
import { openSource } from './sourceCells';

/** Takes the person to the literal that input or kernel was read from, and selects it. */
export async function revealSource(state: SessionState, side: 'input' | 'kernel'): Promise<void> {
  const { origin } = state[side];
  if (origin.kind !== 'text') return;
  const document = await openSource(vscode.Uri.parse(origin.uri));
  if (!document) {
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} can no longer be opened.', origin.place));
    return;
  }
  const selection = new vscode.Range(document.positionAt(origin.start), document.positionAt(origin.end));
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const viewColumn = shown?.viewColumn;
  await vscode.window.showTextDocument(document, { selection, ...(viewColumn ? { viewColumn } : {}) });
}
