import { serveJobs } from '../engine/worker/serveJobs';
import { threadClock } from '../engine/worker/threadClock';
import { threadPort } from './threadPort';
import { type ThreadRequest, type ThreadResult, threadWork } from './threadWork';

serveJobs(threadPort<ThreadRequest, ThreadResult>(), threadWork(), threadClock());
