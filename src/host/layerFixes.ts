import * as vscode from 'vscode';
import type { LayerFault, LayerFix } from '../layers/check/layerFault';
import { layerLanguages } from './documentLayers';
import { diagnosticSource, faultRange, type LayerWatch } from './layerWatch';

/** Mends a layer that does not fit: changes exactly the argument that is wrong. */
export class LayerFixes implements vscode.CodeActionProvider {
  constructor(private readonly watch: LayerWatch) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const around = this.watch.faultsOf(document).filter((fault) => faultRange(fault, document).intersection(range));
    return around.flatMap((fault) => fault.fixes.map((fix) => actionOf(fault, fix, document, diagnostics)));
  }
}

/** Mends layers wherever they are described. */
export function registerLayerFixes(fixes: LayerFixes): vscode.Disposable {
  const metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
  return vscode.languages.registerCodeActionsProvider(layerLanguages, fixes, metadata);
}

function actionOf(
  fault: LayerFault,
  fix: LayerFix,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const title = vscode.l10n.t('Change {0} to {1}', fix.argument, fix.text);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const place = new vscode.Range(document.positionAt(fix.start), document.positionAt(fix.end));
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, place, fix.text);
  action.isPreferred = true;
  const range = faultRange(fault, document);
  action.diagnostics = diagnostics.filter((one) => one.source === diagnosticSource && one.range.isEqual(range));
  return action;
}
