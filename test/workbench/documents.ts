import * as vscode from 'vscode';
import { assert } from './assert';

/** The address of a sample, in the copy of the sample folder that is the workspace. */
export function sampleUri(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a sample that is a text, in the first column. */
export async function openSample(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(sampleUri(name));
  return vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}

/** Opens a text without a file. */
export async function openText(language: string, content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  return vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}

/** Opens a notebook of the samples. */
export async function openNotebook(name: string): Promise<vscode.NotebookEditor> {
  const notebook = await vscode.workspace.openNotebookDocument(sampleUri(name));
  return vscode.window.showNotebookDocument(notebook, { viewColumn: vscode.ViewColumn.One });
}

/** Selects the first place of a text. */
export function selectText(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `${text} is not in the document`);
  return select(editor, [new vscode.Selection(document.positionAt(start), document.positionAt(start + text.length))]);
}

/** Sets the selections; an editor that is still opening tells its own a moment later, so this looks again. */
export async function select(editor: vscode.TextEditor, selections: readonly vscode.Selection[]): Promise<void> {
  await eventually('the text is selected', async () => {
    editor.selections = selections;
    await new Promise((resolve) => setTimeout(resolve, 250));
    const active = vscode.window.activeTextEditor;
    const isSet = active?.selections.every((one, i) => selections[i]?.isEqual(one)) ?? false;
    const isActive = active?.document === editor.document;
    return (isActive && isSet && active.selections.length === selections.length) || undefined;
  });
}

/** Closes every editor without asking. */
export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await eventually('everything is closed', () => {
    const isClosed = vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0);
    return (isClosed && vscode.window.activeTextEditor === undefined) || undefined;
  });
}

/** Asks until there is an answer; fails after a time. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | Thenable<T | undefined>,
  milliseconds = 10_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Not within ${milliseconds / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
