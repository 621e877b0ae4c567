/** `npm run bench -- network`: stacks of layers, their gradients and the learning of a kernel, beside what is asked. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { installWorkbench, workbench } from '../tools/installWorkbench.mjs';
import { projectRoot } from '../tools/projectRoot.mjs';

const { wasmModules } = createRequire(import.meta.url)('../../buildWasm.js');

/** Milliseconds that are asked of each, the first time too, when nothing is compiled. */
const works = [
  { name: 'small', what: 'conv, ReLU, pool, flatten, dense on 28 × 28, by the loops', most: 50 },
  { name: 'large', what: 'two convs of 16 filters and what follows on 224 × 224 × 3, on the vectors', most: 300 },
  { name: 'backward', what: 'the gradients of the small one for one value', most: undefined },
  { name: 'learning', what: '500 steps of learning a 3 × 3 kernel on 28 × 28', most: 2000 },
];
const runs = '21';

/** Measures and prints; the exit code says whether what is asked is reached. */
export async function benchNetwork() {
  const outfile = path.join(projectRoot, 'out', 'bench', 'network.mjs');
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [path.join(projectRoot, 'test', 'bench', 'networkEntry.ts')],
    bundle: true,
    minify: true,
    platform: 'neutral',
    format: 'esm',
    target: 'es2022',
    plugins: [wasmModules],
    outfile,
    logLevel: 'warning',
  });
  const node = await findNode();
  console.log(`Each in a process of its own, ${runs} times.`);
  process.exitCode = works.map((work) => measure(node, outfile, work)).every(Boolean) ? 0 : 1;
}

async function findNode() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return process.execPath;
  await installWorkbench();
  return fs.existsSync(workbench.node) ? workbench.node : process.execPath;
}

function measure(node, file, { name, what, most }) {
  const script = path.join(projectRoot, 'test', 'bench', 'networkRun.mjs');
  const output = execFileSync(node, [script, file, name, runs], { encoding: 'utf8' });
  const { first, median, slowest, longestStep } = JSON.parse(output);
  const isReached = most === undefined || Math.max(first, median) <= most;
  const times = `first ${first.toFixed(1)} ms, then ${median.toFixed(1)} ms, at most ${slowest.toFixed(1)} ms`;
  const step = longestStep > 0 ? `; longest step ${longestStep.toFixed(1)} ms` : '';
  const asked = most === undefined ? '' : `; asked for at most ${most} ms${isReached ? '' : '  NOT REACHED'}`;
  console.log(`${what}: ${times}${step}${asked}`);
  return isReached;
}
