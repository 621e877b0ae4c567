import * as vscode from 'vscode';
import { isPlanProblem } from '../engine/planProblem';
import type { Matrix } from '../engine/tensor';
import { dispatch, type Handlers } from '../protocol/dispatch';
import type { FromView, ToView } from '../protocol/lens';
import type { Act } from '../session/act';
import { featureMapSlices, sessionPlan } from '../session/compute';
import { type History, mapHistory, moveOn, perform, startHistory } from '../session/history';
import type { SessionState } from '../session/state';
import { MatrixShelf } from './matrixShelf';
import { PlaneCache } from './planeCache';
import { readFromView } from './readFromView';
import { runSliced } from './runSliced';
import { snapshotOf } from './snapshotOf';

/** What a surface asks of its surroundings. */
export interface SurfaceActs {
  readonly revealSource: (state: SessionState, side: 'input' | 'kernel') => void;
  /** Called after every change of the session. */
  readonly changed: (state: SessionState) => void;
}

/** One webview with the session that it shows: takes its messages, computes, and answers with snapshots. */
export class Surface implements vscode.Disposable {
  private history: History;
  private readonly shelf = new MatrixShelf();
  private readonly listening: vscode.Disposable;
  private readonly planes = new PlaneCache();
  private output: Matrix | undefined;
  private revision = 0;
  private subject = 0;
  private isReady = false;
  private isDisposed = false;

  constructor(
    private readonly webview: vscode.Webview,
    state: SessionState,
    private readonly acts: SurfaceActs,
  ) {
    this.history = startHistory(state);
    this.listening = webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    void this.compute();
  }

  get state(): SessionState {
    return this.history.present;
  }

  /** Shows another session; the one before can be had back by undo. */
  show(state: SessionState): void {
    this.subject += 1;
    this.moveTo(moveOn(this.history, state));
  }

  /** Takes an act of the person, from the view or from a command. */
  perform(act: Act): void {
    this.moveTo(perform(this.history, act));
  }

  /** Takes over what has changed in the text, in every state that undo can reach. */
  follow(change: (state: SessionState) => SessionState): void {
    this.moveTo(mapHistory(this.history, change));
  }

  dispose(): void {
    this.isDisposed = true;
    this.listening.dispose();
  }

  private receive(message: unknown): void {
    const known = readFromView(message);
    if (known) dispatch<FromView>(known, this.handlers);
  }

  private readonly handlers: Handlers<FromView> = {
    ready: () => {
      this.isReady = true;
      this.shelf.forgetSent();
      void this.post({ type: 'hello', words: vscode.l10n.bundle ?? {} });
      this.send(undefined);
    },
    act: ({ act }) => this.perform(act),
    'reveal-source': ({ side }) => this.acts.revealSource(this.state, side),
  };

  private moveTo(history: History): void {
    if (history === this.history) return;
    this.history = history;
    this.acts.changed(history.present);
    void this.compute();
  }

  /** Computes in slices; a newer revision makes an older computation stop at its next slice. */
  private async compute(): Promise<void> {
    this.revision += 1;
    const mine = this.revision;
    const { input, kernel } = this.state;
    const plan = sessionPlan(this.state);
    if (isPlanProblem(plan)) {
      this.output = undefined;
      this.send(undefined);
      return;
    }
    const slices = featureMapSlices(plan, this.planes.of(input), this.planes.of(kernel));
    const output = await runSliced(
      slices,
      () => mine === this.revision && !this.isDisposed,
      (share) => this.sendRunning(share),
    );
    if (!output) return;
    this.output = output;
    this.send(undefined);
  }

  /** Nothing of an older map may stand beside newer sizes. */
  private sendRunning(share: number): void {
    this.output = undefined;
    this.send(share);
  }

  private send(progress: number | undefined): void {
    if (!this.isReady || this.isDisposed) return;
    const { input, kernel } = this.history.present;
    const { revision, subject } = this;
    const shown = { revision, subject, input: this.planes.of(input), kernel: this.planes.of(kernel) };
    const named = [shown.input, shown.kernel, ...(this.output ? [this.output] : [])];
    const snapshot = snapshotOf(this.history, { ...shown, output: this.output, progress }, this.shelf);
    for (const matrix of this.shelf.newcomers(named)) this.sendMatrix(matrix);
    void this.post({ type: 'snapshot', snapshot });
  }

  private sendMatrix(matrix: Matrix): void {
    const [rows, cols] = matrix.shape;
    // A view on a larger buffer would ship all of it.
    const data = matrix.data.byteLength === matrix.data.buffer.byteLength ? matrix.data : matrix.data.slice();
    void this.post({ type: 'matrix', id: this.shelf.idOf(matrix), rows, cols, data });
  }

  private async post(message: ToView): Promise<void> {
    await this.webview.postMessage(message);
  }
}
