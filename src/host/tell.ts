import * as vscode from 'vscode';
import type { LiteralProblem, TextRange } from '../literals/literal';
import type { Resolution } from '../literals/names/resolveName';
import { literalProblemText } from '../words/problemWords';
import { JobError } from './jobThread';
import { placeName } from './sourceCells';

/** Says that there was nothing to read, and what could be read. */
export async function tellNothingRead(): Promise<void> {
  const message = vscode.l10n.t(
    'No matrix here. Select one, or put the caret into one: rows of numbers in brackets, as NumPy prints them, in MATLAB, LaTeX or CSV form.',
  );
  await vscode.window.showWarningMessage(message);
}

/** Says what was found in a text instead of a matrix, and where; offers to go there when it stands in an editor. */
export async function tellProblem(
  problem: LiteralProblem,
  text: string,
  where: vscode.TextDocument | string,
): Promise<void> {
  const place = typeof where === 'string' ? where : placeName(where);
  const line = text.slice(0, problem.range.start).split('\n').length;
  const reason = literalProblemText(vscode.l10n.t, problem);
  const message = vscode.l10n.t('{0}, line {1}: {2}', place, line, reason);
  if (typeof where === 'string') await vscode.window.showWarningMessage(message);
  else await tellWithPlace(message, where, problem.range);
}

/** Says why a computation or reading has no result; what the person gave up themselves needs no word. */
export function tellJobFailed(error: unknown): void {
  if (error instanceof vscode.CancellationError) return;
  if (!(error instanceof JobError)) throw error;
  void vscode.window.showErrorMessage(jobFailureText(error));
}

function jobFailureText({ failure: { kind, reason } }: JobError): string {
  if (kind === 'memory') return vscode.l10n.t('There is not enough memory for this computation.');
  if (kind === 'fault') return vscode.l10n.t('The computation has failed: {0}', reason);
  return vscode.l10n.t('The computation has ended unexpectedly. {0}', reason).trim();
}

/** Says why a name stands for no matrix that could be read, naming the line that is in the way. */
export async function tellUnresolved(
  name: string,
  resolution: Exclude<Resolution, { readonly literal: unknown }>,
  documents: readonly vscode.TextDocument[],
): Promise<void> {
  const document = 'cellIndex' in resolution ? documents[resolution.cellIndex] : undefined;
  if (!document || !('range' in resolution)) {
    await vscode.window.showWarningMessage(vscode.l10n.t('No matrix is assigned to {0} before the caret.', name));
    return;
  }
  const line = document.positionAt(resolution.range.start).line + 1;
  const place = placeName(document);
  const problem = resolution.unresolved === 'unreadable' ? resolution.problem : undefined;
  if (problem?.details.reason !== undefined) return tellProblem(problem, document.getText(), document);
  const message =
    resolution.unresolved === 'written'
      ? vscode.l10n.t('{0} may have been changed after it was assigned: {1}, line {2}.', name, place, line)
      : vscode.l10n.t('{0} is assigned something that is no matrix literal: {1}, line {2}.', name, place, line);
  await tellWithPlace(message, document, resolution.range);
}

async function tellWithPlace(message: string, document: vscode.TextDocument, range: TextRange): Promise<void> {
  const show = vscode.l10n.t('Show');
  const answer = await vscode.window.showWarningMessage(message, show);
  if (answer !== show) return;
  const selection = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
  await vscode.window.showTextDocument(document, { selection });
}
