import * as vscode from 'vscode';
import { type FormatKind, formatKind, formatOfLanguage } from '../literals/write/formatKinds';
import type { WriteServices } from './copyAs';
import type { Exporter } from './exporter';
import type { LastEditor } from './lastEditor';
import { pickFormat } from './pickFormat';
import { readingLanguage } from './readingLanguage';
import { pickWritable, type Writable } from './writable';
import { writtenText } from './writtenText';

const lastFormatKey = 'convolutionLens.lastInsertedFormat';

/** Inserts a matrix at the cursors of the text editor that was used last; the first choice is the file's own language. */
export async function insertAs(services: WriteServices, editors: LastEditor, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Insert As');
  const editor = editors.current;
  if (!editor) {
    await vscode.window.showWarningMessage(
      vscode.l10n.t('No text editor is open. Put the caret where the matrix should go.'),
    );
    return;
  }
  const writable = await pickWritable(services, argument, title);
  const own = formatOfLanguage(readingLanguage(editor.document)) ?? formatKind(services.store.get(lastFormatKey));
  const format = writable && (await pickFormat(writable, own, title, services.exporter));
  if (!format) return;
  void services.store.update(lastFormatKey, format.id);
  await insertAtCursors(editor, writable, format, services.exporter);
}

/** One undo step; the later lines begin as far in as the line of their cursor. */
async function insertAtCursors(
  editor: vscode.TextEditor,
  writable: Writable,
  format: FormatKind,
  exporter: Exporter,
): Promise<void> {
  const { document, selections } = editor;
  const isStatement = selections.every(({ start }) => before(document, start).trim() === '');
  const name = isStatement && document.languageId !== 'json' && document.languageId !== 'jsonc';
  const text = await writtenText(writable, format, name ? writable.name : undefined, exporter);
  if (text === undefined) return;
  const isInserted = await editor.edit((edit) => {
    for (const selection of selections) {
      const indent = indentOf(before(document, selection.start), format.isHanging);
      edit.replace(selection, text.replaceAll('\n', `\n${indent}`));
    }
  });
  if (isInserted) {
    await vscode.window.showTextDocument(document, editor.viewColumn);
    return;
  }
  await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} did not take the matrix: it cannot be written, or was closed.', document.fileName),
  );
}

function before(document: vscode.TextDocument, { line, character }: vscode.Position): string {
  return document.lineAt(line).text.slice(0, character);
}

/** The blanks that a line begins with before its cursor; what hangs from the first line goes as far in as the cursor. */
function indentOf(beforeCursor: string, isHanging: boolean): string {
  const blanks = /^\s*/.exec(beforeCursor)?.[0] ?? '';
  return isHanging ? blanks + ' '.repeat(beforeCursor.length - blanks.length) : blanks;
}
