import type { FromThread, JobPort, ToThread } from '../../../../src/engine/worker/jobPort';
import { type JobClock, type JobWork, serveJobs } from '../../../../src/engine/worker/serveJobs';

/** A thread without a thread: a clock that is set by hand, and a list of what was posted. */
export interface FakeThread<Request, Result> {
  readonly send: (message: ToThread<Request>) => void;
  readonly posted: FromThread<Result>[];
  readonly moved: (readonly ArrayBuffer[])[];
  /** Milliseconds that have gone by; steps of a job add to it. */
  now: number;
  /** Milliseconds that go by with every look at the clock. */
  eachLook: number;
  /** Lets one turn end, and the messages of that moment come in. */
  readonly nextTurn: () => Promise<void>;
  /** Lets turns end until nothing more happens. */
  readonly rest: () => Promise<void>;
}

/** Serves jobs on a fake thread. */
export function fakeThread<Request, Result>(
  makeWork: (clock: JobClock) => JobWork<Request, Result>,
): FakeThread<Request, Result> {
  let waiting: (() => void) | undefined;
  let receive: (message: ToThread<Request>) => void = () => undefined;
  const thread: FakeThread<Request, Result> = {
    send: (message) => receive(message),
    posted: [],
    moved: [],
    now: 0,
    eachLook: 0,
    nextTurn: async () => {
      const go = waiting;
      waiting = undefined;
      go?.();
      // What follows the pause runs in the microtasks behind this one.
      await new Promise((resolve) => setImmediate(resolve));
    },
    rest: async () => {
      for (let turns = 0; waiting; turns++) {
        if (turns > 10_000) throw new Error('It never ends.');
        await thread.nextTurn();
      }
    },
  };
  const clock: JobClock = {
    now: () => {
      thread.now += thread.eachLook;
      return thread.now;
    },
    pause: () =>
      new Promise((resolve) => {
        waiting = resolve;
      }),
  };
  const port: JobPort<FromThread<Result>, ToThread<Request>> = {
    post: (message, moved) => {
      thread.posted.push(message);
      thread.moved.push(moved);
    },
    listen: (listener) => {
      receive = listener;
    },
  };
  serveJobs(port, makeWork(clock), clock);
  return thread;
}
