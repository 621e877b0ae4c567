import * as vscode from 'vscode';
import type { Exporter } from './exporter';
import type { LessonReader } from './lessonReader';
import { type LessonSource, readSource } from './lessonSource';

/** Opens a lesson as an untitled notebook that runs in Python with NumPy. */
export async function openLessonNotebook(
  source: LessonSource,
  reader: LessonReader,
  exporter: Exporter,
): Promise<void> {
  const { lesson, numbers } = await readSource(reader, source);
  if (!lesson) return;
  const written = await exporter.write({ as: 'notebook', lesson, numbers });
  if (!written) return;
  const cells = written.cells.map(({ kind, text }) =>
    kind === 'markdown'
      ? new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, text, 'markdown')
      : new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python'),
  );
  const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData(cells));
  await vscode.window.showNotebookDocument(notebook);
}
