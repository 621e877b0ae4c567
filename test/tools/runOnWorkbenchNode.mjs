/**
 * `npm run test:engine`: the engine's tests once more, on the Node that the workbench runs on. It knows relaxed SIMD, so
 * that people get a module which the Node of `npm test` may never touch.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { installWorkbench, workbench } from './installWorkbench.mjs';
import { projectRoot } from './projectRoot.mjs';

const desktop = process.env.CONVOLUTION_LENS_DESKTOP === '1';
if (!desktop) await installWorkbench();
const node = desktop ? process.execPath : workbench.node;
const mocha = path.join(projectRoot, 'node_modules', 'mocha', 'bin', 'mocha.js');
const { status } = spawnSync(
  node,
  [mocha, '--timeout', '60000', '--reporter', 'dot', 'out/test/unit/engine/**/*.test.mjs'],
  {
    cwd: projectRoot,
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
