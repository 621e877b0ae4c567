import * as vscode from 'vscode';
import { sampleNotebook, samples } from './samples';

/** Opens one of the samples that come with the extension, as an untitled copy to play with. */
export async function openSample(extensionUri: vscode.Uri): Promise<void> {
  const name = await vscode.window.showQuickPick([...samples], { title: vscode.l10n.t('Open Sample') });
  if (!name) return;
  const uri = vscode.Uri.joinPath(extensionUri, 'media', 'samples', name);
  if (name === sampleNotebook) await openNotebookCopy(uri);
  else await openTextCopy(uri, name);
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

/** The copy keeps the sample's name, whose ending tells its language. */
async function openTextCopy(uri: vscode.Uri, name: string): Promise<void> {
  const original = await vscode.workspace.openTextDocument(uri);
  const copy = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'untitled', path: name }));
  if (copy.getText() === '') {
    const filling = new vscode.WorkspaceEdit();
    filling.insert(copy.uri, new vscode.Position(0, 0), original.getText());
    await vscode.workspace.applyEdit(filling);
  }
  await vscode.window.showTextDocument(copy);
}
