import * as vscode from 'vscode';

/** Takes away the hover whose link was clicked: it holds the focus, and stays with what it said as long as it does. */
export async function leaveHover(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await vscode.commands.executeCommand('editor.action.hideHover');
}
