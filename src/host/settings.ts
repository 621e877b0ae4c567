import * as vscode from 'vscode';
import { mostNumbers } from '../literals/longestText';

/** Whether the person wants hovers over layers of neural networks here. */
export function layerHoverIsOn(scope: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration('convolutionLens', scope).get('layers.hover.enabled', true);
}

/** Whether the person wants hovers over matrices here. */
export function hoverIsOn(scope: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration('convolutionLens', scope).get('hover.enabled', true);
}

/** How many numbers are read from a text. */
export function mostNumbersRead(): number {
  return vscode.workspace.getConfiguration('convolutionLens').get('reading.maxNumbers', mostNumbers);
}
