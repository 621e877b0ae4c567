import { helpLanes } from '../engine/wasm/sharedLanes';
import { serveJobs } from '../engine/worker/serveJobs';
import { lanesToHelp, startHelper } from './helper';
import { threadClock } from './threadClock';
import { threadPort } from './threadPort';
import { type ThreadRequest, type ThreadResult, threadWork } from './threadWork';

const shared = lanesToHelp();
if (shared) helpLanes(shared);
else serveJobs(threadPort<ThreadRequest, ThreadResult>(), threadWork(startHelper), threadClock());
