/** One end of the channel between a thread and who started it. */
export interface JobPort<Out, In> {
  /** Sends a message; the buffers of `moved` change hands instead of being copied. */
  readonly post: (message: Out, moved: readonly ArrayBuffer[]) => void;
  readonly listen: (receive: (message: In) => void) => void;
}

/** To the thread. An owner is whoever asks, by a number: its newer job takes the place of its older one. */
export type ToThread<Request> =
  | { readonly type: 'job'; readonly id: number; readonly owner: number; readonly request: Request }
  | { readonly type: 'cancel'; readonly id: number }
  /** The owner is gone, and what the thread keeps for it may go too. */
  | { readonly type: 'release'; readonly owner: number };

/** From the thread: that it is there, and then about one job each; the last is that it is done, has failed, or was stopped as asked. */
export type FromThread<Result> =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly id: number; readonly share: number }
  | { readonly type: 'done'; readonly id: number; readonly result: Result }
  | { readonly type: 'failed'; readonly id: number; readonly failure: JobFailure }
  | { readonly type: 'stopped'; readonly id: number };

/**
 * Why a job has no result: there is no memory for it, what it ran on has thrown, or its thread has ended. `reason` is
 * what was thrown, in the words of who threw it.
 */
export interface JobFailure {
  readonly kind: 'memory' | 'fault' | 'thread';
  readonly reason: string;
}

/** What was thrown as a failure; allocations that cannot be had throw RangeError. */
export function failureOf(thrown: unknown): JobFailure {
  return { kind: thrown instanceof RangeError ? 'memory' : 'fault', reason: String(thrown) };
}
