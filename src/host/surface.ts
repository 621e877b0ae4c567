import * as vscode from 'vscode';
import type { Matrix } from '../engine/tensor';
import { dispatch, type Handlers } from '../protocol/dispatch';
import type { KeptView } from '../protocol/keptView';
import type { CaretMarks, CellWindow, FromView, Role, ToView } from '../protocol/lens';
import type { LessonViewAct, ShownLesson, TaughtStep } from '../protocol/lesson';
import type { Act, Side } from '../session/act';
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
import { type ComputedState, NewestMap } from './newestMap';
import { readFromView } from './readFromView';
import type { Computed } from './snapshotOf';
import { SnapshotSender } from './snapshotSender';
import type { Threads } from './threads';
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
  readonly copy: (matrix: Matrix | undefined, window: CellWindow | undefined) => void;
  readonly copyAs: (role: Role) => void;
  /** Takes what the person does with the lesson above the lens. */
  readonly lesson: (act: LessonViewAct) => void;
  /** Puts what is on the clipboard into cells. */
  readonly paste: (side: Side, window: CellWindow) => void;
}

/** One webview with the session that it shows: takes its messages, computes, and answers with snapshots. */
export class Surface implements vscode.Disposable {
  private history: History;
  private readonly listening: vscode.Disposable;
  private readonly map: NewestMap;
  private readonly sender: SnapshotSender;
  /** What a browser can do and an extension host cannot: decoding pictures and drawing them; and the step that is shown. */
  readonly decodings = new ViewQuestions<DecodedPicture>((message) => void this.post(message));
  readonly drawings = new ViewQuestions<Uint8Array>((message) => void this.post(message));
  readonly pages = new ViewQuestions<ShownPage>((message) => void this.post(message));
  private revision = 0;
  private subject = 0;
  private marks: CaretMarks = {};
  private lesson: ShownLesson | undefined;
  /** The session with a number that is being typed, which is shown until an act or the end takes its place. */
  private trial: SessionState | undefined;
  /** What the page begins with once it is there. */
  private beginning: 'present' | 'solve' | undefined;
  /** How a session is to be shown that was just brought in, and the revision that shows it. */
  private arriving: { readonly view: KeptView; readonly revision: number | undefined } | undefined;

  constructor(
    private readonly webview: vscode.Webview,
    state: SessionState,
    { convolving, pictures }: Pick<Threads, 'convolving' | 'pictures'>,
    private readonly acts: SurfaceActs,
    view?: KeptView,
  ) {
    this.arriving = view && { view, revision: undefined };
    this.map = new NewestMap(convolving, {
      newest: () => this.trial ?? this.state,
      begin: (computed) => this.begin(computed),
      side: () => this.sender.sideOf('output'),
      settled: () => this.sender.settled(),
    });
    this.sender = new SnapshotSender((message) => void this.post(message), vscode.l10n.t, pictures);
    this.history = startHistory(state);
    this.listening = webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    void this.map.compute();
  }

  get state(): SessionState {
    return this.history.present;
  }

  /** Every state that undo and redo can reach, with the present one. */
  get states(): readonly SessionState[] {
    const { past, present, future } = this.history;
    return [...past, present, ...future];
  }

  /** The longer side of the picture of a large input. */
  get pictureSide(): number {
    return this.sender.sideOf('input');
  }

  /** What is shown as input, kernel or map; the map only once it is computed. */
  matrixOf(role: Role): Matrix | undefined {
    return this.sender.matrixOf(role);
  }

  /** Whether there are numbers that were changed here and stand nowhere else. */
  get hasWork(): boolean {
    return this.state.input.written !== undefined || this.state.kernel.written !== undefined;
  }

  /** Shows another session, as somebody else had it where that is given; the one before can be had back by undo. */
  show(state: SessionState, view?: KeptView): void {
    this.subject += 1;
    this.arriving = view && { view, revision: undefined };
    this.moveTo(moveOn(this.history, state));
  }

  /** Shows a step of a lesson above the lens, with its scene where that is another one; or no lesson. */
  teach(step: TaughtStep | undefined, scene?: SessionState): void {
    const subject = scene ? this.subject + 1 : (this.lesson?.subject ?? this.subject);
    this.lesson = step && { ...step, subject };
    void this.post({ type: 'lesson', lesson: this.lesson });
    if (scene) this.show(scene);
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
    else this.beginning = 'present';
  }

  /** Opens the solver for paddings; a page that is not there yet begins with it. */
  solve(isThere: boolean): void {
    if (isThere) void this.post({ type: 'solve' });
    else this.beginning = 'solve';
  }

  /** Takes over what has changed in the text, in every state that undo can reach. */
  follow(change: (state: SessionState) => SessionState): void {
    this.moveTo(mapHistory(this.history, change));
  }

  dispose(): void {
    this.map.dispose();
    this.sender.dispose();
    for (const questions of [this.decodings, this.drawings, this.pages]) questions.dispose();
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
      void this.post({ type: 'lesson', lesson: this.lesson });
      this.sender.open();
      for (const questions of [this.decodings, this.drawings, this.pages]) questions.open();
      void this.post({ type: 'caret', marks: this.marks });
      if (this.beginning) void this.post({ type: this.beginning });
      this.beginning = undefined;
    },
    painted: ({ revision }) => {
      this.showArriving(revision);
      this.sender.acknowledge(revision);
    },
    'picture-side': ({ role, side }) => this.sender.resize(role, side),
    region: ({ id, window }) => this.sender.sendRegion(id, window),
    copy: ({ role, window }) => this.acts.copy(this.matrixOf(role), window),
    paste: ({ side, window }) => this.acts.paste(side, window),
    'try-cell': ({ type: _, ...trial }) => this.tryOut(triedSession(this.state, trial)),
    lesson: ({ act }) => this.acts.lesson(act),
    'try-end': () => this.tryOut(undefined),
    'copy-as': ({ role }) => this.acts.copyAs(role),
    decoded: ({ id, ...picture }) => this.decodings.answer(id, picture),
    undecodable: ({ id }) => this.decodings.answer(id, undefined),
    page: ({ id, ...page }) => this.pages.answer(id, page),
    rasterised: ({ id, bytes }) => this.drawings.answer(id, bytes),
    'not-rasterised': ({ id }) => this.drawings.answer(id, undefined),
    act: ({ act }) => this.acts.act(act),
    point: ({ side, row, col, opens }) => this.acts.point({ side, row, col, opens }),
    cancel: () => this.map.cancel(),
    compute: () => void this.map.compute(),
    'reveal-source': ({ side }) => this.acts.revealSource(this.state, side),
    'read-as': ({ side, as }) => this.acts.readAs(side, as),
    'reveal-note': ({ side, line }) => this.acts.revealNote(side, line),
  };

  private moveTo(history: History): void {
    if (history === this.history) return;
    this.history = history;
    this.trial = undefined;
    this.acts.changed(history.present);
    void this.map.compute();
  }

  private tryOut(trial: SessionState | undefined): void {
    if (trial === this.trial) return;
    this.trial = trial;
    void this.map.compute();
  }

  /** Shows how far the newest state is, as long as it is computed. */
  private begin({ state, input, kernel }: ComputedState): (computed: Partial<Computed>) => void {
    this.revision += 1;
    if (this.arriving) this.arriving = { ...this.arriving, revision: this.arriving.revision ?? this.revision };
    const { history, revision, subject } = this;
    return (computed) => {
      const nothing = { output: undefined, progress: undefined, cancelled: false, seconds: undefined };
      this.sender.send({ history, state, revision, subject, input, kernel, ...nothing, ...computed });
    };
  }

  /** The step and the look belong to the sizes that the view has just been shown. */
  private showArriving(painted: number): void {
    if (this.arriving?.revision === undefined || painted < this.arriving.revision) return;
    void this.post({ type: 'view', view: this.arriving.view });
    this.arriving = undefined;
  }

  private async post(message: ToView): Promise<void> {
    await this.webview.postMessage(message);
  }
}
