/** Fetches, once, a VS Code that runs from npm packages alone, and a browser to drive it. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ownFolder } from './ownFolder.mjs';
import { isMain, scratchFolder } from './projectRoot.mjs';

const folder = path.join(scratchFolder, 'workbench');
const marker = 'complete.json';
const versions = { node: '24.21.0', 'code-server': '4.139.1', '@sparticuz/chromium': '147.0.0' };

/** Where the parts of an installed workbench are. */
export const workbench = {
  node: path.join(folder, 'node_modules', 'node', 'bin', 'node'),
  server: path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode'),
  browser: path.join(folder, 'browser', 'chromium'),
  browserLibraries: path.join(folder, 'browser', 'al2023', 'lib'),
  browserFonts: path.join(folder, 'browser', 'fonts'),
};

/** Installs the workbench unless it is there; an interrupted installation leaves nothing that a later one mistakes. */
export async function installWorkbench() {
  if (isComplete()) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The workbench for tests needs Linux on x64; elsewhere set CONVOLUTION_LENS_DESKTOP=1.');
  }
  const partial = ownFolder(scratchFolder, 'workbench.partial');
  const started = Date.now();
  console.log('Fetching a VS Code and a browser for it into .vscode-test/ (about 1 GB, once).');
  try {
    await fetchInto(partial);
    fs.writeFileSync(path.join(partial, marker), JSON.stringify(versions));
    moveIntoPlace(partial);
  } finally {
    fs.rmSync(partial, { recursive: true, force: true });
  }
  console.log(`Fetched in ${Math.round((Date.now() - started) / 1000)} s.`);
}

async function fetchInto(partial) {
  fs.writeFileSync(path.join(partial, 'package.json'), '{ "private": true }\n');
  // Node's package puts its binary in place by a script, and nothing else here may run one: hence two steps.
  console.log(`  Node ${versions.node}, which the server needs`);
  await npm(partial, ['install', '--ignore-scripts=false', ...exactly('node')]);
  console.log(`  code-server ${versions['code-server']} and Chromium ${versions['@sparticuz/chromium']}`);
  await npm(partial, ['install', '--ignore-scripts', ...exactly('code-server', '@sparticuz/chromium')]);
  console.log("  the server's own packages");
  const server = path.join(partial, path.relative(folder, workbench.server));
  const binaries = path.dirname(path.join(partial, path.relative(folder, workbench.node)));
  await npm(server, ['install', '--omit=dev', '--ignore-scripts'], {
    PATH: `${binaries}${path.delimiter}${process.env.PATH}`,
  });
  console.log('  unpacking the browser');
  const browser = path.join(partial, path.relative(folder, path.dirname(workbench.browser)));
  fs.mkdirSync(browser);
  const unpack = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;
  // Only with this name of a cloud does the package unpack the libraries that a bare machine lacks.
  const environment = { TMPDIR: browser, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  await run(process.execPath, ['--input-type=module', '--eval', unpack], partial, environment);
}

const exactly = (...names) => names.map((name) => `${name}@${versions[name]}`);

function isComplete() {
  try {
    return fs.readFileSync(path.join(folder, marker), 'utf8') === JSON.stringify(versions);
  } catch {
    return false;
  }
}

function moveIntoPlace(partial) {
  if (isComplete()) return;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.renameSync(partial, folder);
}

function npm(cwd, args, environment = {}) {
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error', '--prefix', cwd];
  const script = process.env.npm_execpath;
  const [command, ...first] = script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
  // What an outer npm says of the project it was called for does not hold for the folder here.
  const cleared = { npm_config_local_prefix: undefined, npm_config_global: undefined, npm_config_omit: undefined };
  return run(command, [...first, ...args, ...quiet], cwd, { ...cleared, ...environment });
}

function run(command, args, cwd, environment) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code ?? signal}\n${output}`));
    });
  });
}

if (isMain(import.meta.url)) await installWorkbench();
