const fs = require('node:fs');
const path = require('node:path');
const { packBytes } = require('./packBytes.js');

/** What its files export, the modules export; what they share lies in the folder `parts` below it. */
const folder = path.join(__dirname, 'src/engine/wasm/assembly');

/** With and without relaxed SIMD, on which the sources branch by `ASC_FEATURE_RELAXED_SIMD`. */
const features = { plain: [], relaxed: ['--enable', 'relaxed-simd'] };

/**
 * Level 1: from 2 on the optimiser nests operations into one expression, which undoes the order in which the sources
 * interleave independent sums, and the registers run out.
 *
 * Memory is imported and declared as shared; the loader clears that flag where no thread is to share it. Stub runtime:
 * the sources make no objects, all memory is laid out by the caller.
 */
function options(name, outFile) {
  return [
    ...fs
      .readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => path.join(folder, file)),
    ...['--outFile', outFile],
    ...['--optimizeLevel', '1', '--shrinkLevel', '0', '--converge', '--noAssert'],
    ...['--runtime', 'stub', '--use', 'abort=', '--importMemory', '--sharedMemory', '--maximumMemory', '65536'],
    ...['--enable', 'simd', '--enable', 'threads', ...features[name]],
  ];
}

async function compile(name) {
  const { main } = await import('assemblyscript/asc');
  const outFile = path.join('out', 'wasm', `${name}.wasm`);
  const { error, stderr } = await main(options(name, outFile), {});
  if (error) throw new Error(`${name}.wasm: ${stderr.toString()}`);
  return fs.readFileSync(path.join(__dirname, outFile));
}

/** Compiled once for each state of the sources, however many bundles hold it. */
const compiled = new Map();

function sourceFiles() {
  const names = fs.readdirSync(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.ts')).map((name) => path.join(folder, name));
}

function compiledOnce(name) {
  const state = sourceFiles().map((file) => fs.statSync(file).mtimeMs);
  const key = [name, ...state].join();
  if (!compiled.has(key)) compiled.set(key, compile(name));
  return compiled.get(key);
}

/**
 * @type {import('esbuild').Plugin} `import packed from './modules.wasm'` gives both modules that the sources in
 * `assembly/` compile to: their lengths, two 32-bit numbers, and their bytes as `unpackBytes` reads them. What they have
 * in common, nearly all, is there once.
 */
const wasmModules = {
  name: 'wasm-modules',
  setup(build) {
    build.onResolve({ filter: /^\.\/modules\.wasm$/ }, () => ({ path: 'modules', namespace: 'wasm' }));
    build.onLoad({ filter: /.*/, namespace: 'wasm' }, async () => {
      const modules = [await compiledOnce('plain'), await compiledOnce('relaxed')];
      const lengths = Buffer.from(Uint32Array.from(modules, (bytes) => bytes.length).buffer);
      const contents = Buffer.concat([lengths, packBytes(Buffer.concat(modules))]);
      return { contents, loader: 'binary', watchFiles: sourceFiles() };
    });
  },
};

module.exports = { wasmModules };
