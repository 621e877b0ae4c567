import * as vscode from 'vscode';
import type { LayerReport } from '../layers/flow/layerReport';
import { layerHintText } from '../words/layerHintWords';
import { type LayerServices, layerLanguages, layerReportsIn } from './documentLayers';
import { layerMarkdown } from './layerMarkdown';
import { layerHintsAreOn, toggleLayerHints } from './settings';

/** Shows the shape behind each layer of the lines that are seen. */
export class LayerHints implements vscode.InlayHintsProvider, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  readonly onDidChangeInlayHints = this.changes.event;
  private readonly listening: vscode.Disposable;

  constructor(private readonly services: LayerServices) {
    this.listening = vscode.Disposable.from(
      services.shapes.onDidChange(() => this.changes.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('convolutionLens.layers.hints')) this.changes.fire();
      }),
    );
  }

  async provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlayHint[]> {
    if (!layerHintsAreOn(document)) return [];
    const { version } = document;
    const reports = await layerReportsIn(document, range, this.services, token);
    if (token.isCancellationRequested || document.version !== version) return [];
    const shown = reports.flatMap((report) => {
      const text = layerHintText(report);
      return text === undefined ? [] : [{ report, text }];
    });
    return outermost(shown, document)
      .filter((one) => !isWritten(one, document))
      .map((one) => hintOf(one, document));
  }

  dispose(): void {
    this.listening.dispose();
    this.changes.dispose();
  }
}

/** Shows hints wherever layers are described. */
export function registerLayerHints(hints: LayerHints): vscode.Disposable {
  return vscode.Disposable.from(hints, vscode.languages.registerInlayHintsProvider(layerLanguages, hints));
}

/** Switches the hints, and says so where the editor would show none. */
export async function toggleShapeHints(): Promise<void> {
  const isOn = await toggleLayerHints();
  const editor = vscode.workspace.getConfiguration('editor', vscode.window.activeTextEditor?.document);
  if (isOn && editor.get('inlayHints.enabled') === 'off')
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Shape hints are on, but the editor hides all hints: see the setting editor.inlayHints.enabled.'),
    );
}

interface Shown {
  readonly report: LayerReport;
  /** `→ 64×112×112`. */
  readonly text: string;
}

/** `relu(conv(x))` has one shape, which is shown once, behind the outer bracket. */
function outermost(all: readonly Shown[], document: vscode.TextDocument): readonly Shown[] {
  const sorted = [...all].sort((one, other) => one.report.end - other.report.end);
  return sorted.filter(({ report, text }, index) => {
    const next = sorted[index + 1];
    const isInside = next !== undefined && next.report.start <= report.start && next.text === text;
    return !(isInside && document.positionAt(report.end).line === document.positionAt(next.report.end).line);
  });
}

/** Whether the line says so already, in a comment at its end. */
function isWritten({ report, text }: Shown, document: vscode.TextDocument): boolean {
  return document.lineAt(document.positionAt(report.end)).text.trimEnd().endsWith(text);
}

function hintOf({ report, text }: Shown, document: vscode.TextDocument): vscode.InlayHint {
  const position = document.positionAt(report.end);
  const hint = new vscode.InlayHint(position, text, vscode.InlayHintKind.Type);
  hint.paddingLeft = true;
  hint.tooltip = layerMarkdown(report, document.uri);
  const comment = commentEdit(text, position, document);
  if (comment) hint.textEdits = [comment];
  return hint;
}

/** The hint as a comment at the end of its line; undefined where a comment would change what the line says. */
function commentEdit(
  text: string,
  { line, character }: vscode.Position,
  document: vscode.TextDocument,
): vscode.TextEdit | undefined {
  const whole = document.lineAt(line);
  const rest = whole.text.slice(character);
  const sign = document.languageId === 'python' ? '#' : '//';
  if (/["'`\\]/.test(rest) && !rest.includes(sign)) return undefined;
  const end = whole.range.end.with({ character: whole.text.trimEnd().length });
  return vscode.TextEdit.insert(end, rest.includes(sign) ? ` ${text}` : `  ${sign} ${text}`);
}
