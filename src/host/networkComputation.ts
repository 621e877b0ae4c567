import { effectiveLayers } from '../session/network/effectiveLayers';
import { operandTensor } from '../session/network/imageOf';
import type { NetworkAnswer, NetworkQuestion, QuestionKind } from '../session/network/networkQuestion';
import type { NetworkRequest, NetworkResult, SentActivation } from '../session/network/networkRequest';
import type { NetworkState } from '../session/network/networkState';
import type { Job, JobThread } from './jobThread';
import { newOwner } from './newOwner';

/** The thread that computes networks. */
export type NetworkThread = JobThread<NetworkRequest, NetworkResult>;

/** The network of one surface on the thread: the newest state alone, and of each kind the newest question. */
export class NetworkComputation {
  private readonly owner = newOwner();
  private readonly askers = new Map<QuestionKind, number>();
  private running: Job<NetworkResult> | undefined;

  constructor(private readonly thread: NetworkThread) {}

  /** The activations, the image's first; undefined once it was cancelled or a newer state is computed. Rejects with a `JobError`. */
  async run(state: NetworkState, tell: (share: number) => void): Promise<readonly SentActivation[] | undefined> {
    const request = () =>
      ({
        kind: 'network',
        image: state.image.kind === 'operand' ? operandTensor(state.image) : state.image,
        layers: effectiveLayers(state),
      }) as const;
    this.running = this.thread.run({ owner: this.owner, request, tell });
    const result = await this.running.result;
    return result?.kind === 'network' ? result.activations : undefined;
  }

  /** The answer to a question about what was computed last; undefined where there is none. Rejects with a `JobError`. */
  async ask(question: NetworkQuestion, tell: (share: number) => void): Promise<NetworkAnswer | undefined> {
    const request = () => ({ kind: 'network-question', of: this.owner, question }) as const;
    const result = await this.thread.run({ owner: this.askerOf(question.kind), request, tell }).result;
    return result?.kind === 'network-question' ? result.answer : undefined;
  }

  /** Gives up what is being computed. */
  cancel(): void {
    this.running?.cancel();
    this.running = undefined;
  }

  dispose(): void {
    for (const owner of [this.owner, ...this.askers.values()]) this.thread.release(owner);
  }

  private askerOf(kind: QuestionKind): number {
    const asker = this.askers.get(kind) ?? newOwner();
    this.askers.set(kind, asker);
    return asker;
  }
}
