import * as vscode from 'vscode';
import type { LayerFault } from '../layers/check/layerFault';
import { layerFaultText } from '../words/layerFaultWords';
import { type LayerServices, layerFaultsAround, layerLanguages, readLayersAhead } from './documentLayers';
import { layerProblemSeverity } from './settings';
import { notebookOf } from './sourceCells';

/** After an edit long enough that the person has stopped typing; a hover comes later than that. */
const settleMilliseconds = 120;
/** A text that has just been opened is read when everything else has been. */
const idleMilliseconds = 20;

/** How all diagnostics of the extension are marked. */
export const diagnosticSource = 'Convolution Lens';

/**
 * Reads the texts that are seen, shortly after they are opened and after each pause of typing, so that a hover finds
 * everything worked out; and shows, in the editor, the layers that do not fit.
 */
export class LayerWatch implements vscode.Disposable {
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('convolution-lens-layers');
  private readonly pending = new Map<string, Pending>();
  private readonly faults = new WeakMap<vscode.TextDocument, KnownFaults>();
  private readonly listening: vscode.Disposable;

  constructor(private readonly services: LayerServices) {
    this.listening = vscode.Disposable.from(
      vscode.window.onDidChangeVisibleTextEditors(() => this.readSeen()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.readLater(document, settleMilliseconds);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.diagnostics.delete(document.uri)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('convolutionLens.layers')) this.readSeen();
      }),
      services.shapes.onDidChange(() => this.readSeen()),
    );
    this.readSeen();
  }

  /** The faults of a document as it is; empty while they are not known. */
  faultsOf(document: vscode.TextDocument): readonly LayerFault[] {
    const known = this.faults.get(document);
    return known?.version === document.version ? known.faults : [];
  }

  dispose(): void {
    for (const one of this.pending.values()) end(one);
    this.listening.dispose();
    this.diagnostics.dispose();
  }

  private readSeen(): void {
    for (const { document } of vscode.window.visibleTextEditors) this.readLater(document, idleMilliseconds);
  }

  /** Waits anew with every edit; what is being read of an earlier version is given up. */
  private readLater(document: vscode.TextDocument, milliseconds: number): void {
    if (!layerLanguages.includes(document.languageId)) return;
    const address = (notebookOf(document) ?? document).uri.toString();
    const before = this.pending.get(address);
    if (before) end(before);
    const cancelling = new vscode.CancellationTokenSource();
    const timer = setTimeout(() => {
      const reading = this.read(document, cancelling.token);
      // A thread that fails says so where a person asks for something.
      void reading.catch(() => undefined).finally(() => this.forget(address, cancelling));
    }, milliseconds);
    this.pending.set(address, { timer, cancelling });
  }

  private forget(address: string, cancelling: vscode.CancellationTokenSource): void {
    if (this.pending.get(address)?.cancelling === cancelling) this.pending.delete(address);
    cancelling.dispose();
  }

  private async read(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<void> {
    const severity = layerProblemSeverity(document);
    if (severity === undefined) {
      for (const one of notebookOf(document)?.getCells() ?? [{ document }]) this.show(one.document, [], undefined);
      return readLayersAhead(document, this.services, token);
    }
    const found = await layerFaultsAround(document, this.services, token);
    for (const [one, faults] of found ?? []) this.show(one, faults, severity);
  }

  private show(
    document: vscode.TextDocument,
    faults: readonly LayerFault[],
    severity: vscode.DiagnosticSeverity | undefined,
  ): void {
    const before = this.faults.get(document)?.faults ?? [];
    this.faults.set(document, { version: document.version, faults });
    if (faults.length === 0 && before.length === 0) return;
    this.diagnostics.set(
      document.uri,
      faults.map((fault) => diagnosticOf(fault, document, severity ?? vscode.DiagnosticSeverity.Warning)),
    );
  }
}

interface Pending {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly cancelling: vscode.CancellationTokenSource;
}

interface KnownFaults {
  readonly version: number;
  readonly faults: readonly LayerFault[];
}

function end({ timer, cancelling }: Pending): void {
  clearTimeout(timer);
  cancelling.cancel();
  cancelling.dispose();
}

/** Where a fault is told in the editor. */
export function faultRange({ start, end: last }: LayerFault, document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(last));
}

function diagnosticOf(
  fault: LayerFault,
  document: vscode.TextDocument,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(faultRange(fault, document), layerFaultText(vscode.l10n.t, fault), severity);
  diagnostic.source = diagnosticSource;
  diagnostic.code = fault.problem.problem;
  return diagnostic;
}
