/** A thread that runs, as its host sees it. */
export interface Thread {
  /** Throws where the message cannot be copied; the buffers of `moved` change hands. */
  post(message: unknown, moved: readonly ArrayBuffer[]): void;
  /** Ends the thread, whatever it is doing. */
  stop(): void;
}

/** What a host hears of its thread. */
export interface ThreadEvents {
  readonly message: (message: unknown) => void;
  /** The thread has ended by itself, or could not begin. */
  readonly ended: (reason: string) => void;
}
