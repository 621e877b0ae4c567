import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../tools/projectRoot.mjs';

interface Import {
  readonly path: string;
  readonly kind: string;
  readonly external?: boolean;
}

interface Metafile {
  readonly inputs: Readonly<Record<string, { readonly imports: readonly Import[] }>>;
  readonly outputs: Readonly<Record<string, { readonly imports: readonly Import[] }>>;
}

interface Budget {
  readonly bundle: string;
  readonly file: string;
  readonly bytes: number;
  /** Beginnings of paths that may be in it. */
  readonly holds: readonly string[];
  readonly externals: readonly string[];
}

const pure = ['engine', 'literals', 'session', 'words', 'export', 'protocol'].map((name) => `src/${name}/`);
const host = { holds: ['src/extension.ts', 'src/host/', 'src/layers/flow/shapeText.ts', ...pure] };
/** The engine's code and its modules of WebAssembly, and what reads matrices and layers. */
const worker = {
  bytes: 500_000,
  holds: [
    'src/worker/',
    'src/engine/',
    'src/literals/',
    'src/layers/',
    'src/session/',
    'node_modules/@lezer/',
    'wasm:',
  ],
};
const threads = 'node:worker_threads';
/** What the bundler calls the few lines of its own that unpack bytes. */
const ownHelpers = '<runtime>';
const view = {
  holds: ['src/view/', ...pure, 'node_modules/preact/', 'node_modules/@preact/', 'node_modules/gifenc/'],
  externals: [],
};

const budgets: readonly Budget[] = [
  { bundle: 'host', file: 'dist/extension.js', bytes: 200_000, externals: [threads, 'vscode'], ...host },
  { bundle: 'web', file: 'dist/web/extension.js', bytes: 200_000, externals: ['vscode'], ...host },
  { bundle: 'worker', file: 'dist/worker.js', externals: [threads], ...worker },
  { bundle: 'webWorker', file: 'dist/web/worker.js', externals: [], ...worker },
  { bundle: 'views', file: 'dist/view/lens.js', bytes: 100_000, ...view },
  { bundle: 'network', file: 'dist/view/network.js', bytes: 100_000, ...view },
];

for (const { bundle, file, bytes, holds, externals } of budgets) {
  describe(file, () => {
    it(`is smaller than ${bytes / 1000} kB, with all that it has to load before it can run`, () => {
      const size = [...loadedWith(readMetafile(bundle), file)]
        .map((name) => fs.statSync(path.join(projectRoot, name)).size)
        .reduce((sum, one) => sum + one, 0);
      assert.ok(size < bytes, `${size} bytes`);
    });

    it('holds what belongs to it alone', () => {
      const { inputs } = readMetafile(bundle);
      const strangers = Object.keys(inputs).filter((input) => !holds.some((start) => input.startsWith(start)));
      assert.deepEqual(strangers, []);
    });

    it('asks VS Code only where it is there, and Node for threads alone', () => {
      const { inputs } = readMetafile(bundle);
      const outside = Object.values(inputs).flatMap(({ imports }) =>
        imports.filter((one) => one.external && one.path !== ownHelpers),
      );
      const asked = [...new Set(outside.map((one) => one.path))];
      assert.deepEqual(asked.sort(), externals);
    });
  });
}

/** A bundle and the parts that it imports by itself; what comes with its first use is not among them. */
function loadedWith({ outputs }: Metafile, file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const parts = outputs[file]?.imports.filter(({ kind, external }) => kind === 'import-statement' && !external) ?? [];
  for (const part of parts) loadedWith({ inputs: {}, outputs }, part.path, seen);
  return seen;
}

function readMetafile(bundle: string): Metafile {
  return JSON.parse(fs.readFileSync(path.join(projectRoot, 'out', 'meta', `${bundle}.json`), 'utf8'));
}
