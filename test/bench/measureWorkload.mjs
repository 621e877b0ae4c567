import fs from 'node:fs';
import path from 'node:path';
import { readNumbers, writeNumbers } from './numberFiles.mjs';
import { startPeer } from './peerProcess.mjs';
import { peers } from './peers.mjs';
import { errorOf, referenceOf } from './reference.mjs';
import { median } from './statistics.mjs';
import { makeData } from './workloads.mjs';

/** Largest error relative to the largest result, for each precision, that still counts as the same convolution. */
const tolerance = { float32: 1e-5, float64: 1e-12 };

/** Milliseconds of fast calls that make one sample. */
const sample = 1;

/**
 * Times the named peers on one workload, each in a fresh process: first each result is held against float64, then it
 * warms up, then every round gives each a slice of time, in random order.
 */
export async function measureWorkload(workload, names, { pace, programs, folder }) {
  // All at once, so that they load while the reference is computed.
  const started = names.map((name) => ({ name, peer: startPeer(peers[name], programs) }));
  const results = {};
  const running = [];
  try {
    const files = writeData(workload, folder);
    for (const { name, peer } of started) {
      try {
        results[name] = await judge(peer, name, workload, files);
        running.push({ name, peer, ...(await warmUp(peer, pace)) });
      } catch (error) {
        results[name] = { failure: error.message };
      }
    }
    await runRounds(running, pace);
  } finally {
    await Promise.all(started.map(({ peer }) => peer.end()));
  }
  for (const { name, samples } of running) Object.assign(results[name], summary(samples));
  return results;
}

function writeData(workload, folder) {
  const data = makeData(workload);
  const files = Object.fromEntries(
    ['input', 'kernel', 'result'].map((name) => [`${name}File`, path.join(folder, `${name}.bin`)]),
  );
  writeNumbers(files.inputFile, data.input);
  writeNumbers(files.kernelFile, data.kernel);
  return { ...files, reference: referenceOf(workload, data) };
}

async function judge(peer, name, workload, { reference, ...files }) {
  const { options, precision, limit } = peers[name];
  fs.rmSync(files.resultFile, { force: true });
  const answer = await peer.ask({ ask: 'prepare', options, precision, workload, ...files });
  if (limit) return { notes: answer.notes };
  const error = errorOf(readNumbers(files.resultFile, answer.precision), reference);
  if (!(error <= tolerance[precision])) throw new Error(`is wrong: relative error ${error.toExponential(1)}`);
  return { error, notes: answer.notes };
}

/** The number of rounds that a peer gets, and its samples by round: one already where a call takes very long. */
async function warmUp(peer, pace) {
  const { samples } = await peer.ask({ ask: 'slice', milliseconds: 0 });
  if (samples[0] > pace.slow) return { rounds: pace.slowRounds, samples: [samples] };
  await peer.ask({ ask: 'warmUp', milliseconds: pace.warmUp, sample });
  return { rounds: pace.rounds, samples: [] };
}

async function runRounds(running, pace) {
  for (let round = 0; round < pace.rounds; round++) {
    for (const { peer, rounds, samples } of shuffled(running)) {
      if (samples.length >= rounds) continue;
      samples.push((await peer.ask({ ask: 'slice', milliseconds: pace.slice })).samples);
    }
  }
}

/** Milliseconds: the median of the rounds' medians; least and most of all samples. */
function summary(rounds) {
  const samples = rounds.flat();
  return { median: median(rounds.map(median)), min: Math.min(...samples), max: Math.max(...samples) };
}

function shuffled(list) {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
