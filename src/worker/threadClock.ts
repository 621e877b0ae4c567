import type { JobClock } from '../engine/worker/serveJobs';

/**
 * The clock of a thread in Node. Its pause is a turn of the event loop: a port of Node hands over up to a thousand
 * messages without one, so that a pause by messages would keep those of the host waiting.
 */
export function threadClock(): JobClock {
  return {
    now: () => performance.now(),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  };
}
