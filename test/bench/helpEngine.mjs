/** The second thread of the engine where it runs on two. */
import { workerData } from 'node:worker_threads';
import { engineBundle } from './engineBundle.mjs';

const { helpLanes } = await import(engineBundle.parts);
helpLanes(workerData);
