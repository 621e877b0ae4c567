import * as vscode from 'vscode';
import { restoreSession, saveSession } from '../session/saved';
import { draftSession } from '../session/start';
import type { LensPanel } from './lensPanel';
import { revealSource } from './revealSource';
import { Surface } from './surface';
import { webviewHtml, webviewOptions } from './webviewHtml';

const viewId = 'convolutionLens.playground';
const draftKey = 'convolutionLens.draft';

/** The sidebar's playground: the same parts on a draft of its own, which the workspace remembers. */
export class Playground implements vscode.WebviewViewProvider {
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly store: vscode.Memento,
    private readonly panel: LensPanel,
  ) {}

  resolveWebviewView(view: vscode.WebviewView): void {
    view.webview.options = webviewOptions(this.extensionUri);
    const surface = new Surface(view.webview, restoreSession(this.store.get(draftKey)) ?? draftSession(), {
      revealSource,
      openInPanel: (state) => this.panel.show(state),
      changed: (state) => void this.store.update(draftKey, saveSession(state)),
    });
    view.onDidDispose(() => surface.dispose());
    view.webview.html = webviewHtml(view.webview, this.extensionUri, 'playground');
  }
}

/** The playground in its own container of the activity bar. */
export function registerPlayground(playground: Playground): vscode.Disposable {
  return vscode.window.registerWebviewViewProvider(viewId, playground);
}
