import * as vscode from 'vscode';
import type { ModelReport } from '../layers/flow/modelReport';
import { modelSummary } from '../layers/summary/modelSummary';
import type { FromSummaryView, SummarySnapshot, ToSummaryView } from '../protocol/summary';
import {
  summaryColumns,
  summaryMarkdown,
  summaryNote,
  summaryRows,
  summaryTotals,
  summaryWords,
} from '../words/modelSummaryWords';
import { type DocumentModels, type LayerServices, modelsAround } from './documentLayers';
import { notebookOf } from './sourceCells';
import { webviewHtml, webviewOptions } from './webviewHtml';

/** After an edit long enough that the person has stopped typing. */
const settleMilliseconds = 400;

/** What the summary can do with a model beside showing it. */
export type ShowStack = (model: ModelReport) => Promise<void>;

interface Open {
  readonly panel: vscode.WebviewPanel;
  document: vscode.TextDocument;
  found: DocumentModels;
  chosen: number;
}

/** The one table of a model: of the text that it was asked for, which it follows. */
export class SummaryPanel implements vscode.Disposable {
  private open: Open | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly cancelling = new vscode.CancellationTokenSource();
  private readonly listening: vscode.Disposable;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly services: LayerServices,
    private readonly showStack: ShowStack,
  ) {
    this.listening = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.follow(document)),
      services.shapes.onDidChange(() => this.open && this.follow(this.open.document)),
    );
  }

  /** Shows the models of a document, first the one around an offset. */
  async show(document: vscode.TextDocument, offset: number): Promise<void> {
    const found = await modelsAround(document, this.services, this.cancelling.token);
    const chosen = nearest(found, document, offset);
    if (this.open) {
      Object.assign(this.open, { document, found, chosen });
      this.open.panel.reveal(undefined, true);
      this.post();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      'convolutionLens.summary',
      vscode.l10n.t('Model Summary'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
      webviewOptions(this.extensionUri),
    );
    const icon = (file: string) => vscode.Uri.joinPath(this.extensionUri, 'media', file);
    panel.iconPath = { light: icon('panel-light.svg'), dark: icon('panel-dark.svg') };
    this.open = { panel, document, found, chosen };
    panel.onDidDispose(() => {
      this.open = undefined;
    });
    panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    panel.webview.html = webviewHtml(panel.webview, this.extensionUri, 'summary');
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.cancelling.cancel();
    this.cancelling.dispose();
    this.listening.dispose();
    this.open?.panel.dispose();
  }

  private follow(document: vscode.TextDocument): void {
    if (!this.open || !isAround(document, this.open.document)) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.readAgain(), settleMilliseconds);
  }

  private async readAgain(): Promise<void> {
    const { open } = this;
    if (!open) return;
    const key = open.found.models[open.chosen]?.key;
    const found = await modelsAround(open.document, this.services, this.cancelling.token);
    const same = found.models.findIndex((model) => model.key === key);
    Object.assign(open, { found, chosen: same >= 0 ? same : found.models.length > 0 ? 0 : -1 });
    this.post();
  }

  private post(): void {
    const { open } = this;
    if (!open) return;
    const message: ToSummaryView = { type: 'summary', snapshot: this.snapshot(open) };
    void open.panel.webview.postMessage(message);
  }

  private snapshot({ found, chosen }: Open): SummarySnapshot {
    const { t } = vscode.l10n;
    const model = found.models[chosen];
    const summary = model && modelSummary(model);
    return {
      models: found.models.map(nameOf),
      chosen: model ? chosen : -1,
      note: summaryNote(t, model),
      columns: summaryColumns(t),
      rows: summary ? summaryRows(t, summary, (offset) => lineOf(found, offset)) : [],
      totals: summary ? summaryTotals(t, summary) : [],
      words: summaryWords(t),
    };
  }

  private receive(message: unknown): void {
    const { open } = this;
    if (!open || !isMessage(message)) return;
    const model = open.found.models[open.chosen];
    switch (message.type) {
      case 'ready':
        this.post();
        return;
      case 'choose':
        if (open.found.models[message.model]) open.chosen = message.model;
        this.post();
        return;
      case 'go': {
        const row = model?.rows[message.place];
        if (row) void reveal(open.found, row.start, row.end);
        return;
      }
      case 'copy':
        void this.copy(open, message.places);
        return;
      case 'network':
        if (model) void this.showStack(model);
    }
  }

  private async copy(open: Open, places: readonly number[]): Promise<void> {
    const { columns, rows, totals } = this.snapshot(open);
    const ordered = places.flatMap((place) => rows[place] ?? []);
    await vscode.env.clipboard.writeText(`${summaryMarkdown(columns, ordered, totals)}\n`);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Summary copied as Markdown'), 3000);
  }
}

/** `LeNet`, or `ResNet · net` where a variable holds it. */
function nameOf({ key, variable }: ModelReport): string {
  return variable === undefined || variable === key ? key : `${variable} · ${key}`;
}

/** The model that begins last before an offset; the last one where none does. */
function nearest({ models, placeOf }: DocumentModels, document: vscode.TextDocument, offset: number): number {
  const before = models.flatMap(({ start }, index) => {
    const place = placeOf(start);
    return place?.document === document && place.offset <= offset ? [index] : [];
  });
  return before.at(-1) ?? models.length - 1;
}

function lineOf({ placeOf }: DocumentModels, offset: number): number | undefined {
  const place = placeOf(offset);
  return place && place.document.positionAt(place.offset).line + 1;
}

async function reveal({ placeOf }: DocumentModels, start: number, end: number): Promise<void> {
  const place = placeOf(start);
  if (!place) return;
  const { document, offset } = place;
  const selection = new vscode.Range(document.positionAt(offset), document.positionAt(offset + end - start));
  const seen = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const options = { selection, viewColumn: seen?.viewColumn ?? vscode.ViewColumn.One, preserveFocus: false };
  await vscode.window.showTextDocument(document, options);
}

function isAround(one: vscode.TextDocument, other: vscode.TextDocument): boolean {
  const notebook = notebookOf(other);
  return one === other || (notebook !== undefined && notebookOf(one) === notebook);
}

function isMessage(message: unknown): message is FromSummaryView {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  switch (message.type) {
    case 'ready':
    case 'network':
      return true;
    case 'choose':
      return 'model' in message && Number.isInteger(message.model);
    case 'go':
      return 'place' in message && Number.isInteger(message.place);
    case 'copy':
      return 'places' in message && Array.isArray(message.places) && message.places.every(Number.isInteger);
    default:
      return false;
  }
}
