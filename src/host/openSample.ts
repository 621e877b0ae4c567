import * as vscode from 'vscode';
import { sampleNotebook, samples } from './samples';

/** Opens one of the samples that come with the extension, as an untitled copy to play with. */
export async function openSample(extensionUri: vscode.Uri): Promise<void> {
  const name = await vscode.window.showQuickPick([...samples], { title: vscode.l10n.t('Open Sample') });
  if (!name) return;
  const uri = vscode.Uri.joinPath(extensionUri, 'media', 'samples', name);
  if (name === sampleNotebook) await openNotebookCopy(uri);
  else await openTextCopy(uri);
}

async function openNotebookCopy(uri: vscode.Uri): Promise<void> {
  const original = await vscode.workspace.openNotebookDocument(uri);
  const cells = original.getCells().map(({ kind, document, outputs }) => {
    const cell = new vscode.NotebookCellData(kind, document.getText(), document.languageId);
    cell.outputs = [...outputs];
    return cell;
  });
  const copy = await vscode.workspace.openNotebookDocument(original.notebookType, new vscode.NotebookData(cells));
  await vscode.window.showNotebookDocument(copy);
}

async function openTextCopy(uri: vscode.Uri): Promise<void> {
  const original = await vscode.workspace.openTextDocument(uri);
  const content = original.getText();
  const copy = await vscode.workspace.openTextDocument({ content, language: original.languageId });
  await vscode.window.showTextDocument(copy);
}
