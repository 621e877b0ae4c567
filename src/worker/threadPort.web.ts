import type { FromThread, JobPort, ToThread } from '../engine/worker/jobPort';

/** This thread's end of the channel to its host, in a browser. */
export function threadPort<Request, Result>(): JobPort<FromThread<Result>, ToThread<Request>> {
  return {
    post: (message, moved) => self.postMessage(message, moved),
    listen: (receive) => {
      self.onmessage = ({ data }) => receive(data as ToThread<Request>);
    },
  };
}
