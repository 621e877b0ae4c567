/** Grades the adapter against a folder of cases: `npm run conformance -- FOLDER`. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from './projectRoot.mjs';

/** The least that may be reached, and the only place that says so. */
const shares = [
  ['conv', 'conv-cases.json', 'conv', '--ops', 'conv2d,pad2d', '--core', '1'],
  ['errors', 'conv-cases.json', 'conv', '--ops', 'conv2d,pad2d', '--core', '1'],
  ['literals', 'literals.jsonl', 'parse', '--core', '0.85'],
];
const growth = ['parse', '1000000', '1000', '1.6'];

const adapter = path.join(projectRoot, 'out', 'conformance', 'adapter.mjs');
const folder = process.argv[2];
if (!folder) {
  console.error('Which folder? npm run conformance -- FOLDER');
  process.exit(2);
}
const tool = (name) => path.resolve(folder, '..', 'tools', name);

const runs = [
  ...shares.map(([kind, cases, name, ...limits]) => [
    tool('grade.mjs'),
    kind,
    path.resolve(folder, cases),
    adapter,
    name,
    ...limits,
  ]),
  [tool('growth.mjs'), adapter, ...growth],
];

let failed = 0;
for (const run of runs) {
  const { status } = spawnSync(process.execPath, run, { stdio: 'inherit' });
  if (status !== 0) failed++;
}
console.log(failed === 0 ? `All ${runs.length} gradings passed.` : `${failed} of ${runs.length} gradings failed.`);
process.exitCode = failed === 0 ? 0 : 1;
