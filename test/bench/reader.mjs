/** `npm run bench -- reader`: a million numbers read, with their places, beside `JSON.parse` in one run; then any texts. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { installWorkbench, workbench } from '../tools/installWorkbench.mjs';
import { projectRoot } from '../tools/projectRoot.mjs';

/** What is asked: at most so many times as long as `JSON.parse`; nothing is asked of 17 digits. */
const kinds = { integers: 2.5, '6 decimals': 1.8, '17 digits': undefined };
const mostBytes = 40;
const runs = '21';
/** So many texts of 10 kB are read, none of which may take longer than this, in milliseconds. */
const texts = '6000';
const mostMilliseconds = 50;

/** Measures and prints; the exit code says whether what is asked is reached. */
export async function benchReader() {
  const outfile = path.join(projectRoot, 'out', 'bench', 'reader.mjs');
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [path.join(projectRoot, 'test', 'bench', 'readerEntry.ts')],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    outfile,
    logLevel: 'warning',
  });
  const node = await findNode();
  console.log('1000 × 1000 numbers, the place of each included; medians of one run.');
  const results = Object.entries(kinds).map(([kind, most]) => measure(node, outfile, kind, most));
  results.push(measureLongest(node, outfile));
  process.exitCode = results.every(Boolean) ? 0 : 1;
}

async function findNode() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return process.execPath;
  await installWorkbench();
  return fs.existsSync(workbench.node) ? workbench.node : process.execPath;
}

function measure(node, file, kind, most) {
  const script = path.join(projectRoot, 'test', 'bench', 'readerRun.mjs');
  const output = execFileSync(node, ['--expose-gc', script, file, kind, runs], { encoding: 'utf8' });
  const { parse, read, bytes } = JSON.parse(output);
  const ratio = read / parse;
  const isReached = (most === undefined || ratio <= most) && bytes <= mostBytes;
  const asked = most === undefined ? '' : `, asked for at most ${most}`;
  console.log(
    `${kind.padEnd(11)} JSON.parse ${parse.toFixed(1)} ms, read ${read.toFixed(1)} ms: ${ratio.toFixed(2)} times${asked}; ` +
      `${bytes.toFixed(1)} bytes a number${isReached ? '' : '  NOT REACHED'}`,
  );
  return isReached;
}

function measureLongest(node, file) {
  const script = path.join(projectRoot, 'test', 'bench', 'longestReading.mjs');
  const { best, languageId, text } = JSON.parse(execFileSync(node, [script, file, texts], { encoding: 'utf8' }));
  const isReached = best <= mostMilliseconds;
  console.log(
    `${texts} texts of 10 kB: the longest took ${best.toFixed(1)} ms, asked for at most ${mostMilliseconds}: ` +
      `${languageId}, ${JSON.stringify(text)}${isReached ? '' : '  NOT REACHED'}`,
  );
  return isReached;
}
