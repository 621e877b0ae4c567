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

/** Sets the selections, and waits until the workbench says that they are set and the editor is the active one. */
export async function select(editor: vscode.TextEditor, selections: readonly vscode.Selection[]): Promise<void> {
  const isSet = (some: readonly vscode.Selection[]) =>
    some.length === selections.length && some.every((one, i) => selections[i]?.isEqual(one));
  if (!isSet(editor.selections)) {
    const heard = new Promise<void>((resolve) => {
      const listening = vscode.window.onDidChangeTextEditorSelection((event) => {
        if (event.textEditor.document !== editor.document) return;
        if (isSet(event.selections)) {
          listening.dispose();
          resolve();
        } else {
          // An editor that was still opening has told its own selection after ours.
          editor.selections = selections;
        }
      });
    });
    editor.selections = selections;
    await heard;
  }
  await eventually('the editor is active', () => {
    const active = vscode.window.activeTextEditor;
    return (active?.document === editor.document && isSet(active.selections)) || undefined;
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
