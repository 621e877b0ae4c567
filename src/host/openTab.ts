import * as vscode from 'vscode';
import { notebookOf } from './sourceCells';

/** The group in which a text, or the notebook that it is a cell of, has a tab; undefined for a text that was closed. */
export function groupWithTab(document: vscode.TextDocument): vscode.TabGroup | undefined {
  const address = (notebookOf(document)?.uri ?? document.uri).toString();
  const isOf = ({ input }: vscode.Tab) => addressOf(input) === address;
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(isOf));
}

/** The editor in which a text can be seen. */
export function visibleEditor(document: vscode.TextDocument): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document);
}

function addressOf(input: unknown): string | undefined {
  const isOne = input instanceof vscode.TabInputText || input instanceof vscode.TabInputNotebook;
  if (isOne) return input.uri.toString();
  const isPair = input instanceof vscode.TabInputTextDiff || input instanceof vscode.TabInputNotebookDiff;
  return isPair ? input.modified.toString() : undefined;
}
