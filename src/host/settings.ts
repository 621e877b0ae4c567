import * as vscode from 'vscode';
import { mostNumbers } from '../literals/longestText';

/** Whether the person wants hovers over layers of neural networks here. */
export function layerHoverIsOn(scope: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration('convolutionLens', scope).get('layers.hover.enabled', true);
}

/** Whether the person wants the shape behind each layer here. */
export function layerHintsAreOn(scope: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration('convolutionLens', scope).get('layers.hints.enabled', false);
}

/** How severe a layer that does not fit is here; undefined where the person does not want to be told. */
export function layerProblemSeverity(scope: vscode.ConfigurationScope): vscode.DiagnosticSeverity | undefined {
  const severities: Readonly<Record<string, vscode.DiagnosticSeverity>> = {
    error: vscode.DiagnosticSeverity.Error,
    warning: vscode.DiagnosticSeverity.Warning,
    information: vscode.DiagnosticSeverity.Information,
    hint: vscode.DiagnosticSeverity.Hint,
  };
  return severities[vscode.workspace.getConfiguration('convolutionLens', scope).get('layers.problems', 'warning')];
}

/** Shows or hides the shapes behind layers: in the workspace where it says something of its own, else everywhere. */
export async function toggleLayerHints(): Promise<boolean> {
  const configuration = vscode.workspace.getConfiguration('convolutionLens');
  const { workspaceValue } = configuration.inspect<boolean>('layers.hints.enabled') ?? {};
  const isOn = !configuration.get('layers.hints.enabled', false);
  const target =
    workspaceValue === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  await configuration.update('layers.hints.enabled', isOn, target);
  return isOn;
}

/** Whether the person wants hovers over matrices here. */
export function hoverIsOn(scope: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration('convolutionLens', scope).get('hover.enabled', true);
}

/** How many numbers are read from a text. */
export function mostNumbersRead(): number {
  return vscode.workspace.getConfiguration('convolutionLens').get('reading.maxNumbers', mostNumbers);
}
