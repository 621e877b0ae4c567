import { type FromThread, failureOf, type JobFailure, type ToThread } from '../engine/worker/jobPort';
import type { Thread, ThreadEvents } from './thread';

/** A job to be done. */
export interface JobOrder<Request> {
  /** Whoever asks, by a number; a newer job of the same owner takes the place of the older one. */
  readonly owner: number;
  /** Makes the request when it is sent. `life` counts the threads so far: what an earlier one was given is lost. */
  readonly request: (life: number) => Request;
  /** Hears the share done, from 0 to 1, of a job that takes longer than a moment. */
  readonly tell?: (share: number) => void;
}

/** A job that was asked for. */
export interface Job<Result> {
  /** Undefined once it was cancelled or a newer one took its place; rejects with a `JobError`. */
  readonly result: Promise<Result | undefined>;
  readonly cancel: () => void;
}

/** A job has failed. */
export class JobError extends Error {
  constructor(readonly failure: JobFailure) {
    super(failure.reason);
  }
}

interface Pending<Request, Result> extends JobOrder<Request> {
  isSent: boolean;
  readonly resolve: (result: Result | undefined) => void;
  readonly reject: (error: JobError) => void;
}

interface StartedThread {
  readonly started: Promise<Thread>;
  /** Resolves once the thread has said that it listens. */
  readonly listening: Promise<Thread>;
}

/** How many milliseconds a thread may take to stop a job that nobody wants, before it is replaced. */
const patienceMilliseconds = 150;

/** A thread for jobs: started by the first one, and again after it has ended. */
export class JobThread<Request, Result> {
  private current: StartedThread | undefined;
  private life = 0;
  private lastId = 0;
  private readonly pending = new Map<number, Pending<Request, Result>>();
  /** Jobs that the thread was told to stop and has not; the timers of its patience. */
  private readonly stopping = new Map<number, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly start: (events: ThreadEvents) => Promise<Thread>,
    private readonly patience = patienceMilliseconds,
  ) {}

  run(order: JobOrder<Request>): Job<Result> {
    for (const [id, { owner }] of this.pending) if (owner === order.owner) this.giveUp(id);
    const id = ++this.lastId;
    const result = new Promise<Result | undefined>((resolve, reject) => {
      this.pending.set(id, { ...order, isSent: false, resolve, reject });
    });
    this.send(id);
    const cancel = () => {
      if (this.giveUp(id)) this.post({ type: 'cancel', id });
    };
    return { result, cancel };
  }

  /** Starts the thread where it does not run, so that the next job finds it there. */
  prepare(): void {
    this.current ??= this.startThread();
  }

  /** The owner is gone: its job is given up, and what the thread keeps for it. */
  release(owner: number): void {
    for (const [id, one] of this.pending) if (one.owner === owner) this.giveUp(id);
    if (this.current) this.post({ type: 'release', owner });
  }

  dispose(): void {
    this.endThread();
    for (const id of this.pending.keys()) this.take(id)?.resolve(undefined);
  }

  private giveUp(id: number): boolean {
    const job = this.take(id);
    job?.resolve(undefined);
    if (!job?.isSent) return false;
    this.stopping.set(
      id,
      setTimeout(() => this.replaceThread(), this.patience),
    );
    return true;
  }

  /** A job that is not over yet, and from here on is. */
  private take(id: number): Pending<Request, Result> | undefined {
    const job = this.pending.get(id);
    this.pending.delete(id);
    return job;
  }

  private fail(id: number, failure: JobFailure): void {
    this.take(id)?.reject(new JobError(failure));
  }

  private send(id: number): void {
    this.whenStarted((thread) => {
      const job = this.pending.get(id);
      if (!job) return;
      const { owner, request } = job;
      try {
        thread.post({ type: 'job', id, owner, request: request(this.life) } satisfies ToThread<Request>, []);
        job.isSent = true;
      } catch (thrown) {
        this.fail(id, failureOf(thrown));
      }
    });
  }

  private post(message: ToThread<Request>): void {
    this.whenStarted((thread) => thread.post(message, []));
  }

  /** In the order of the calls. */
  private whenStarted(act: (thread: Thread) => void): void {
    this.current ??= this.startThread();
    const { life } = this;
    void this.current.listening.then((thread) => {
      if (life === this.life) act(thread);
    });
  }

  private startThread(): StartedThread {
    this.life += 1;
    const { life } = this;
    const ofThisLife =
      <T>(hear: (heard: T) => void) =>
      (heard: T) => {
        if (life === this.life) hear(heard);
      };
    const ended = ofThisLife((reason: string) => this.lose({ kind: 'thread', reason }));
    let listens: () => void = () => undefined;
    const heard = new Promise<void>((resolve) => {
      listens = resolve;
    });
    const message = ofThisLife((data: unknown) => this.receive(data as FromThread<Result>, listens));
    const started = this.start({ message, ended });
    started.catch((error) => ended(String(error)));
    return { started, listening: heard.then(() => started) };
  }

  private receive(message: FromThread<Result>, listens: () => void): void {
    if (message.type === 'ready') {
      listens();
      return;
    }
    const { id } = message;
    if (message.type === 'progress') {
      this.pending.get(id)?.tell?.(message.share);
      return;
    }
    this.stopped(id);
    if (message.type === 'done') this.take(id)?.resolve(message.result);
    if (message.type === 'failed') this.fail(id, message.failure);
  }

  private stopped(id: number): void {
    clearTimeout(this.stopping.get(id));
    this.stopping.delete(id);
  }

  /** The thread is busy with what nobody wants; the jobs that somebody does want go to a new one. */
  private replaceThread(): void {
    this.endThread();
    for (const [id, job] of this.pending) {
      job.isSent = false;
      this.send(id);
    }
  }

  private lose(failure: JobFailure): void {
    this.endThread();
    for (const id of this.pending.keys()) this.fail(id, failure);
  }

  private endThread(): void {
    void this.current?.started.then(
      (thread) => thread.stop(),
      () => undefined,
    );
    this.current = undefined;
    this.life += 1;
    for (const id of this.stopping.keys()) this.stopped(id);
  }
}
