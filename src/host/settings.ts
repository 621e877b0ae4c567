import * as vscode from 'vscode';

/** Whether the person wants hovers over matrices here. */
export function hoverIsOn(scope: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration('convolutionLens', scope).get('hover.enabled', true);
}
