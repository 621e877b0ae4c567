import { parentPort } from 'node:worker_threads';
import type { FromThread, JobPort, ToThread } from '../engine/worker/jobPort';

/** This thread's end of the channel to its host, in Node. */
export function threadPort<Request, Result>(): JobPort<FromThread<Result>, ToThread<Request>> {
  return {
    post: (message, moved) => parentPort.postMessage(message, moved),
    listen: (receive) => parentPort.on('message', (message) => receive(message as ToThread<Request>)),
  };
}
