import type { JobClock } from '../engine/worker/serveJobs';

/** The clock of a thread in a browser. Its pause ends behind the messages that have come meanwhile, without a timer's delay. */
export function threadClock(): JobClock {
  const { port1, port2 } = new MessageChannel();
  let go: () => void = () => undefined;
  port1.onmessage = () => go();
  return {
    now: () => performance.now(),
    pause: () =>
      new Promise((resolve) => {
        go = resolve;
        port2.postMessage(undefined);
      }),
  };
}
