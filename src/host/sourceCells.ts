import * as vscode from 'vscode';

/** The texts that belong together: the cells of a notebook in order, or one file. */
export interface SourceCells {
  readonly documents: readonly vscode.TextDocument[];
  /** Which of them the asked document is. */
  readonly index: number;
}

/** The texts around a document. */
export function sourceCells(document: vscode.TextDocument): SourceCells {
  const cells = notebookOf(document)
    ?.getCells()
    .map((cell) => cell.document) ?? [document];
  return { documents: cells, index: cells.indexOf(document) };
}

/** What a person calls the place of a text: the file's name, for a notebook with the cell's number from 1. */
export function placeName(document: vscode.TextDocument): string {
  const notebook = notebookOf(document);
  const file = (notebook?.uri ?? document.uri).path.split('/').at(-1) ?? '';
  if (!notebook) return file;
  const number = sourceCells(document).index + 1;
  return vscode.l10n.t('{0}, cell {1}', file, number);
}

/** Opens the text of an address again, for a notebook cell by way of its notebook; undefined where it is no more. */
export async function openSource(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const address = uri.toString();
  const known = vscode.workspace.textDocuments.find((document) => document.uri.toString() === address);
  if (known) return known;
  try {
    if (uri.scheme !== 'vscode-notebook-cell') return await vscode.workspace.openTextDocument(uri);
    const notebooks = vscode.workspace.notebookDocuments.filter((notebook) => notebook.uri.path === uri.path);
    const cells = notebooks.flatMap((notebook) => notebook.getCells());
    return cells.find((cell) => cell.document.uri.toString() === address)?.document;
  } catch {
    return undefined;
  }
}

/** The notebook that a text is a cell of. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  return vscode.workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some((cell) => cell.document === document),
  );
}
