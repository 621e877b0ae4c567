/** The process of one peer on Node, whose module is named last: requests come as lines of JSON on standard input, each answered by one line. */
import { createInterface } from 'node:readline';
import { inPrecision, precisionOf, readNumbers, writeNumbers } from './numberFiles.mjs';

const loading = import(`./peers/${process.argv[2]}.mjs`);
// Told when it is asked for, as everything that goes wrong.
loading.catch(() => {});

let peer;
let callsPerSample = 1;
/** The newest output stands here, so that no compiler finds it unused. */
let newest;

const requests = {
  /** Prepares a workload and writes what it gives, so that it can be judged. */
  async prepare({ options, precision, workload, inputFile, kernelFile, resultFile }) {
    const { prepare } = await loading;
    const read = (file) => inPrecision(readNumbers(file, 'float32'), precision);
    const data = { input: read(inputFile), kernel: read(kernelFile) };
    peer = await prepare(workload, data, options);
    const start = performance.now();
    const output = await peer.run();
    const milliseconds = performance.now() - start;
    const flat = peer.toFlat?.(output) ?? output;
    if (flat) writeNumbers(resultFile, flat);
    return { precision: flat && precisionOf(flat), milliseconds, notes: peer.notes };
  },

  /** Also finds how many calls make a sample. */
  async warmUp({ milliseconds, sample }) {
    let calls = 0;
    const start = performance.now();
    let passed = 0;
    while (passed < milliseconds || calls < 2) {
      await time(1);
      calls++;
      passed = performance.now() - start;
    }
    // The first calls ran uncompiled, and are no measure of how many fit into a sample.
    const perCall = await time(Math.max(1, Math.floor(calls / 8)));
    callsPerSample = Math.max(1, Math.round(sample / perCall));
    return {};
  },

  async slice({ milliseconds }) {
    const samples = [];
    const start = performance.now();
    do samples.push(await time(callsPerSample));
    while (performance.now() - start < milliseconds);
    return { samples };
  },
};

/** Milliseconds of one call, on average over some. */
async function time(calls) {
  const start = performance.now();
  if (peer.isAsync) for (let i = 0; i < calls; i++) newest = await peer.run();
  else for (let i = 0; i < calls; i++) newest = peer.run();
  return (performance.now() - start) / calls;
}

for await (const line of createInterface({ input: process.stdin })) {
  const { ask, ...request } = JSON.parse(line);
  const answer = await requests[ask](request).catch((error) => ({ failure: String(error?.message ?? error) }));
  console.log(`answer ${JSON.stringify(answer)}`);
}
process.exit(newest === requests ? 1 : 0);
