/** Grades the adapter against a folder of cases: `npm run conformance -- FOLDER`. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from './projectRoot.mjs';

const adapter = path.join(projectRoot, 'out', 'conformance', 'adapter.mjs');
const folder = process.argv[2];
if (!folder) {
  console.error('Which folder? npm run conformance -- FOLDER');
  process.exit(2);
}
const tool = (name) => path.resolve(folder, '..', 'tools', name);
const grading = (kind, file, name, ...limits) => [
  tool('grade.mjs'),
  kind,
  path.resolve(folder, file),
  adapter,
  name,
  ...limits,
];

/** What is asked of a file of cases, and the only place that says how much must be reached. */
function gradingsOf(file) {
  if (file === 'literals.jsonl') {
    return [
      grading('literals', file, 'parse', '--core', '0.85'),
      [tool('growth.mjs'), adapter, 'parse', '1000000', '1000', '1.6'],
    ];
  }
  if (file === 'conv-calls.jsonl') return [grading('calls', file, 'hover', '--core', '0.95')];
  if (!file.endsWith('.json')) return [];
  const { error_inputs: refused = [] } = JSON.parse(fs.readFileSync(path.resolve(folder, file), 'utf8'));
  // Refusals that nobody has put into a category cannot be graded.
  const errors = refused.some(({ category }) => category) ? [grading('errors', file, 'conv', '--core', '1')] : [];
  return [grading('conv', file, 'conv', '--core', '1'), ...errors];
}

const runs = fs.readdirSync(folder).sort().flatMap(gradingsOf);
const failed = runs.filter((run) => spawnSync(process.execPath, run, { stdio: 'inherit' }).status !== 0).length;
if (runs.length === 0) console.error(`There is nothing to grade in ${folder}.`);
else console.log(failed === 0 ? `All ${runs.length} gradings passed.` : `${failed} of ${runs.length} gradings failed.`);
process.exitCode = failed === 0 && runs.length > 0 ? 0 : 1;
