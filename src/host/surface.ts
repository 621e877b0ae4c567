import * as vscode from 'vscode';
import type { Work } from '../engine/convolution/planWithinCeiling';
import { isPlanProblem } from '../engine/planProblem';
import type { Matrix } from '../engine/tensor';
import { expectedTime } from '../engine/worker/expectedTime';
import { dispatch, type Handlers } from '../protocol/dispatch';
import type { CaretMarks, CellWindow, FromView, Role, ToView } from '../protocol/lens';
import type { Act, Side } from '../session/act';
import { sessionPlan } from '../session/compute';
import {
  type History,
  mapHistory,
  moveOn,
  moveOnWriting,
  perform,
  startHistory,
  tellInHistory,
  withoutLastStep,
} from '../session/history';
import type { Operand } from '../session/operand';
import type { ReadAs } from '../session/readingReport';
import type { Notice, SessionState } from '../session/state';
import type { TextEdit } from '../session/textEdit';
import { triedSession } from '../session/trial';
import { Computation, type ConvolveThread } from './computation';
import { copyMatrix } from './copyMatrix';
import { PlaneCache } from './planeCache';
import { readFromView } from './readFromView';
import type { Computed } from './snapshotOf';
import { SnapshotSender } from './snapshotSender';
import { tellJobFailed } from './tell';
import { ViewQuestions } from './viewQuestions';

/** A cell of input or kernel that the person has gone to. */
export type PointedCell = Omit<Extract<FromView, { readonly type: 'point' }>, 'type'>;

/** A picture as the view has decoded it. */
export type DecodedPicture = Omit<Extract<FromView, { readonly type: 'decoded' }>, 'type' | 'id'>;

/** The step that a view shows, and its colours. */
export type ShownPage = Omit<Extract<FromView, { readonly type: 'page' }>, 'type' | 'id'>;

/** What a surface asks of its surroundings. */
export interface SurfaceActs {
  readonly revealSource: (state: SessionState, side: 'input' | 'kernel') => void;
  /** Takes an act of the person: where numbers stand in a text it writes there, else it performs it on the surface. */
  readonly act: (act: Act) => void;
  /** Shows the characters of a cell. */
  readonly point: (cell: PointedCell) => void;
  /** Shows a side in another reading. */
  readonly readAs: (side: Side, as: ReadAs) => void;
  /** Shows the characters that a line of the report on a matrix is about. */
  readonly revealNote: (side: Side, line: number) => void;
  /** Called after every change of the session. */
  readonly changed: (state: SessionState) => void;
  readonly copyAs: (role: Role) => void;
  /** Puts what is on the clipboard into cells. */
  readonly paste: (side: Side, window: CellWindow) => void;
}

/** A computation that ends within this time is shown although a newer one waits, or a drag would show nothing. */
const shownAnyway = 100;

/** Less, in milliseconds, tells more of the clock than of the machine. */
const leastMeasured = 5;

const noCeiling: Work = { multiplyAdds: Number.POSITIVE_INFINITY, outputCells: Number.POSITIVE_INFINITY };

/** One webview with the session that it shows: takes its messages, computes, and answers with snapshots. */
export class Surface implements vscode.Disposable {
  private history: History;
  private readonly listening: vscode.Disposable;
  private readonly planes = new PlaneCache();
  private readonly computation: Computation;
  private readonly sender: SnapshotSender;
  /** What a browser can do and an extension host cannot: decoding pictures and drawing them; and the step that is shown. */
  readonly decodings = new ViewQuestions<DecodedPicture>((message) => void this.post(message));
  readonly drawings = new ViewQuestions<Uint8Array>((message) => void this.post(message));
  readonly pages = new ViewQuestions<ShownPage>((message) => void this.post(message));
  private revision = 0;
  private subject = 0;
  /** How many times `expectedTime` this machine takes; until something was measured, that of a modest one. */
  private pace = 2;
  private isStale = false;
  private isCancelled = false;
  private startedAt: number | undefined;
  private giveUp: ReturnType<typeof setTimeout> | undefined;
  private marks: CaretMarks = {};
  /** The session with a number that is being typed, which is shown until an act or the end takes its place. */
  private trial: SessionState | undefined;
  private presentsWhenReady = false;

  constructor(
    private readonly webview: vscode.Webview,
    state: SessionState,
    thread: ConvolveThread,
    private readonly acts: SurfaceActs,
  ) {
    this.computation = new Computation(thread);
    this.sender = new SnapshotSender((message) => void this.post(message), vscode.l10n.t);
    this.history = startHistory(state);
    this.listening = webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    void this.compute();
  }

  get state(): SessionState {
    return this.history.present;
  }

  /** Every state that undo and redo can reach, with the present one. */
  get states(): readonly SessionState[] {
    const { past, present, future } = this.history;
    return [...past, present, ...future];
  }

  /** What is shown as input, kernel or map; the map only once it is computed. */
  matrixOf(role: Role): Matrix | undefined {
    return this.sender.matrixOf(role);
  }

  /** Shows another session; the one before can be had back by undo. */
  show(state: SessionState): void {
    this.subject += 1;
    this.moveTo(moveOn(this.history, state));
  }

  /** Puts a matrix in the place of one, as one act. */
  replace(side: Side, operand: Operand): void {
    this.moveTo(moveOn(this.history, { ...this.state, [side]: operand }));
  }

  /** Takes an act of the person, from the view or from a command. */
  perform(act: Act): void {
    this.moveTo(perform(this.history, act));
    this.tryOut(undefined);
  }

  /** The state to which redo leads. */
  get next(): SessionState | undefined {
    return this.history.future.at(-1);
  }

  /** Takes the next step, which writes into a text; undo takes it back there. */
  write(edit: TextEdit): void {
    this.moveTo(moveOnWriting(this.history, edit));
  }

  /** Forgets the last step: what it stands for was not done, or can no longer be taken back. */
  forgetStep(): void {
    this.moveTo(withoutLastStep(this.history));
  }

  /** Tells the person something until the next act. */
  tell(notice: Notice): void {
    this.moveTo(tellInHistory(this.history, notice));
  }

  /** Marks the cells whose characters the caret is in. */
  mark(marks: CaretMarks): void {
    this.marks = marks;
    void this.post({ type: 'caret', marks });
  }

  /** Presentation mode on, or off; a page that is not there yet begins with it. */
  present(isThere: boolean): void {
    if (isThere) void this.post({ type: 'present' });
    else this.presentsWhenReady = true;
  }

  /** Takes over what has changed in the text, in every state that undo can reach. */
  follow(change: (state: SessionState) => SessionState): void {
    this.moveTo(mapHistory(this.history, change));
  }

  dispose(): void {
    clearTimeout(this.giveUp);
    this.isStale = false;
    this.sender.dispose();
    for (const questions of [this.decodings, this.drawings, this.pages]) questions.dispose();
    this.computation.dispose();
    this.listening.dispose();
  }

  private receive(message: unknown): void {
    const known = readFromView(message);
    if (known) dispatch<FromView>(known, this.handlers);
  }

  private readonly handlers: Handlers<FromView> = {
    ready: () => {
      this.tryOut(undefined);
      void this.post({ type: 'hello', words: vscode.l10n.bundle ?? {} });
      this.sender.open();
      for (const questions of [this.decodings, this.drawings, this.pages]) questions.open();
      void this.post({ type: 'caret', marks: this.marks });
      if (this.presentsWhenReady) void this.post({ type: 'present' });
      this.presentsWhenReady = false;
    },
    painted: ({ revision }) => this.sender.acknowledge(revision),
    'picture-side': ({ role, side }) => this.sender.resize(role, side),
    region: ({ id, window }) => this.sender.sendRegion(id, window),
    copy: ({ role, window }) => void copyMatrix(this.matrixOf(role), window),
    paste: ({ side, window }) => this.acts.paste(side, window),
    'try-cell': ({ type: _, ...trial }) => this.tryOut(triedSession(this.state, trial)),
    'try-end': () => this.tryOut(undefined),
    'copy-as': ({ role }) => this.acts.copyAs(role),
    decoded: ({ id, ...picture }) => this.decodings.answer(id, picture),
    undecodable: ({ id }) => this.decodings.answer(id, undefined),
    page: ({ id, ...page }) => this.pages.answer(id, page),
    rasterised: ({ id, bytes }) => this.drawings.answer(id, bytes),
    'not-rasterised': ({ id }) => this.drawings.answer(id, undefined),
    act: ({ act }) => this.acts.act(act),
    point: ({ side, row, col, opens }) => this.acts.point({ side, row, col, opens }),
    cancel: () => this.cancel(),
    compute: () => void this.compute(),
    'reveal-source': ({ side }) => this.acts.revealSource(this.state, side),
    'read-as': ({ side, as }) => this.acts.readAs(side, as),
    'reveal-note': ({ side, line }) => this.acts.revealNote(side, line),
  };

  private moveTo(history: History): void {
    if (history === this.history) return;
    this.history = history;
    this.trial = undefined;
    this.acts.changed(history.present);
    void this.compute();
  }

  private tryOut(trial: SessionState | undefined): void {
    if (trial === this.trial) return;
    this.trial = trial;
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
    const shown = this.trial ?? this.state;
    const input = this.planes.of(shown.input);
    const kernel = this.planes.of(shown.kernel);
    const plan = sessionPlan(shown);
    this.isCancelled = false;
    if (isPlanProblem(plan)) {
      publish({ seconds: plan.problem === 'too-large' ? this.expectedSeconds() : undefined });
      return;
    }
    // Nothing of an older map may stand beside newer sizes.
    const tell = (progress: number) => publish({ progress });
    try {
      const side = this.sender.sideOf('output');
      const output = await this.computation.run({ plan, input, kernel, side, tell });
      const { milliseconds = 0 } = output ?? {};
      if (milliseconds > leastMeasured) this.pace = milliseconds / expectedTime(plan, kernel.data);
      if (output) publish({ output });
      // A newer state may have been waiting, and is not computed either.
      else if (this.isCancelled) this.publisher()({ cancelled: true });
    } catch (error) {
      publish({ cancelled: true });
      tellJobFailed(error);
    }
  }

  private cancel(): void {
    if (this.startedAt === undefined) return;
    this.isCancelled = true;
    this.isStale = false;
    this.computation.cancel();
  }

  /** How long the present state would take, whatever its size. */
  private expectedSeconds(): number | undefined {
    const plan = sessionPlan({ ...this.state, ceiling: noCeiling });
    if (isPlanProblem(plan)) return undefined;
    return (expectedTime(plan, this.planes.of(this.state.kernel).data) * this.pace) / 1000;
  }

  /** Shows how far the state of this moment is, as long as it is computed. */
  private publisher(): (computed: Partial<Computed>) => void {
    this.revision += 1;
    const { history, revision, subject } = this;
    const state = this.trial ?? this.state;
    const input = this.planes.of(state.input);
    const kernel = this.planes.of(state.kernel);
    return (computed) => {
      const nothing = { output: undefined, progress: undefined, cancelled: false, seconds: undefined };
      this.sender.send({ history, state, revision, subject, input, kernel, ...nothing, ...computed });
    };
  }

  private async post(message: ToView): Promise<void> {
    await this.webview.postMessage(message);
  }
}
