import * as vscode from 'vscode';
import type { KeptView } from '../protocol/keptView';
import type { LessonViewAct, TaughtStep } from '../protocol/lesson';
import type { Act } from '../session/act';
import type { Operand } from '../session/operand';
import { isRecord } from '../session/readParams';
import { restoreSession } from '../session/saved';
import { draftSession } from '../session/start';
import type { SessionState } from '../session/state';
import { shownText } from '../words/shownText';
import { CaretMark } from './caretMark';
import { askCopyAs } from './copyAs';
import { copyMatrix } from './copyMatrix';
import { SourceEditor } from './editSource';
import type { KernelMemory } from './kernelMemory';
import { pasteBlock } from './pasteBlock';
import { readAs } from './readAs';
import type { ReadingMemory } from './readingMemory';
import { reopenFile } from './reopenFile';
import { revealCell, revealNote, revealSource } from './revealSource';
import { SourceFollower } from './sourceFollower';
import { type DecodedPicture, Surface } from './surface';
import { tellJobFailed } from './tell';
import type { Threads } from './threads';
import { webviewHtml, webviewOptions } from './webviewHtml';

const viewType = 'convolutionLens.panel';

/** The one panel beside the editor: made on the first use, reused afterwards, brought back after a reload. */
export class LensPanel implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private open: { readonly panel: vscode.WebviewPanel; readonly surface: Surface } | undefined;

  private readonly lessonActs = new vscode.EventEmitter<LessonViewAct>();
  private readonly closed = new vscode.EventEmitter<void>();
  private readonly restored = new vscode.EventEmitter<void>();
  /** What the person does with the lesson in the panel; that the panel is closed; and that it is back after a reload. */
  readonly onLessonAct = this.lessonActs.event;
  readonly onClose = this.closed.event;
  readonly onRestore = this.restored.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly kernels: KernelMemory,
    private readonly threads: Threads,
    private readonly memory: ReadingMemory,
  ) {}

  /** The session that is shown; undefined while there is no panel. */
  get state(): SessionState | undefined {
    return this.open?.surface.state;
  }

  get surface(): Surface | undefined {
    return this.open?.surface;
  }

  /** Shows a session beside the editor, which keeps the focus; as somebody else had it where that is given. */
  show(state: SessionState, view?: KeptView): void {
    this.kernels.remember(state.kernel);
    if (this.open) {
      this.open.surface.show(state, view);
      this.open.panel.reveal(undefined, true);
      return;
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.adopt(
      vscode.window.createWebviewPanel(viewType, panelTitle(state), column, { enableFindWidget: true }),
      state,
      view,
    );
  }

  /** Shows a step of a lesson, with its scene where that is another one; the focus stays where it is. */
  teach(step: TaughtStep | undefined, scene?: SessionState): void {
    if (this.open) this.open.surface.teach(step, scene);
    else if (scene) {
      this.show(scene);
      this.surface?.teach(step);
    }
  }

  /** Shows the open panel where it is covered; the focus stays where it is. */
  bringToFront(): void {
    this.open?.panel.reveal(undefined, true);
  }

  /** Brings the open panel to the front, or opens one on the draft. */
  reveal(): void {
    if (this.open) this.open.panel.reveal();
    else this.show(draftSession());
  }

  /** Shows the panel as a presentation, or as it was. */
  present(): void {
    const isThere = this.isShown;
    this.reveal();
    this.surface?.present(isThere);
  }

  /** Opens the solver for paddings; `isThere` where the panel was shown before. */
  solve(isThere: boolean): void {
    this.surface?.solve(isThere);
  }

  /** Whether the panel's page is there and seen. */
  get isShown(): boolean {
    return this.open?.panel.visible ?? false;
  }

  /** Decodes a picture in the panel's page, which is opened where it is not; undefined where it cannot be decoded. */
  decode(bytes: Uint8Array, mediaType: string, token: vscode.CancellationToken): Promise<DecodedPicture | undefined> {
    if (this.open) this.bringToFront();
    else this.show(draftSession());
    // What the file system hands over may be a part of a larger buffer, or of a kind that does not cross.
    const message = { type: 'decode', mediaType, bytes: new Uint8Array(bytes) } as const;
    return this.open!.surface.decodings.ask((id) => ({ ...message, id }), token);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    const session = isRecord(saved) ? saved.session : undefined;
    const state = restoreSession(session);
    await this.adopt(panel, state ?? draftSession()).catchUp();
    if (!state) void reopenFile(session);
    this.restored.fire();
  }

  dispose(): void {
    this.open?.panel.dispose();
    this.lessonActs.dispose();
    this.closed.dispose();
    this.restored.dispose();
  }

  private adopt(panel: vscode.WebviewPanel, state: SessionState, view?: KeptView): SourceFollower {
    panel.webview.options = webviewOptions(this.extensionUri);
    const icon = (file: string) => vscode.Uri.joinPath(this.extensionUri, 'media', file);
    panel.iconPath = { light: icon('panel-light.svg'), dark: icon('panel-dark.svg') };
    const surface: Surface = new Surface(
      panel.webview,
      state,
      this.threads,
      {
        revealSource,
        copy: (matrix, window) => void copyMatrix(matrix, window, this.threads.exporter).catch(tellJobFailed),
        copyAs: (role) => askCopyAs('panel', role),
        lesson: (act) => this.lessonActs.fire(act),
        act: (act) => editor.perform(act),
        point: (cell) => void editor.settled().then(() => revealCell(surface.state, cell)),
        readAs: (side, as) => void editor.settled().then(() => readAs(services, side, as)),
        paste: (side, window) => {
          const act = (what: Act) => editor.perform(what);
          void editor.settled().then(() => pasteBlock({ ...services, act }, side, window).catch(tellJobFailed));
        },
        revealNote: (side, line) => void editor.settled().then(() => revealNote(surface.state, side, line)),
        changed: (changed) => {
          panel.title = panelTitle(changed);
          this.kernels.remember(changed.kernel);
          caret.lookAgain();
        },
      },
      view,
    );
    const services = { surface, reader: this.threads.reader, memory: this.memory };
    const caret = new CaretMark(surface);
    const follower = new SourceFollower(surface, this.threads.reader, () => caret.lookAgain());
    const editor = new SourceEditor(surface, follower, this.threads.reader);
    panel.onDidDispose(() => {
      caret.dispose();
      follower.dispose();
      surface.dispose();
      if (this.open?.panel !== panel) return;
      this.open = undefined;
      this.closed.fire();
    });
    panel.title = panelTitle(state);
    panel.webview.html = webviewHtml(panel.webview, this.extensionUri, 'panel');
    this.open = { panel, surface };
    return follower;
  }
}

/** The panel as a thing that VS Code can bring back. */
export function registerLensPanel(panel: LensPanel): vscode.Disposable {
  return vscode.Disposable.from(panel, vscode.window.registerWebviewPanelSerializer(viewType, panel));
}

function panelTitle({ input, kernel }: SessionState): string {
  const name = (operand: Operand, otherwise: string) => (operand.name ? shownText(operand.name) : otherwise);
  return `${name(input, vscode.l10n.t('Input'))} ⊛ ${name(kernel, vscode.l10n.t('Kernel'))}`;
}
