import * as vscode from 'vscode';
import { dispatch, type Handlers } from '../protocol/dispatch';
import type { LessonViewAct, TaughtStep } from '../protocol/lesson';
import type { FromNetworkView, ToNetworkView } from '../protocol/network';
import type { NetworkAct } from '../session/network/networkAct';
import { networkAsks } from '../session/network/networkAsks';
import { type NetworkHistory, performOnNetwork } from '../session/network/networkHistory';
import type { SentActivation } from '../session/network/networkRequest';
import type { NetworkState } from '../session/network/networkState';
import { startTimeline, stepOn } from '../session/timeline';
import { NetworkComputation, type NetworkThread } from './networkComputation';
import { NetworkSender } from './networkSender';
import type { NetworkShown } from './networkSnapshotOf';
import { readFromNetworkView } from './readFromNetworkView';
import { tellJobFailed } from './tell';

/** A computation that ends within this time is shown although a newer one waits, or a drag would show nothing. */
const shownAnyway = 100;

/** One webview with the network that it shows: takes its messages, computes, and answers with snapshots. */
export class NetworkSurface implements vscode.Disposable {
  private history: NetworkHistory;
  private readonly computation: NetworkComputation;
  private readonly sender = new NetworkSender((message) => void this.post(message));
  private readonly listening: vscode.Disposable;
  private revision = 0;
  /** The revision whose network the thread keeps. */
  private computed: number | undefined;
  private named = 0;
  private isStale = false;
  private isCancelled = false;
  private startedAt: number | undefined;
  private lesson: Extract<ToNetworkView, { readonly type: 'lesson' }> | undefined;
  private giveUp: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly webview: vscode.Webview,
    state: NetworkState,
    thread: NetworkThread,
    private readonly onLessonAct: (act: LessonViewAct) => void,
  ) {
    this.computation = new NetworkComputation(thread);
    this.history = startTimeline(state);
    this.listening = webview.onDidReceiveMessage((message: unknown) => {
      const known = readFromNetworkView(message);
      if (known) dispatch<FromNetworkView>(known, this.handlers);
    });
    void this.compute();
  }

  get state(): NetworkState {
    return this.history.present;
  }

  /** Shows another network; the one before can be had back by undo. */
  show(state: NetworkState): void {
    this.moveTo(stepOn(this.history, state));
  }

  /** Shows a step of a lesson above the scene of that id, or above the one that is shown; or no lesson. */
  teach(lesson: TaughtStep | undefined, scene?: string): void {
    this.lesson = { type: 'lesson', lesson, scene: scene ?? this.lesson?.scene };
    void this.post({ type: 'lesson', lesson, scene });
  }

  perform(act: NetworkAct): void {
    this.moveTo(performOnNetwork(this.history, act));
  }

  dispose(): void {
    clearTimeout(this.giveUp);
    this.isStale = false;
    this.sender.dispose();
    this.computation.dispose();
    this.listening.dispose();
  }

  private readonly handlers: Handlers<FromNetworkView> = {
    ready: () => {
      void this.post({ type: 'hello', words: vscode.l10n.bundle ?? {} });
      if (this.lesson) void this.post(this.lesson);
      this.sender.open();
    },
    painted: ({ revision }) => this.sender.acknowledge(revision),
    act: ({ act }) => this.perform(act),
    ask: (message) => void this.answer(message),
    lesson: ({ act }) => this.onLessonAct(act),
    'use-selection': () => void vscode.commands.executeCommand('convolutionLens.useSelectionAsImage'),
    cancel: () => this.cancel(),
    compute: () => void this.compute(),
  };

  private moveTo(history: NetworkHistory): void {
    if (history === this.history) return;
    this.history = history;
    void this.compute();
  }

  /** Computes the newest state, and again while there are newer ones. One that takes long makes way for a newer one. */
  private async compute(): Promise<void> {
    this.isStale = true;
    if (this.startedAt !== undefined) {
      const rest = Math.max(0, this.startedAt + shownAnyway - performance.now());
      this.giveUp ??= setTimeout(() => this.computation.cancel(), rest);
      return;
    }
    while (this.isStale) {
      this.isStale = false;
      this.startedAt = performance.now();
      await this.computeOnce();
      clearTimeout(this.giveUp);
      this.giveUp = undefined;
    }
    this.startedAt = undefined;
  }

  private async computeOnce(): Promise<void> {
    const publish = this.publisher();
    const { revision } = this;
    this.isCancelled = false;
    if (networkAsks(this.state)) {
      publish({});
      return;
    }
    try {
      // Nothing of older maps may stand beside newer sizes.
      const sent = await this.computation.run(this.state, (progress) => publish({ progress }));
      if (sent) {
        this.computed = revision;
        publish({ activations: sent.map((one) => this.name(one)) });
      } else if (this.isCancelled) this.publisher()({ cancelled: true });
    } catch (error) {
      publish({ cancelled: true });
      tellJobFailed(error);
    }
  }

  private name(sent: SentActivation) {
    this.named += 1;
    return { id: `a${this.named}`, sent };
  }

  private cancel(): void {
    if (this.startedAt === undefined) return;
    this.isCancelled = true;
    this.isStale = false;
    this.computation.cancel();
  }

  private async answer({ id, revision, question }: Extract<FromNetworkView, { type: 'ask' }>): Promise<void> {
    const tell = (share: number) => void this.post({ type: 'answering', id, share });
    try {
      const answer = revision === this.computed ? await this.computation.ask(question, tell) : undefined;
      void this.post({ type: 'answer', id, answer: revision === this.computed ? answer : undefined });
    } catch (error) {
      void this.post({ type: 'answer', id, answer: undefined });
      tellJobFailed(error);
    }
  }

  /** Shows how far the state of this moment is, as long as it is computed. */
  private publisher(): (computed: Partial<Pick<NetworkShown, 'activations' | 'progress' | 'cancelled'>>) => void {
    this.revision += 1;
    const { history, revision } = this;
    const nothing = { activations: undefined, progress: undefined, cancelled: false };
    return (computed) => this.sender.send({ history, revision, ...nothing, ...computed });
  }

  private async post(message: ToNetworkView): Promise<void> {
    await this.webview.postMessage(message);
  }
}
