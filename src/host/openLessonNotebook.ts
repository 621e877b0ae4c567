import * as vscode from 'vscode';
import { lessonNotebook } from '../export/notebook/lessonNotebook';
import { type LessonSource, readSource } from './lessonSource';

/** Opens a lesson as an untitled notebook that runs in Python with NumPy. */
export async function openLessonNotebook(source: LessonSource): Promise<void> {
  const { lesson } = await readSource(source);
  if (!lesson) return;
  const cells = lessonNotebook(lesson, vscode.l10n.t).map(({ kind, text }) =>
    kind === 'markdown'
      ? new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, text, 'markdown')
      : new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python'),
  );
  const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData(cells));
  await vscode.window.showNotebookDocument(notebook);
}
