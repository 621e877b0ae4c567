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

interface Server<Request, Result> {
  readonly port: JobPort<FromThread<Result>, ToThread<Request>>;
  readonly work: JobWork<Request, Result>;
  readonly clock: JobClock;
  /** By owner. */
  readonly running: Map<number, Running<Result>>;
  takesTurns: boolean;
}

/**
 * Serves the jobs that come through a port: each owner's newest, turn about, so that a message is heard within a turn
 * and a step. A job that throws has failed and harms no other.
 */
export function serveJobs<Request, Result>(
  port: JobPort<FromThread<Result>, ToThread<Request>>,
  work: JobWork<Request, Result>,
  clock: JobClock,
): void {
  const server: Server<Request, Result> = { port, work, clock, running: new Map(), takesTurns: false };
  port.listen((message) => {
    receive(server, message);
    if (!server.takesTurns) void takeTurns(server);
  });
  port.post({ type: 'ready' }, []);
}

function receive<Request, Result>(server: Server<Request, Result>, message: ToThread<Request>): void {
  switch (message.type) {
    case 'job':
      begin(server, message.id, message.owner, message.request);
      break;
    case 'cancel':
      for (const [owner, { id }] of server.running) if (id === message.id) stop(server, owner);
      break;
    case 'release':
      stop(server, message.owner);
      server.work.release(message.owner);
  }
}

function begin<Request, Result>(server: Server<Request, Result>, id: number, owner: number, request: Request): void {
  const { port, work, clock, running } = server;
  stop(server, owner);
  try {
    running.set(owner, { id, steps: work.begin(owner, request), toldAt: clock.now() });
  } catch (thrown) {
    port.post({ type: 'failed', id, failure: failureOf(thrown) }, []);
  }
}

function stop<Request, Result>({ port, running }: Server<Request, Result>, owner: number): void {
  const job = running.get(owner);
  if (!job) return;
  running.delete(owner);
  job.steps.return?.();
  port.post({ type: 'stopped', id: job.id }, []);
}

async function takeTurns<Request, Result>(server: Server<Request, Result>): Promise<void> {
  const { running, clock } = server;
  server.takesTurns = true;
  while (running.size > 0) {
    for (const [owner, job] of [...running]) {
      if (running.get(owner) === job && takeTurn(server, job)) running.delete(owner);
      await clock.pause();
    }
  }
  server.takesTurns = false;
}

/** Runs a job for one turn; true once it has ended. */
function takeTurn<Request, Result>({ port, clock }: Server<Request, Result>, job: Running<Result>): boolean {
  const { id, steps } = job;
  try {
    for (const end = clock.now() + turnMilliseconds; ; ) {
      const step = steps.next();
      if (step.done) {
        port.post({ type: 'done', id, result: step.value.result }, step.value.moved);
        return true;
      }
      const now = clock.now();
      if (now < end) continue;
      if (now - job.toldAt >= tellMilliseconds) {
        job.toldAt = now;
        port.post({ type: 'progress', id, share: step.value }, []);
      }
      return false;
    }
  } catch (thrown) {
    port.post({ type: 'failed', id, failure: failureOf(thrown) }, []);
    return true;
  }
}
