import { type FromThread, failureOf, type JobPort, type ToThread } from './jobPort';

/** A job in steps of at most a few milliseconds: yields the share done, from 0 to 1, and returns the result. */
export type JobSteps<Result> = Iterator<number, JobOutcome<Result>>;

/** A result, and the buffers in it that change hands. */
export interface JobOutcome<Result> {
  readonly result: Result;
  readonly moved: readonly ArrayBuffer[];
}

/** What a thread can do. */
export interface JobWork<Request, Result> {
  /** Takes over, at once, what the request brings, and gives the job's steps; may throw. */
  readonly begin: (owner: number, request: Request) => JobSteps<Result>;
  /** Forgets what is kept for an owner. */
  readonly release: (owner: number) => void;
}

/** Time, and a pause in which the port's messages come in. */
export interface JobClock {
  /** Milliseconds from any start. */
  readonly now: () => number;
  readonly pause: () => Promise<void>;
}

interface Running<Result> {
  readonly id: number;
  readonly steps: JobSteps<Result>;
  toldAt: number;
}

/** How long one job may run before the next has its turn, and how often it tells how far it is. */
const turnMilliseconds = 4;
const tellMilliseconds = 100;

/**
 * Serves the jobs that come through a port: each owner's newest, turn about, so that a message is heard within a turn
 * and a step. A job that throws has failed and harms no other.
 */
export function serveJobs<Request, Result>(
  port: JobPort<FromThread<Result>, ToThread<Request>>,
  work: JobWork<Request, Result>,
  clock: JobClock,
): void {
  const running = new Map<number, Running<Result>>();
  let isRunning = false;

  const stop = (owner: number) => {
    const job = running.get(owner);
    if (!job) return;
    running.delete(owner);
    job.steps.return?.();
    port.post({ type: 'stopped', id: job.id }, []);
  };

  const begin = (id: number, owner: number, request: Request) => {
    stop(owner);
    try {
      running.set(owner, { id, steps: work.begin(owner, request), toldAt: clock.now() });
    } catch (thrown) {
      port.post({ type: 'failed', id, failure: failureOf(thrown) }, []);
    }
  };

  const receive = (message: ToThread<Request>) => {
    switch (message.type) {
      case 'job':
        begin(message.id, message.owner, message.request);
        break;
      case 'cancel':
        for (const [owner, { id }] of running) if (id === message.id) stop(owner);
        break;
      case 'release':
        stop(message.owner);
        work.release(message.owner);
    }
  };

  const takeTurns = async () => {
    isRunning = true;
    while (running.size > 0) {
      for (const [owner, job] of [...running]) {
        if (running.get(owner) === job && takeTurn(job, port, clock)) running.delete(owner);
        await clock.pause();
      }
    }
    isRunning = false;
  };

  port.listen((message) => {
    receive(message);
    if (!isRunning) void takeTurns();
  });
  port.post({ type: 'ready' }, []);
}

/** Runs a job for one turn; true once it has ended. */
function takeTurn<Request, Result>(
  job: Running<Result>,
  port: JobPort<FromThread<Result>, ToThread<Request>>,
  { now }: JobClock,
): boolean {
  const { id, steps } = job;
  try {
    for (const end = now() + turnMilliseconds; ; ) {
      const step = steps.next();
      if (step.done) {
        port.post({ type: 'done', id, result: step.value.result }, step.value.moved);
        return true;
      }
      if (now() < end) continue;
      tell(job, step.value, port, now());
      return false;
    }
  } catch (thrown) {
    port.post({ type: 'failed', id, failure: failureOf(thrown) }, []);
    return true;
  }
}

function tell<Request, Result>(
  job: Running<Result>,
  share: number,
  port: JobPort<FromThread<Result>, ToThread<Request>>,
  at: number,
): void {
  if (at - job.toldAt < tellMilliseconds) return;
  job.toldAt = at;
  port.post({ type: 'progress', id: job.id, share }, []);
}
