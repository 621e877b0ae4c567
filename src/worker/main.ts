import { serveJobs } from '../engine/worker/serveJobs';
import { threadClock } from '../engine/worker/threadClock';
import { threadPort } from './threadPort';
import { type ThreadRequest, type ThreadResult, threadWork } from './threadWork';

const clock = threadClock();
serveJobs(threadPort<ThreadRequest, ThreadResult>(), threadWork(clock.now), clock);
