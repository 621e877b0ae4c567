// Compares what is read of public model files with what their frameworks compute of them:
//   node test/tools/publicModels.mjs <folder>
// The folder holds the files as <owner>/<name>/<path>; none of their code is in this project. test/fixtures/publicModels.json
// lists repository, commit and path of each, the model that was made, its output and parameters, and what computed those.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { projectRoot } from './projectRoot.mjs';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node test/tools/publicModels.mjs <folder with owner/name/path>');
  process.exit(2);
}

/** The reader, bundled for this run alone. */
async function reader() {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'public-models-'));
  const outfile = path.join(place, 'reader.mjs');
  const contents = [
    `export { modelReports } from './src/layers/flow/modelReports';`,
    `export { layerReports } from './src/layers/flow/layerReports';`,
    `export { layerFaults } from './src/layers/check/layerFaults';`,
    `export { pythonCalls } from './src/layers/syntax/pythonCalls';`,
  ].join('\n');
  const stdin = { contents, resolveDir: projectRoot, loader: 'ts' };
  await esbuild.build({
    stdin,
    bundle: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'esm',
    outfile,
  });
  return { ...(await import(pathToFileURL(outfile).href)), remove: () => fs.rmSync(place, { recursive: true }) };
}

/** The file with the model made at its end, and a tensor put into it. */
function textOf({ repository, path: file, setup, model, input }) {
  const whole = path.join(folder, ...repository.split('/'), ...file.split('/'));
  if (!fs.existsSync(whole)) return undefined;
  const made = [fs.readFileSync(whole, 'utf8'), ...(setup ? [setup] : []), `_model = ${model}`];
  return [...made, ...(input ? [`_model(torch.zeros(${input.join(', ')}))`] : []), ''].join('\n');
}

const shown = (sizes) =>
  sizes
    ? sizes
        .slice(1)
        .map((size) => size ?? '?')
        .join('x')
    : '?';
const { modelReports, layerReports, layerFaults, pythonCalls, remove } = await reader();
const list = JSON.parse(fs.readFileSync(path.join(projectRoot, 'test/fixtures/publicModels.json'), 'utf8'));
const counts = { right: 0, open: 0, wrong: 0, missing: 0, falseAlarms: 0 };
const rightFiles = new Set();

console.log('| file | model | output | parameters | computed by | false alarms | |\n|:--|:--|:--|--:|:--|--:|:--|');
for (const one of list) {
  const text = textOf(one);
  if (text === undefined) {
    counts.missing++;
    continue;
  }
  const report = modelReports(text, 'python').find(({ variable }) => variable === '_model');
  const alarms = layerFaults(pythonCalls(text), layerReports(text, 'python')).length;
  const output = shown(report?.output);
  const isOpen = output.includes('?') || report?.parameters === undefined;
  const isRight = output === shown(one.output) && report?.parameters === one.parameters;
  const isWrong =
    (!output.includes('?') && output !== shown(one.output)) ||
    (report?.parameters !== undefined && report.parameters !== one.parameters);
  const verdict = isWrong ? 'wrong' : isRight ? 'right' : isOpen ? 'open' : 'wrong';
  counts[verdict]++;
  counts.falseAlarms += alarms;
  if (isRight) rightFiles.add(`${one.repository}/${one.path}`);
  const where = `${one.repository}/${one.path}`;
  console.log(
    `| ${where} | ${one.model} | ${output} | ${report?.parameters ?? '?'} | ${one.by} | ${alarms} | ${verdict} |`,
  );
}
remove();
console.log(
  `\n${rightFiles.size} files and ${counts.right} models right, ${counts.open} left open, ${counts.wrong} wrong, ${counts.falseAlarms} false alarms, ${counts.missing} not there.`,
);
process.exit(counts.wrong + counts.falseAlarms > 0 ? 1 : 0);
