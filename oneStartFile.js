const path = require('node:path').posix;
const { relative } = require('node:path');
const esbuild = require('esbuild');

/** The namespaces of what was built, and of what a part imports of the start file. */
const built = 'built';
const bridge = 'bridge';

/**
 * @type {(start: string) => esbuild.Plugin} Where parts of a page come with their first use, esbuild splits what the
 * page starts with into as many files as there are sets of parts that share some of it. A webview fetches each file in
 * many milliseconds, so this puts them back into the file `start`, from which the parts then import.
 */
const oneStartFile = (start) => ({
  name: 'one-start-file',
  setup(build) {
    const options = { ...build.initialOptions };
    // Names that two files share are still what they were, and minified once they are together.
    Object.assign(build.initialOptions, { write: false, minify: false });
    build.onEnd(async (result) => {
      if (result.errors.length > 0) return;
      const { metafile } = await join(result, start, options);
      result.metafile = { inputs: result.metafile.inputs, outputs: metafile.outputs };
    });
  },
});

function join({ metafile, outputFiles }, start, { absWorkingDir, outdir, minify, charset, legalComments, target }) {
  const texts = new Map(
    outputFiles.map((file) => [relative(absWorkingDir, file.path).replaceAll('\\', '/'), file.text]),
  );
  const first = filesOfStart(metafile, start);
  const shared = [...first].flatMap((file) => metafile.outputs[file].exports.map((name) => ({ file, name })));
  const aliases = new Map(shared.map(({ file, name }, index) => [`${file} ${name}`, `_${index.toString(36)}`]));
  const exported = (file, name) => `${name} as ${aliases.get(`${file} ${name}`)}`;
  const contents = (file) => (file === start ? [texts.get(file), ...shared.map(reExport)].join('\n') : texts.get(file));
  const reExport = ({ file, name }) =>
    `export { ${exported(file, name)} } from ${JSON.stringify(address(start, file))};`;
  const imported = (file) =>
    metafile.outputs[file].exports.map((name) => `${aliases.get(`${file} ${name}`)} as ${name}`).join(', ');
  const plugin = {
    name: 'joined',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path: asked, importer, kind, namespace }) => {
        if (kind === 'entry-point') return { path: path.normalize(asked), namespace: built };
        if (namespace === bridge) return { path: asked, external: true };
        const file = path.join(path.dirname(importer), asked);
        const home = first.has(importer) ? start : importer;
        if (!first.has(file)) return { path: address(home, file), external: true };
        return { path: file, namespace: home === start ? built : bridge, pluginData: address(home, start) };
      });
      build.onLoad({ filter: /.*/, namespace: built }, ({ path: file }) => ({
        contents: contents(file),
        loader: file.endsWith('.css') ? 'css' : 'js',
      }));
      build.onLoad({ filter: /.*/, namespace: bridge }, ({ path: file, pluginData: from }) => ({
        contents: `export { ${imported(file)} } from ${JSON.stringify(from)};`,
      }));
    },
  };
  const rest = [...texts.keys()].filter((file) => !first.has(file));
  const named = [start, ...rest].map((file) => [relative(outdir, file).replace(/\.\w+$/, ''), file]);
  return esbuild.build({
    ...{ absWorkingDir, outdir, minify, charset, legalComments, target },
    entryPoints: named.map(([out, file]) => ({ out, in: file })),
    bundle: true,
    format: 'esm',
    metafile: true,
    logLevel: 'silent',
    plugins: [plugin],
  });
}

/** A file and those that it imports by itself. */
function filesOfStart({ outputs }, file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { kind, path: part } of outputs[file].imports)
    if (kind === 'import-statement') filesOfStart({ outputs }, part, seen);
  return seen;
}

/** How one file names another. */
function address(from, to) {
  const short = path.relative(path.dirname(from), to);
  return short.startsWith('.') ? short : `./${short}`;
}

module.exports = { oneStartFile };
