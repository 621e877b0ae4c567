import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../tools/projectRoot.mjs';
import { engineBundle } from './engineBundle.mjs';

const { wasmModules } = createRequire(import.meta.url)('../../buildWasm.js');

/** Builds both, minified, and gives the bytes of the shipped one: scripts alone, modules alone, and as one file. */
export async function buildEngine() {
  const here = path.join(projectRoot, 'test', 'bench');
  const options = {
    absWorkingDir: projectRoot,
    bundle: true,
    minify: true,
    platform: 'neutral',
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    plugins: [wasmModules],
    logLevel: 'warning',
  };
  await build({ ...options, entryPoints: [path.join(here, 'engineEntry.ts')], outfile: engineBundle.parts });
  await build({ ...options, entryPoints: [path.join(here, 'payloadEntry.ts')], outfile: engineBundle.whole });
  const bytesOf = (name) => fs.statSync(path.join(projectRoot, 'out', 'wasm', `${name}.wasm`)).size;
  const modules = { plain: bytesOf('plain'), relaxed: bytesOf('relaxed') };
  const file = fs.statSync(engineBundle.whole).size;
  // In the bundle a module is written in base 64.
  const written = Object.values(modules).reduce((bytes, size) => bytes + 4 * Math.ceil(size / 3), 0);
  return { scripts: file - written, modules, file };
}
