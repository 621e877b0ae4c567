import * as vscode from 'vscode';
import { formatKind } from '../literals/write/formatKinds';
import type { Role } from '../protocol/lens';
import { formatName } from '../words/formatWords';
import type { Exporter } from './exporter';
import { pickFormat } from './pickFormat';
import { pickWritable, type WritingSurfaces } from './writable';
import { writtenText } from './writtenText';

/** What copying and inserting work with. */
export interface WriteServices extends WritingSurfaces {
  /** Remembers the format that was chosen last. */
  readonly store: vscode.Memento;
  readonly exporter: Exporter;
}

const lastFormatKey = 'convolutionLens.lastFormat';

/** Puts a matrix on the clipboard, in a format that the person chooses. */
export async function copyAs(services: WriteServices, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Copy As');
  const writable = await pickWritable(services, argument, title);
  const { store, exporter } = services;
  const format = writable && (await pickFormat(writable, formatKind(store.get(lastFormatKey)), title, exporter));
  if (!format) return;
  void store.update(lastFormatKey, format.id);
  const text = await writtenText(writable, format, writable.name, exporter);
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
