const path = require('node:path').posix;
const { relative } = require('node:path');
const esbuild = require('esbuild');

/** An import as esbuild writes it where nothing is minified: the names, and the file. */
const importStatement = /^import (?:\{([^}]*)\} from )?"([^"]+)";\n/gm;

/**
 * @type {(start: string) => esbuild.Plugin} Where parts of a page come with their first use, esbuild splits what the
 * page starts with into as many files as there are sets of parts that share some of it. A webview fetches each file in
 * many milliseconds, so this puts them back into the file `start`, from which the parts then import.
 */
const oneStartFile = (start) => ({
  name: 'one-start-file',
  setup(build) {
    const options = { ...build.initialOptions };
    // Minified once the files are together; until then names are told from each other by what they are.
    Object.assign(build.initialOptions, { write: false, minify: false });
    build.onEnd(async (result) => {
      if (result.errors.length > 0) return;
      const files = new Map(result.outputFiles.map(({ path: file, text }) => [named(options, file), text]));
      const first = filesOfStart(result.metafile, start);
      const { metafile } = await write(joined(files, first, start), first, start, options);
      result.metafile = { inputs: result.metafile.inputs, outputs: metafile.outputs };
    });
  },
});

function named({ absWorkingDir }, file) {
  return relative(absWorkingDir, file).replaceAll('\\', '/');
}

/** A file and those that it imports by itself. */
function filesOfStart({ outputs }, file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { kind, path: part } of outputs[file].imports)
    if (kind === 'import-statement') filesOfStart({ outputs }, part, seen);
  return seen;
}

/** The files, of which parts import from the start's file alone, and that exports just what they take. */
function joined(files, first, start) {
  const taken = new Map();
  const take = (file, name) => {
    const key = `${file} ${name}`;
    if (!taken.has(key)) taken.set(key, { file, name, short: `_${taken.size.toString(36)}` });
    return taken.get(key).short;
  };
  const texts = new Map();
  for (const [file, text] of files) {
    if (first.has(file)) continue;
    const names = [];
    const rest = text.replace(importStatement, (statement, list = '', from) => {
      const home = path.join(path.dirname(file), from);
      if (!first.has(home)) return statement;
      for (const [name, own = name] of list.split(',').map((one) => one.trim().split(' as ')))
        if (name !== '') names.push(`${take(home, name)} as ${own}`);
      return '';
    });
    texts.set(file, names.length === 0 ? rest : `import { ${names} } from "${address(file, start)}";\n${rest}`);
  }
  const exports = [...taken.values()].map(
    ({ file, name, short }) => `export { ${name} as ${short} } from "${address(start, file)}";`,
  );
  for (const file of first) texts.set(file, files.get(file));
  return texts.set(start, [files.get(start), ...exports].join('\n'));
}

function write(texts, first, start, { absWorkingDir, outdir, minify, charset, legalComments, target }) {
  const written = [...texts.keys()].filter((file) => file === start || !first.has(file));
  return esbuild.build({
    ...{ absWorkingDir, outdir, minify, charset, legalComments, target },
    entryPoints: written.map((file) => ({ in: file, out: relative(outdir, file).replace(/\.\w+$/, '') })),
    bundle: true,
    format: 'esm',
    metafile: true,
    logLevel: 'silent',
    plugins: [{ name: 'joined', setup: (build) => readJoined(build, texts, first, start) }],
  });
}

/** Files of the start are taken into it, all others stay files of their own. */
function readJoined(build, texts, first, start) {
  const namespace = 'built';
  build.onResolve({ filter: /.*/ }, ({ path: asked, importer, kind }) => {
    if (kind === 'entry-point') return { path: path.normalize(asked), namespace };
    const file = path.join(path.dirname(importer), asked);
    if (!first.has(importer) && file !== start && first.has(file))
      return { errors: [{ text: `${importer} still imports ${file}` }] };
    if (!first.has(importer)) return { path: asked, external: true };
    return first.has(file) ? { path: file, namespace } : { path: address(start, file), external: true };
  });
  build.onLoad({ filter: /.*/, namespace }, ({ path: file }) => ({
    contents: texts.get(file),
    loader: file.endsWith('.css') ? 'css' : 'js',
  }));
}

/** How one file names another. */
function address(from, to) {
  const short = path.relative(path.dirname(from), to);
  return short.startsWith('.') ? short : `./${short}`;
}

module.exports = { oneStartFile };
