import type { ToNetworkView } from '../protocol/network';
import { saveNetwork } from '../session/network/savedNetwork';
import { type NetworkShown, networkSnapshotOf } from './networkSnapshotOf';
import { PaintWait } from './paintWait';

/** Saved networks may hold many numbers, so they wait until a person rests. */
const restMilliseconds = 250;

/**
 * Brings states of a network to a view: one snapshot on its way at a time, with the activations that are new to the
 * view before it; of the states that come meanwhile only the newest follows.
 */
export class NetworkSender {
  private readonly paint = new PaintWait();
  private newest: NetworkShown | undefined;
  private held: ReadonlySet<string> = new Set();
  private isWaiting = false;
  private isSending = false;
  private isOpen = false;
  private rest: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly post: (message: ToNetworkView) => void) {}

  /** The state to be shown from now on. */
  send(shown: NetworkShown): void {
    this.newest = shown;
    this.isWaiting = true;
    clearTimeout(this.rest);
    void this.sendAll();
  }

  /** A view has loaded, and holds nothing. */
  open(): void {
    this.isOpen = true;
    this.held = new Set();
    this.paint.end();
    if (this.newest) this.send(this.newest);
  }

  acknowledge(revision: number): void {
    this.paint.acknowledge(revision);
  }

  dispose(): void {
    this.isOpen = false;
    clearTimeout(this.rest);
    this.paint.end();
  }

  private async sendAll(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    while (this.isWaiting && this.isOpen && this.newest) {
      this.isWaiting = false;
      await this.sendOne(this.newest);
    }
    this.isSending = false;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.save(), restMilliseconds);
  }

  private async sendOne(shown: NetworkShown): Promise<void> {
    const named = shown.activations ?? [];
    for (const { id, sent } of named) if (!this.held.has(id)) this.post({ type: 'activation', id, sent });
    this.held = new Set(named.map(({ id }) => id));
    this.post({ type: 'snapshot', snapshot: networkSnapshotOf(shown) });
    await this.paint.until(shown.revision);
  }

  private save(): void {
    if (this.newest && this.isOpen) this.post({ type: 'saved', network: saveNetwork(this.newest.history.present) });
  }
}
