import * as vscode from 'vscode';
import { formatById } from '../literals/write/formats';
import type { Role } from '../protocol/lens';
import { formatName } from '../words/formatWords';
import { pickFormat } from './pickFormat';
import { pickWritable, type WritingSurfaces } from './writable';
import { writtenText } from './writtenText';

/** What copying and inserting work with. */
export interface WriteServices extends WritingSurfaces {
  /** Remembers the format that was chosen last. */
  readonly store: vscode.Memento;
}

const lastFormatKey = 'convolutionLens.lastFormat';

/** Puts a matrix on the clipboard, in a format that the person chooses. */
export async function copyAs(services: WriteServices, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Copy As');
  const writable = await pickWritable(services, argument, title);
  const format = writable && (await pickFormat(writable, formatById(services.store.get(lastFormatKey)), title));
  if (!format) return;
  void services.store.update(lastFormatKey, format.id);
  const text = await writtenText(writable, format, writable.name);
  if (text === undefined) return;
  await vscode.env.clipboard.writeText(text);
  const name = formatName(vscode.l10n.t, format.id);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {0} as {1}', writable.label, name), 3000);
}

/** Asks for `copyAs` of what a surface shows, as its menu does. */
export function askCopyAs(surface: 'panel' | 'playground', role: Role): void {
  const argument = { lensSurface: surface, matrixRole: role };
  void vscode.commands.executeCommand('convolutionLens.copyAs', argument);
}
