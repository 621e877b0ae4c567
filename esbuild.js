const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const esbuild = require('esbuild');
const { wasmModules } = require('./buildWasm.js');
const { oneStartFile } = require('./oneStartFile.js');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

const inProject = (file) => path.join(__dirname, file);

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: __dirname,
  bundle: true,
  metafile: true,
  logLevel: 'silent',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcesContent: false,
  target: 'es2022',
};

const shipped = {
  ...common,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  charset: 'utf8',
};

const inNodeHost = { platform: 'node' };
/** Where the hosts differ, the file for the web host has the same name with `.web` in it. */
const inWebHost = { platform: 'browser', resolveExtensions: ['.web.ts', '.ts'] };

/** What is shipped; and a bundle that is only checked, of all folders that know neither VS Code, DOM nor Node. */
function productBundles() {
  const extension = { ...shipped, entryPoints: ['src/extension.ts'], format: 'cjs', external: ['vscode'] };
  const worker = { ...shipped, entryPoints: ['src/worker/main.ts'], format: 'iife' };
  return {
    host: { ...extension, ...inNodeHost, outfile: 'dist/extension.js' },
    web: { ...extension, ...inWebHost, outfile: 'dist/web/extension.js' },
    worker: { ...worker, ...inNodeHost, format: 'cjs', outfile: 'dist/worker.js' },
    webWorker: { ...worker, ...inWebHost, outfile: 'dist/web/worker.js' },
    views: viewBundle('lens', { panel: 'src/view/panel/panel.css', playground: 'src/view/playground/playground.css' }),
    network: viewBundle('network', {}),
    summary: viewBundle('summary', {}),
    pure: {
      ...common,
      entryPoints: ['engine', 'literals', 'layers', 'session', 'words', 'export', 'protocol'].flatMap((folder) =>
        filesUnder(`src/${folder}`, /\.ts$/).filter((file) => !/\.d\.ts$|[\\/]assembly[\\/]/.test(file)),
      ),
      outdir: 'out/pure',
      write: false,
      platform: 'neutral',
    },
  };
}

/**
 * The script of a page, with its parts that come later, and style sheets. No `vscode` among the externals: where a view
 * or a pure folder imports it, nothing is built. Pages share nothing, so that each starts with one file.
 */
function viewBundle(page, styles) {
  return {
    ...shipped,
    entryPoints: { [page]: `src/view/${page}/main.tsx`, ...styles },
    outdir: 'dist/view',
    chunkNames: 'parts/[name]-[hash]',
    platform: 'browser',
    format: 'esm',
    splitting: true,
    plugins: production ? [oneStartFile(`dist/view/${page}.js`)] : [],
  };
}

function testBundles() {
  const manifest = JSON.parse(fs.readFileSync(inProject('package.json'), 'utf8'));
  const inNode = {
    ...common,
    sourcemap: 'inline',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    // Node takes the encoder of GIFs for a CommonJS module without names; in a bundle it has them.
    external: Object.keys(manifest.devDependencies)
      .filter((name) => name !== 'gifenc')
      .flatMap((name) => [name, `${name}/*`]),
    loader: { '.css': 'empty' },
    plugins: [toolsStayInPlace],
  };
  const folder = (name) => ({
    ...inNode,
    entryPoints: filesUnder(`test/${name}`, /\.test\.tsx?$/),
    outdir: `out/test/${name}`,
    outbase: `test/${name}`,
  });
  return {
    unit: folder('unit'),
    ui: folder('ui'),
    workbench: {
      ...common,
      sourcemap: 'inline',
      stdin: { contents: workbenchSuite(), resolveDir: inProject('test/workbench'), sourcefile: 'suite.ts' },
      outfile: 'out/test/workbench/index.js',
      // One file for both hosts, hence nothing in it that only Node has.
      platform: 'browser',
      format: 'cjs',
      // Node's module is asked for only where it is there.
      external: ['vscode', 'node:worker_threads'],
      // Mocha's browser build would otherwise take the place of what this bundle exports.
      define: { exports: 'undefined', define: 'undefined' },
    },
    conformance: {
      ...common,
      entryPoints: ['test/tools/conformance/adapter.ts'],
      outfile: 'out/conformance/adapter.mjs',
      platform: 'neutral',
      format: 'esm',
    },
  };
}

/** The runner, and after it every test file: a worker cannot look into a folder. */
function workbenchSuite() {
  const files = filesUnder('test/workbench', /\.test\.ts$/).map((file) => path.basename(file, '.ts'));
  return [`export { run } from './index';`, ...files.map((file) => `import './${file}';`)].join('\n');
}

/** @type {esbuild.Plugin} The tools find the project by their own place, so tests import them from there. */
const toolsStayInPlace = {
  name: 'tools-stay-in-place',
  setup(build) {
    build.onResolve({ filter: /^\..*\.mjs$/ }, ({ path: file, resolveDir }) => ({
      path: pathToFileURL(path.resolve(resolveDir, file)).href,
      external: true,
    }));
  },
};

function filesUnder(folder, pattern) {
  if (!fs.existsSync(inProject(folder))) return [];
  const names = fs.readdirSync(inProject(folder), { recursive: true });
  return names.filter((name) => pattern.test(name)).map((name) => path.join(folder, name));
}

function existing(bundles) {
  return Object.entries(bundles).filter(([name, { entryPoints }]) => {
    const ready = !entryPoints || Object.values(entryPoints).some((file) => fs.existsSync(inProject(file)));
    if (!ready) console.log(`${name}: nothing to build yet`);
    return ready;
  });
}

/** One line a message, which .vscode/tasks.json reads; a message without a place is one too. */
function printMessages(messages, severity) {
  for (const { text, location } of messages) {
    const place = location ? `${location.file}:${location.line}:${location.column + 1}: ` : '';
    console.error(`${place}${severity}: ${text}`);
  }
}

function writeMetafile(name, metafile) {
  fs.mkdirSync(inProject('out/meta'), { recursive: true });
  fs.writeFileSync(inProject(`out/meta/${name}.json`), JSON.stringify(metafile));
}

/** @type {(name: string, batch: { running: number }) => esbuild.Plugin} Says when all bundles begin and end together. */
const reporter = (name, batch) => ({
  name: 'reporter',
  setup(build) {
    build.onStart(() => {
      if (batch.running++ === 0 && watch) console.log('[watch] build started');
    });
    build.onEnd(({ errors, warnings, metafile }) => {
      printMessages(errors, 'error');
      printMessages(warnings, 'warning');
      if (metafile) writeMetafile(name, metafile);
      if (--batch.running === 0 && watch) console.log('[watch] build finished');
    });
  },
});

/** What an earlier build left and this one did not write would be packed, or run as a test, for ever. */
function removeStale(folder, results) {
  if (!fs.existsSync(inProject(folder))) return;
  const written = new Set(
    results.flatMap(({ metafile }) => Object.keys(metafile.outputs).map((file) => inProject(file))),
  );
  for (const name of fs.readdirSync(inProject(folder), { recursive: true })) {
    const file = path.join(inProject(folder), name);
    if (fs.statSync(file).isFile() && !written.has(file)) fs.rmSync(file);
  }
}

async function main() {
  const batch = { running: 0 };
  const bundles = existing(tests ? testBundles() : productBundles()).map(([name, options]) => ({
    ...options,
    plugins: [wasmModules, ...(options.plugins ?? []), reporter(name, batch)],
  }));
  if (watch) {
    const contexts = await Promise.all(bundles.map((options) => esbuild.context(options)));
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  const results = await Promise.allSettled(bundles.map((options) => esbuild.build(options)));
  if (results.some(({ status }) => status === 'rejected')) process.exit(1);
  const built = results.map(({ value }) => value);
  removeStale(tests ? 'out/test' : 'dist', built);
}

main().catch((error) => {
  console.error(`error: ${error.message}`);
  process.exit(1);
});
