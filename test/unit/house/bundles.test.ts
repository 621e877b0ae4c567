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
const host = {
  holds: ['src/extension.ts', 'src/host/', 'src/layers/flow/shapeText.ts', 'src/layers/summary/', ...pure],
};
/** The engine's code and its modules of WebAssembly, what reads matrices and layers, and what writes exports. */
const worker = {
  bytes: 700_000,
  holds: [
    'src/worker/',
    'src/engine/',
    'src/literals/',
    'src/layers/',
    'src/session/',
    'src/export/',
    'src/words/',
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
  { bundle: 'host', file: 'dist/extension.js', bytes: 260_000, externals: [threads, 'vscode'], ...host },
  { bundle: 'web', file: 'dist/web/extension.js', bytes: 260_000, externals: ['vscode'], ...host },
  { bundle: 'worker', file: 'dist/worker.js', externals: [threads], ...worker },
  { bundle: 'webWorker', file: 'dist/web/worker.js', externals: [], ...worker },
  { bundle: 'views', file: 'dist/view/lens.js', bytes: 100_000, ...view },
  { bundle: 'network', file: 'dist/view/network.js', bytes: 100_000, ...view },
  { bundle: 'summary', file: 'dist/view/summary.js', bytes: 30_000, ...view },
];

for (const { bundle, file, bytes, holds, externals } of budgets) {
  describe(file, () => {
    it(`is smaller than ${bytes / 1000} kB, and needs no other file before it can run`, () => {
      const needed = readMetafile(bundle).outputs[file]?.imports.filter(({ kind }) => kind === 'import-statement');
      assert.deepEqual(needed, []);
      assert.ok(sizeOf(file) < bytes, `${sizeOf(file)} bytes`);
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

describe('the page of the panel', () => {
  it('starts with less than 150 kB, its style sheet included', () => {
    const files = Object.keys(readMetafile('views').outputs);
    const parts = files.filter((file) => file.endsWith('.js')).map(sizeOf);
    const start = sizeOf('dist/view/lens.js') + sizeOf('dist/view/panel.css');
    const all = parts.reduce((sum, one) => sum + one, sizeOf('dist/view/panel.css'));
    console.log(`      ${start / 1000} kB at the start; with every part that comes later ${all / 1000} kB`);
    assert.ok(start < 150_000);
  });
});

function sizeOf(file: string): number {
  return fs.statSync(path.join(projectRoot, file)).size;
}

function readMetafile(bundle: string): Metafile {
  return JSON.parse(fs.readFileSync(path.join(projectRoot, 'out', 'meta', `${bundle}.json`), 'utf8'));
}
