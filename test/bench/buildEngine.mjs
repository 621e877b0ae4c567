import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../tools/projectRoot.mjs';
import { engineBundle } from './engineBundle.mjs';

const { wasmModules } = createRequire(import.meta.url)('../../buildWasm.js');

/** Builds both, minified, and gives the bytes of the shipped one: scripts alone, packed modules alone, and as one file. */
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
  const whole = { ...options, entryPoints: [path.join(here, 'payloadEntry.ts')], outfile: engineBundle.whole };
  return payloadOf((await build({ ...whole, metafile: true })).metafile);
}

function payloadOf({ inputs, outputs }) {
  const [{ bytes: file, inputs: written }] = Object.values(outputs);
  const packed = 'wasm:modules';
  // In the bundle they are written in base 64.
  return { scripts: file - written[packed].bytesInOutput, modules: inputs[packed].bytes, file };
}
