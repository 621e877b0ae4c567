/** `npm run bench`: the engine and its peers on one machine, in one run. CONTRIBUTING.md says how. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installWorkbench, workbench } from '../tools/installWorkbench.mjs';
import { ownFolder } from '../tools/ownFolder.mjs';
import { projectRoot, scratchFolder } from '../tools/projectRoot.mjs';
import { buildEngine } from './buildEngine.mjs';
import { buildLimits } from './buildLimits.mjs';
import { measureFootprint } from './footprint.mjs';
import { judge } from './goals.mjs';
import { installPeers } from './installPeers.mjs';
import { benchLayers } from './layers.mjs';
import { measureWorkload } from './measureWorkload.mjs';
import { benchNetwork } from './network.mjs';
import { readOptions } from './options.mjs';
import { peersOf } from './peers.mjs';
import { benchReader } from './reader.mjs';
import { goalsTable, timesTable } from './report.mjs';
import { benchView } from './view.mjs';
import { workloads } from './workloads.mjs';

/** Times in ms. Peers of which one call takes longer than `slow` are not warmed up and get few rounds. */
const paces = {
  full: { rounds: 7, slice: 25, warmUp: 140, slow: 1500, slowRounds: 3 },
  quick: { rounds: 4, slice: 8, warmUp: 60, slow: 100, slowRounds: 2 },
};

async function main(options) {
  const programs = await findPrograms();
  installPeers();
  const payload = await buildEngine();
  await buildLimits();
  const folder = ownFolder(scratchFolder, 'bench');
  const results = {};
  try {
    for (const name of options.names) {
      const names = peersOf(name, workloads[name], options);
      const pace = paces[options.quick ? 'quick' : 'full'];
      results[name] = await measureWorkload(workloads[name], names, { pace, programs, folder });
      console.log(`\n${timesTable(name, workloads[name], results[name])}`);
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
  const footprint = measureFootprint(programs.node, payload);
  const goals = judge(results, footprint);
  console.log(`\n${goalsTable(goals)}`);
  const file = writeResults(options, { machine: machineOf(programs), results, footprint, goals });
  console.log(`\n${path.relative(projectRoot, file)} has all of it.`);
}

/** The workbench's Node, whose engine knows fused multiply-adds, where there is one; and a Python. */
async function findPrograms() {
  const systemPython = '/usr/bin/python3';
  const python = fs.existsSync(systemPython) ? systemPython : 'python3';
  if (process.platform !== 'linux' || process.arch !== 'x64') return { node: process.execPath, python };
  await installWorkbench();
  return { node: workbench.node, python };
}

function machineOf({ node }) {
  const [{ model }] = os.cpus();
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  return { date: new Date().toISOString(), processor: model, cores: os.cpus().length, node: version };
}

function writeResults({ quick, isWhole }, content) {
  const folder = path.join(projectRoot, 'out', 'bench');
  const name = `${isWhole ? 'bench' : 'part'}${quick ? '-quick' : ''}.json`;
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, name), `${JSON.stringify(content, undefined, 2)}\n`);
  return path.join(folder, name);
}

if (process.argv[2] === 'reader') {
  await benchReader();
  process.exit();
}
if (process.argv[2] === 'network') {
  await benchNetwork();
  process.exit();
}
if (process.argv[2] === 'layers') {
  await benchLayers(process.argv.slice(3));
  process.exit();
}
if (process.argv[2] === 'view') {
  await benchView(process.argv.slice(3));
  process.exit();
}
let options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
await main(options);
