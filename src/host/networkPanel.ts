import * as vscode from 'vscode';
import type { LessonViewAct, TaughtStep } from '../protocol/lesson';
import type { NetworkState } from '../session/network/networkState';
import { restoreNetwork } from '../session/network/savedNetwork';
import { startNetwork } from '../session/network/startNetwork';
import { isRecord } from '../session/readParams';
import type { NetworkThread } from './networkComputation';
import { NetworkSurface } from './networkSurface';
import { webviewHtml, webviewOptions } from './webviewHtml';

const viewType = 'convolutionLens.network';

/** The one panel with a network: made on the first use, reused afterwards, brought back after a reload. */
export class NetworkPanel implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private open: { readonly panel: vscode.WebviewPanel; readonly surface: NetworkSurface } | undefined;

  private readonly lessonActs = new vscode.EventEmitter<LessonViewAct>();
  private readonly closed = new vscode.EventEmitter<void>();
  private readonly restored = new vscode.EventEmitter<void>();
  /** What the person does with the lesson in the panel; that the panel is closed; and that it is back after a reload. */
  readonly onLessonAct = this.lessonActs.event;
  readonly onClose = this.closed.event;
  readonly onRestore = this.restored.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly thread: NetworkThread,
  ) {}

  /** Shows a network; the one that was there can be had back by undo. */
  show(state: NetworkState): void {
    if (this.open) {
      this.open.surface.show(state);
      this.open.panel.reveal();
      return;
    }
    const column = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    this.adopt(vscode.window.createWebviewPanel(viewType, vscode.l10n.t('Network'), column), state);
  }

  /** Shows a step of a lesson, with its network and the scene of that id where they are others; the focus stays where it is. */
  teach(step: TaughtStep | undefined, network?: NetworkState, scene?: string): void {
    if (network && !this.open) this.show(network);
    else if (network) this.open?.surface.show(network);
    this.open?.surface.teach(step, scene);
  }

  /** Brings the open panel to the front, or opens one. */
  reveal(): void {
    if (this.open) this.open.panel.reveal();
    else this.show(startNetwork());
  }

  /** The network that is shown; undefined while there is no panel. */
  get state(): NetworkState | undefined {
    return this.open?.surface.state;
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    this.adopt(panel, restoreNetwork(isRecord(saved) ? saved.network : undefined) ?? startNetwork());
    this.restored.fire();
  }

  dispose(): void {
    this.open?.panel.dispose();
    this.lessonActs.dispose();
    this.closed.dispose();
    this.restored.dispose();
  }

  private adopt(panel: vscode.WebviewPanel, state: NetworkState): void {
    panel.webview.options = webviewOptions(this.extensionUri);
    const icon = (file: string) => vscode.Uri.joinPath(this.extensionUri, 'media', file);
    panel.iconPath = { light: icon('panel-light.svg'), dark: icon('panel-dark.svg') };
    const surface = new NetworkSurface(panel.webview, state, this.thread, (act) => this.lessonActs.fire(act));
    panel.onDidDispose(() => {
      surface.dispose();
      if (this.open?.panel !== panel) return;
      this.open = undefined;
      this.closed.fire();
    });
    panel.webview.html = webviewHtml(panel.webview, this.extensionUri, 'network');
    this.open = { panel, surface };
  }
}

/** The panel as a thing that VS Code can bring back. */
export function registerNetworkPanel(panel: NetworkPanel): vscode.Disposable {
  return vscode.Disposable.from(panel, vscode.window.registerWebviewPanelSerializer(viewType, panel));
}
