/**
 * `npm run mutation`: puts one fault after another into geometry, convolution, pooling and padding and runs the engine's
 * tests on each. Prints how many were caught, and each survivor with the proof that it changes nothing; ends with 1 when
 * one has no proof. `-- planAxis fill` takes only files with one of these in their name.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';
import { wasmModules } from '../../../buildWasm.js';
import { projectRoot } from '../projectRoot.mjs';
import { equivalents } from './equivalents.mjs';
import { withMutants } from './mutants.mjs';

const engine = path.join(projectRoot, 'src', 'engine');
const tests = path.join(projectRoot, 'test', 'unit', 'engine');
const out = path.join(projectRoot, 'out', 'mutation');
const bundle = path.join(out, 'tests.cjs');
const order = path.join(out, 'durations.json');
const runner = path.join(projectRoot, 'test', 'tools', 'mutation', 'runTests.mjs');
/** A mutant that loops for ever is caught by time: this many times what all tests take, and some seconds to start. */
const patience = { factor: 3, milliseconds: 4000 };

const wanted = process.argv.slice(2);
const isWanted = (file) => wanted.length === 0 || wanted.some((part) => path.basename(file).includes(part));

/** Fast paths are held to the plain loops by tests of their own; presets and pictures are no part of what is computed. */
const leftOut = ['wasm', 'worker', 'kernels', 'picture'];

const filesOf = (folder, ending) =>
  fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending) && !leftOut.includes(name.split(path.sep)[0]))
    .map((name) => path.join(folder, name))
    .sort();

/** The tests with all mutants in them, asleep; and the mutants by file. */
async function bundleTests() {
  const mutants = [];
  const sources = new Map();
  for (const file of filesOf(engine, '.ts').filter(isWanted)) {
    const text = fs.readFileSync(file, 'utf8');
    const mutated = withMutants(text, mutants.length + 1);
    const lines = text.split('\n');
    sources.set(file, mutated.code);
    for (const one of mutated.mutants) {
      mutants.push({ ...one, file: path.basename(file), code: lines[one.line - 1].trim() });
    }
  }
  // The laws take half a minute for each fault that survives; the tests of each file have to catch it without them.
  const files = filesOf(tests, '.test.ts').filter((file) => path.basename(file) !== 'laws.test.ts');
  const entries = files.map((file) => `import ${JSON.stringify(file)};`);
  await esbuild.build({
    stdin: { contents: entries.join('\n'), resolveDir: tests },
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    banner: { js: 'const __mutant = Number(process.env.MUTANT ?? 0);' },
    logLevel: 'error',
    plugins: [
      wasmModules,
      {
        name: 'mutants',
        setup(build) {
          build.onLoad({ filter: /\.ts$/ }, ({ path: file }) =>
            sources.has(file) ? { contents: sources.get(file), loader: 'ts' } : undefined,
          );
        },
      },
    ],
  });
  return mutants;
}

/** How the tests end: `failed`, `passed`, or `slow` where they had to be stopped. */
function runTests(environment, milliseconds) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--max-old-space-size=2000', runner], {
      cwd: projectRoot,
      env: { ...process.env, TESTS: bundle, ...environment },
      stdio: ['ignore', 'ignore', environment.DURATIONS ? 'inherit' : 'ignore'],
    });
    const timer = milliseconds && setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve(signal ? 'slow' : code === 0 ? 'passed' : 'failed');
    });
  });
}

async function runAll(mutants, milliseconds) {
  const survivors = [];
  let slow = 0;
  let next = 0;
  const work = async () => {
    while (next < mutants.length) {
      const mutant = mutants[next++];
      const ended = await runTests({ MUTANT: String(mutant.id), ORDER: order }, milliseconds);
      if (ended === 'slow') slow++;
      if (ended === 'passed') {
        survivors.push(mutant);
        report(mutant);
      }
      if (next % 50 === 0) console.log(`${next} of ${mutants.length} …`);
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  return { survivors, slow };
}

const proofOf = (mutant) =>
  equivalents.find(
    ({ file, code, from, to }) =>
      file === mutant.file && code === mutant.code && from === mutant.from && to === mutant.to,
  )?.proof;

function report(survivor) {
  const { file, line, column, from, to } = survivor;
  console.log(`\n${file}:${line}:${column}  ${from}  →  ${to}\n  ${proofOf(survivor) ?? 'NO PROOF'}`);
}

async function main() {
  fs.mkdirSync(out, { recursive: true });
  const mutants = await bundleTests();
  const started = Date.now();
  if ((await runTests({ DURATIONS: order })) !== 'passed') throw new Error('The tests fail without any fault in them.');
  const all = Date.now() - started;
  console.log(`${mutants.length} faults; all tests take ${Math.round(all / 1000)} s.`);
  const { survivors, slow } = await runAll(mutants, all * patience.factor + patience.milliseconds);
  const unproved = survivors.filter((mutant) => !proofOf(mutant));
  const caught = mutants.length - survivors.length;
  console.log(`\n${caught} of ${mutants.length} faults were caught (${slow} of them by time).`);
  console.log(
    `${survivors.length - unproved.length} change nothing, by the proofs above; ${unproved.length} have no proof.`,
  );
  process.exitCode = unproved.length === 0 ? 0 : 1;
}

await main();
