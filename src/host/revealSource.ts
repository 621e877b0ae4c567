import * as vscode from 'vscode';
import type { TextRange } from '../literals/literal';
import type { Side } from '../session/act';
import { cellIndex, type Operand, type Origin } from '../session/operand';
import { readingReport } from '../session/readingReport';
import type { SessionState } from '../session/state';
import { groupWithTab, visibleEditor } from './openTab';
import { notebookOf, openSource } from './sourceCells';

type TextOrigin = Extract<Origin, { kind: 'text' }>;

/** Takes the person to the characters that a line of the report on input or kernel is about. */
export async function revealNote(state: SessionState, side: Side, line: number): Promise<void> {
  const range = readingReport(state[side])?.lines[line]?.note.range;
  if (range) await revealSource(state, side, range);
}

/** Takes the person to the literal that input or kernel was read from, or to a part of it, and selects it. */
export async function revealSource(state: SessionState, side: Side, part?: TextRange): Promise<void> {
  const { origin } = state[side];
  if (origin.kind !== 'text') return;
  const document = await openSource(vscode.Uri.parse(origin.uri));
  if (!document) {
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} can no longer be opened.', origin.place));
    return;
  }
  const selection = rangeIn(document, part ?? origin);
  const viewColumn = visibleEditor(document)?.viewColumn;
  await vscode.window.showTextDocument(document, { selection, ...(viewColumn ? { viewColumn } : {}) });
}

/** A cell of the shown plane; `opens` where its text may be brought to the front. */
export interface RevealedCell {
  readonly side: Side;
  readonly row: number;
  readonly col: number;
  readonly opens: boolean;
}

/**
 * Selects the characters of a cell where its text is shown, and brings the text to the front of its own group where the
 * person has pointed at the cell. The focus stays where it is; a text that was closed stays closed.
 */
export async function revealCell(state: SessionState, { side, row, col, opens }: RevealedCell): Promise<void> {
  const operand = state[side];
  const { origin } = operand;
  const place = placeOf(operand, row, col);
  if (origin.kind !== 'text' || place === undefined) return;
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === origin.uri);
  if (!document) return;
  const range = rangeIn(document, place);
  const editor = visibleEditor(document);
  if (editor) showIn(editor, range);
  else if (opens) await bringToFront(document, range);
}

function placeOf(operand: Operand, row: number, col: number): Pick<TextOrigin, 'start' | 'end'> | undefined {
  const { places, written, origin } = operand;
  const index = cellIndex(operand, row, col);
  if (index === undefined || places === undefined || origin.kind !== 'text') return undefined;
  if (written !== undefined && written.data.length !== operand.tensor.data.length) return undefined;
  const start = places.starts[index] ?? 0;
  const end = places.ends[index] ?? 0;
  // What a builder makes has no characters of its own.
  return start < end ? { start, end } : origin;
}

function showIn(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function bringToFront(document: vscode.TextDocument, selection: vscode.Range): Promise<void> {
  const notebook = notebookOf(document);
  if (notebook) {
    await bringCellToFront(notebook, document, selection);
    return;
  }
  const viewColumn = columnOf(document);
  if (viewColumn === undefined) return;
  const editor = await vscode.window.showTextDocument(document, { selection, viewColumn, preserveFocus: true });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function bringCellToFront(
  notebook: vscode.NotebookDocument,
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<void> {
  const cell = notebook.getCells().find((one) => one.document === document);
  const viewColumn = columnOf(document);
  if (!cell || viewColumn === undefined) return;
  const cells = new vscode.NotebookRange(cell.index, cell.index + 1);
  const shown =
    vscode.window.visibleNotebookEditors.find((editor) => editor.notebook === notebook) ??
    (await vscode.window.showNotebookDocument(notebook, { viewColumn, preserveFocus: true }));
  shown.revealRange(cells, vscode.NotebookEditorRevealType.InCenterIfOutsideViewport);
  const editor = await editorOf(document);
  if (editor) showIn(editor, range);
}

/** A cell that comes into view gets its editor a moment later. */
async function editorOf(document: vscode.TextDocument): Promise<vscode.TextEditor | undefined> {
  for (let waited = 0; waited < 10; waited++) {
    const editor = visibleEditor(document);
    if (editor) return editor;
    await new Promise<void>((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}

/** Where a text has a tab, unless a panel would have to give way for it. */
function columnOf(document: vscode.TextDocument): vscode.ViewColumn | undefined {
  const group = groupWithTab(document);
  return group && !(group.activeTab?.input instanceof vscode.TabInputWebview) ? group.viewColumn : undefined;
}

function rangeIn(document: vscode.TextDocument, { start, end }: { start: number; end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
