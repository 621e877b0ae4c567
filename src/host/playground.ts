import * as vscode from 'vscode';
import type { Act } from '../session/act';
import { restoreSession, saveSession } from '../session/saved';
import { draftSession } from '../session/start';
import type { SessionState } from '../session/state';
import { askCopyAs } from './copyAs';
import { copyMatrix } from './copyMatrix';
import type { LensPanel } from './lensPanel';
import { pasteBlock } from './pasteBlock';
import { readAs } from './readAs';
import type { ReadingMemory } from './readingMemory';
import { revealCell, revealNote, revealSource } from './revealSource';
import { Surface } from './surface';
import { tellJobFailed } from './tell';
import type { Threads } from './threads';
import { webviewHtml, webviewOptions } from './webviewHtml';

const viewId = 'convolutionLens.playground';
const draftKey = 'convolutionLens.draft';

/** The sidebar's playground: the same parts on a draft of its own, which the workspace remembers. */
export class Playground implements vscode.WebviewViewProvider {
  surface: Surface | undefined;
  private view: vscode.WebviewView | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly store: vscode.Memento,
    private readonly panel: LensPanel,
    private readonly threads: Threads,
    private readonly memory: ReadingMemory,
  ) {}

  /** Shows the draft in the panel, where it has more room. */
  openInPanel(): void {
    this.panel.show(this.surface?.state ?? this.draft());
  }

  /** Shows the view where it is covered; the focus stays where it is. */
  bringToFront(): void {
    this.view?.show(true);
  }

  /** Goes back to the example; undo brings the draft back. */
  startOver(): void {
    this.surface?.perform({ kind: 'start-over' });
  }

  private draft(): SessionState {
    return restoreSession(this.store.get(draftKey)) ?? draftSession();
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    view.webview.options = webviewOptions(this.extensionUri);
    const surface: Surface = new Surface(view.webview, this.draft(), this.threads, {
      revealSource,
      copy: (matrix, window) => void copyMatrix(matrix, window, this.threads.exporter).catch(tellJobFailed),
      copyAs: (role) => askCopyAs('playground', role),
      // Lessons are given in the panel.
      lesson: () => {},
      act: (act) => surface.perform(act),
      point: (cell) => void revealCell(surface.state, cell),
      readAs: (side, as) => void readAs({ surface, reader: this.threads.reader, memory: this.memory }, side, as),
      paste: (side, window) => {
        const act = (what: Act) => surface.perform(what);
        void pasteBlock({ surface, reader: this.threads.reader, act }, side, window).catch(tellJobFailed);
      },
      revealNote: (side, line) => void revealNote(surface.state, side, line),
      changed: (state) => void this.store.update(draftKey, saveSession(state)),
    });
    this.surface = surface;
    this.view = view;
    view.onDidDispose(() => {
      surface.dispose();
      this.surface = undefined;
      this.view = undefined;
    });
    view.webview.html = webviewHtml(view.webview, this.extensionUri, 'playground');
  }
}

/** The playground in its own container of the activity bar. */
export function registerPlayground(playground: Playground): vscode.Disposable {
  return vscode.window.registerWebviewViewProvider(viewId, playground);
}
