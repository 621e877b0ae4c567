import * as vscode from 'vscode';
import type { LayerReport } from '../layers/flow/layerReport';
import { type LayerText, layerText } from '../words/layerWords';
import { documentLayers } from './documentLayers';
import type { InputShapeMemory } from './inputShapeMemory';
import { layerHoverIsOn } from './settings';
import type { TextReader } from './textReader';

const giveCommand = 'convolutionLens.giveInputShape';

/** The languages in which layers are described. */
const languages = ['python', 'javascript', 'javascriptreact', 'typescript', 'typescriptreact'];

/** Tells, over a layer of a neural network, its sizes and parameters, and why it cannot be where it cannot. */
export class LayerHover implements vscode.HoverProvider {
  constructor(
    private readonly reader: TextReader,
    private readonly memory: InputShapeMemory,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    if (!layerHoverIsOn(document)) return undefined;
    const offset = document.offsetAt(position);
    const { version } = document;
    const reports = await documentLayers(document, this.reader, this.memory).catch(noneIfCancelled);
    if (token.isCancellationRequested || document.version !== version) return undefined;
    const report = innermost(reports, offset);
    if (!report) return undefined;
    const { start, end } = report;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    return new vscode.Hover(contents(report, document.uri), range);
  }
}

/** Hovers wherever layers are described, whatever file system the text comes from. */
export function registerLayerHover(hover: LayerHover): vscode.Disposable {
  return vscode.languages.registerHoverProvider(languages, hover);
}

/** An edit makes what was asked before of no use. */
function noneIfCancelled(error: unknown): readonly LayerReport[] {
  if (error instanceof vscode.CancellationError) return [];
  throw error;
}

function innermost(reports: readonly LayerReport[], offset: number): LayerReport | undefined {
  const around = reports.filter(({ start, end }) => start <= offset && offset < end);
  return around.reduce<LayerReport | undefined>(
    (best, one) => (best && best.end - best.start <= one.end - one.start ? best : one),
    undefined,
  );
}

function contents(report: LayerReport, uri: vscode.Uri): vscode.MarkdownString {
  const text = layerText(vscode.l10n.t, report);
  const head = new vscode.MarkdownString();
  head.isTrusted = { enabledCommands: [giveCommand] };
  head.appendText(report.path);
  head.appendMarkdown(` — ${text.headline}\n\n`);
  for (const line of text.shapes) head.appendMarkdown(`\`${line}\`\n\n`);
  if (text.problem !== undefined) {
    head.appendMarkdown('⚠ ');
    head.appendText(text.problem);
    head.appendMarkdown('\n\n');
  }
  if (text.table !== '') head.appendMarkdown(`${text.table}\n\n`);
  head.appendMarkdown(originLine(text, report, uri));
  return head;
}

/** Where the input shape is from, with the link that lets the person give it. */
function originLine({ origin, asks }: LayerText, { key }: LayerReport, uri: vscode.Uri): string {
  if (origin === undefined) return '';
  if (asks === undefined || key === '') return origin;
  const label = asks === 'unknown' ? vscode.l10n.t('Give input shape…') : vscode.l10n.t('Change input shape…');
  const place = encodeURIComponent(JSON.stringify([{ uri: uri.toString(), key }]));
  return `${origin} [${label}](command:${giveCommand}?${place})`;
}
