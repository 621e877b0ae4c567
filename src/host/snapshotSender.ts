import type { Picture } from '../engine/picture/picture';
import type { Matrix } from '../engine/tensor';
import { type CellWindow, mostWholeCells, type Role, type ToView } from '../protocol/lens';
import { savedSlices } from '../session/saved';
import type { SessionState } from '../session/state';
import type { Translate } from '../words/translate';
import { MatrixShelf } from './matrixShelf';
import { PaintWait } from './paintWait';
import { PictureCache } from './pictureCache';
import { regionOf } from './regionOf';
import { runSliced } from './runSliced';
import { type Shown, snapshotOf } from './snapshotOf';

/** The side of pictures before the view has told theirs. */
export const firstSide = 640;

/** Saved sessions may be long, so they wait until a person rests. */
const restMilliseconds = 250;

/**
 * Brings states to a view: one snapshot on its way at a time, with the matrices that are new to the view before it; of
 * the states that come meanwhile only the newest follows.
 */
export class SnapshotSender {
  private readonly shelf = new MatrixShelf();
  private readonly sides: Record<Role, number> = { input: firstSide, kernel: firstSide, output: firstSide };
  private newest: Shown | undefined;
  /** What the view was told last. */
  private told: Shown | undefined;
  private isWaiting = false;
  private isSending = false;
  private sending: Promise<void> = Promise.resolve();
  private isOpen = false;
  private held: ReadonlyMap<string, Matrix> = new Map();
  private readonly paint = new PaintWait();
  private saved: SessionState | undefined;
  private rest: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly post: (message: ToView) => void,
    private readonly t: Translate,
    private readonly pictures = new PictureCache(),
  ) {}

  /** The state to be shown from now on. */
  send(shown: Shown): void {
    const isProgress = shown.history.present === this.newest?.history.present;
    this.newest = shown;
    this.isWaiting = true;
    if (!isProgress) this.saveAtRest();
    if (!this.isSending) this.sending = this.sendAll();
  }

  /** Resolves once the view has painted what it is to show, or there is no view. */
  settled(): Promise<void> {
    return this.sending;
  }

  /** A view has loaded, and holds nothing. */
  open(): void {
    this.isOpen = true;
    this.shelf.forgetSent();
    this.told = undefined;
    this.saved = undefined;
    this.paint.end();
    if (!this.newest) return;
    this.send(this.newest);
    this.saveAtRest();
  }

  /** The view has painted the snapshot with that revision. */
  acknowledge(revision: number): void {
    this.paint.acknowledge(revision);
  }

  /** The view shows a picture with that longer side; a finer one is sent where it is needed. */
  resize(role: Role, side: number): void {
    this.sides[role] = side;
    if (this.newest) this.send(this.newest);
  }

  /** The longer side of the picture that the view shows. */
  sideOf(role: Role): number {
    return this.sides[role];
  }

  /** Answers with the numbers of a region of what the view holds. */
  sendRegion(id: string, asked: CellWindow): void {
    const matrix = this.held.get(id);
    const region = matrix && regionOf(matrix, asked);
    if (region) this.post({ type: 'region', id, ...region });
  }

  /** What is shown as input, kernel or map. */
  matrixOf(role: Role): Matrix | undefined {
    return role === 'output' ? this.newest?.output?.matrix : this.newest?.[role];
  }

  dispose(): void {
    this.isOpen = false;
    clearTimeout(this.rest);
    this.paint.end();
  }

  private async sendAll(): Promise<void> {
    this.isSending = true;
    while (this.isWaiting && this.isOpen && this.newest) {
      this.isWaiting = false;
      await this.sendOne(this.newest);
    }
    this.isSending = false;
  }

  private async sendOne(shown: Shown): Promise<void> {
    const roles = (
      [
        ['input', shown.input],
        ['kernel', shown.kernel],
        ['output', shown.output?.matrix],
      ] as const
    ).flatMap(([role, matrix]) => (matrix ? [{ role, matrix, id: this.shelf.idOf(matrix) }] : []));
    if (shown.output?.picture) this.pictures.put(shown.output.matrix, shown.output.picture);
    const named = new Map<string, Matrix | Picture>();
    for (const { role, matrix, id } of roles) named.set(id, await this.crossing(role, matrix));
    if (!this.isOpen) return;
    const newcomers = this.shelf.newcomers(named);
    if (shown === this.told && newcomers.length === 0) return;
    this.told = shown;
    for (const [id, thing] of newcomers) this.post(messageOf(id, thing));
    this.held = new Map(roles.map(({ id, matrix }) => [id, matrix]));
    this.post({ type: 'snapshot', snapshot: snapshotOf(shown, this.shelf, this.t) });
    await this.paint.until(shown.revision);
  }

  private async crossing(role: Role, matrix: Matrix): Promise<Matrix | Picture> {
    return matrix.data.length <= mostWholeCells ? matrix : this.pictures.of(matrix, this.sides[role]);
  }

  /** A computation that goes on is no act of the person: what it computes is saved meanwhile. */
  private saveAtRest(): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => void this.save(), restMilliseconds);
  }

  private async save(): Promise<void> {
    const state = this.newest?.history.present;
    if (!state || state === this.saved || !this.isOpen) return;
    const isWanted = () => this.isOpen && this.newest?.history.present === state;
    const session = await runSliced(savedSlices(state), isWanted, () => undefined);
    if (!session || !isWanted()) return;
    this.saved = state;
    this.post({ type: 'saved', session });
  }
}

function messageOf(id: string, thing: Matrix | Picture): ToView {
  if ('levels' in thing) return { type: 'picture', id, picture: thing };
  const [rows, cols] = thing.shape;
  // A view on a larger buffer would ship all of it.
  const data = thing.data.byteLength === thing.data.buffer.byteLength ? thing.data : thing.data.slice();
  return { type: 'matrix', id, rows, cols, data };
}
