import * as vscode from 'vscode';
import { isRecord } from '../session/readParams';

/** Opens the file again that a saved session had as its input, where its numbers were too many to be saved with it. */
export async function reopenFile(session: unknown): Promise<void> {
  const input = isRecord(session) && isRecord(session.input) ? session.input : {};
  const origin = isRecord(input.origin) ? input.origin : {};
  if (origin.kind !== 'file' || typeof origin.uri !== 'string') return;
  await vscode.commands.executeCommand('convolutionLens.openFile', vscode.Uri.parse(origin.uri));
}
