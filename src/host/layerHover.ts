import * as vscode from 'vscode';
import type { LayerReport } from '../layers/flow/layerReport';
import { type LayerServices, layerLanguages, layerReportsIn } from './documentLayers';
import { layerMarkdown } from './layerMarkdown';
import { layerHoverIsOn } from './settings';

/** Tells, over a layer of a neural network, its sizes and parameters, and why it cannot be where it cannot. */
export class LayerHover implements vscode.HoverProvider {
  constructor(private readonly services: LayerServices) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    if (!layerHoverIsOn(document)) return undefined;
    const { version } = document;
    const reports = await layerReportsIn(document, new vscode.Range(position, position), this.services, token);
    if (token.isCancellationRequested || document.version !== version) return undefined;
    const report = innermost(reports);
    if (!report) return undefined;
    const range = new vscode.Range(document.positionAt(report.start), document.positionAt(report.end));
    return new vscode.Hover(layerMarkdown(report, document.uri), range);
  }
}

/** Hovers wherever layers are described, whatever file system the text comes from. */
export function registerLayerHover(hover: LayerHover): vscode.Disposable {
  return vscode.languages.registerHoverProvider(layerLanguages, hover);
}

function innermost(reports: readonly LayerReport[]): LayerReport | undefined {
  return reports.reduce<LayerReport | undefined>(
    (best, one) => (best && best.end - best.start <= one.end - one.start ? best : one),
    undefined,
  );
}
