import * as vscode from 'vscode';
import type { SuspectedLayer } from '../layers/errors/layersOfError';
import type { ShapeError } from '../layers/errors/shapeError';
import type { LayerUse } from '../layers/flow/layerReport';
import { shownText } from '../words/shownText';
import { appendPlain } from './appendPlain';
import { type LayerServices, layerLanguages, layerReportsIn } from './documentLayers';
import type { Exporter } from './exporter';
import type { LayerPeek } from './layerPeek';
import { notebookOf, placeName } from './sourceCells';

/** What explaining works with. */
export interface ExplainServices {
  readonly layers: LayerServices;
  readonly exporter: Exporter;
  readonly peek: LayerPeek;
}

/** An error as it was found, with the text around it. */
interface Found {
  readonly error: ShapeError;
  readonly text: string;
}

/** Explains a shape error that is selected, in an editor or the terminal, or was copied; asks for it where there is none. */
export async function explainShapeError(services: ExplainServices): Promise<void> {
  const { layers } = services;
  const found = (await givenError(layers)) ?? (await askedError(layers));
  if (!found) return;
  const cancelling = new vscode.CancellationTokenSource();
  try {
    await explain(found, services, cancelling.token);
  } finally {
    cancelling.dispose();
  }
}

async function givenError(services: LayerServices): Promise<Found | undefined> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
  return (
    (await errorIn(selected, services)) ??
    (await terminalError(services)) ??
    errorIn(await vscode.env.clipboard.readText(), services)
  );
}

async function errorIn(text: string, { reader }: LayerServices): Promise<Found | undefined> {
  if (text === '') return undefined;
  const { error } = await reader.read({ kind: 'shape-error', text });
  return error && { error, text };
}

/** What is selected in the terminal is had by way of the clipboard, which is put back. */
async function terminalError(services: LayerServices): Promise<Found | undefined> {
  if (!vscode.window.activeTerminal) return undefined;
  const before = await vscode.env.clipboard.readText();
  await vscode.commands.executeCommand('workbench.action.terminal.copySelection');
  const copied = await vscode.env.clipboard.readText();
  if (copied === before) return undefined;
  await vscode.env.clipboard.writeText(before);
  return errorIn(copied, services);
}

async function askedError(services: LayerServices): Promise<Found | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Explain Shape Error'),
    prompt: vscode.l10n.t('Paste the message of PyTorch or Keras.'),
    placeHolder: 'mat1 and mat2 shapes cannot be multiplied (1x576 and 400x10)',
    validateInput: async (written) =>
      written === '' || (await errorIn(written, services))
        ? undefined
        : vscode.l10n.t('That is no message about shapes that is known here.'),
  });
  return text === undefined ? undefined : errorIn(text, services);
}

async function explain(
  { error, text }: Found,
  services: ExplainServices,
  token: vscode.CancellationToken,
): Promise<void> {
  for (const document of openModels()) {
    const suspects = await suspectsIn(document, error, text, services.layers, token);
    if (suspects.length > 0) return showSuspect(document, suspects, error, services);
  }
  const { what, ways } = await wordsOn(error, undefined, services.exporter);
  await vscode.window.showInformationMessage([what, ...ways.map((way, at) => `${at + 1}. ${way}`)].join(' '));
}

/** What happened, and the ways to mend it. */
async function wordsOn(error: ShapeError, use: LayerUse | undefined, exporter: Exporter) {
  const written = await exporter.write({ as: 'shape-error', error, use });
  const [what = '', ...ways] = written?.texts ?? [];
  return { what, ways };
}

/** The editors that are seen, the active one first. */
function openModels(): readonly vscode.TextDocument[] {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors];
  const documents = editors.map(({ document }) => document);
  return [...new Set(documents)].filter(({ languageId }) => layerLanguages.includes(languageId));
}

async function suspectsIn(
  document: vscode.TextDocument,
  error: ShapeError,
  text: string,
  services: LayerServices,
  token: vscode.CancellationToken,
): Promise<readonly SuspectedLayer[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const reports = await layerReportsIn(document, document.validateRange(whole), services, token);
  const lines = reports.map(({ start }) => document.positionAt(start).line);
  const place = placeName(document);
  const isNotebook = notebookOf(document) !== undefined;
  const request = { kind: 'suspects', error, text, reports, lines, place, isNotebook } as const;
  return (await services.reader.read(request)).suspects;
}

async function showSuspect(
  document: vscode.TextDocument,
  suspects: readonly SuspectedLayer[],
  error: ShapeError,
  { exporter, peek }: ExplainServices,
): Promise<void> {
  const [{ report, use }] = suspects as readonly [SuspectedLayer];
  const { t } = vscode.l10n;
  const range = new vscode.Range(document.positionAt(report.start), document.positionAt(report.end));
  const { what, ways } = await wordsOn(error, use, exporter);
  const body = new vscode.MarkdownString();
  body.appendMarkdown('**');
  appendPlain(body, t('Shape error: {0}', shownText(report.path)));
  body.appendMarkdown('**\n\n');
  const listed = ways.map((way, at) => `${at + 1}. ${unmarked(way)}`);
  body.appendMarkdown([unmarked(what), '', ...listed].join('\n'));
  const others = suspects.slice(1).map((one) => document.positionAt(one.report.start).line + 1);
  if (others.length > 0)
    body.appendMarkdown(
      `\n\n${t('These lines have layers with the same numbers: {0}.', [...new Set(others)].join(', '))}`,
    );
  await peek.show(document, range, body);
}

/** A sentence of ours, in which no sign is one of Markdown's; unlike a person's text, it may be broken between words. */
function unmarked(sentence: string): string {
  return sentence.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&');
}
