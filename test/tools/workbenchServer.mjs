/** A running VS Code server, and the addresses that open a workbench on it. */
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { installWorkbench, workbench } from './installWorkbench.mjs';
import { ownFolder } from './ownFolder.mjs';
import { scratchFolder } from './projectRoot.mjs';

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.simpleDialog.enable': true,
  'git.openRepositoryInParentFolders': 'never',
  // A file that the address names is opened as text otherwise.
  'workbench.editorAssociations': { '*.ipynb': 'jupyter-notebook' },
  'update.showReleaseNotes': false,
  'telemetry.telemetryLevel': 'off',
};

/**
 * Starts a server on a free port; `stop` ends it and everything that it started.
 *
 * `workspaceTrust` leaves the question of trust on, for a test of Restricted Mode. `settings` are the user's.
 * `dataFolder` keeps the user's data from one start to the next; without it they are new, and removed by `stop`.
 *
 * @param {{ workspaceTrust?: boolean, settings?: Record<string, unknown>, dataFolder?: string }} options
 */
export async function startWorkbenchServer({ workspaceTrust = false, settings = {}, dataFolder } = {}) {
  await installWorkbench();
  const data = dataFolder ?? ownFolder(scratchFolder, 'run');
  const settingsFile = writeSettings(data, settings);
  const port = await freePort();
  const token = crypto.randomBytes(16).toString('hex');
  const server = launch(port, token, data, workspaceTrust);
  const stop = async () => {
    await server.stop();
    if (!dataFolder) fs.rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await server.ready;
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    settingsFile,
    stop,
    /** @type {(opening: Parameters<typeof addressOf>[2]) => string} */
    address: (opening) => addressOf(`127.0.0.1:${port}`, token, opening),
  };
}

/**
 * @param {string} authority
 * @param {string} token
 * @param {{ folder: string, file?: string, extension?: string, tests?: string }} opening absolute paths: the workspace,
 *   a file to open, the extension under development, and the script that exports `run()`
 */
function addressOf(authority, token, { folder, file, extension, tests }) {
  const remote = (path) => `vscode-remote://${authority}${path}`;
  const payload = [['skipWelcome', 'true']];
  if (file) payload.push(['openFile', remote(file)]);
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  const query = new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) });
  return `http://${authority}/?${query}`;
}

function launch(port, token, data, workspaceTrust) {
  const args = ['out/server-main.js', '--host', '127.0.0.1', '--port', String(port), '--connection-token', token];
  args.push('--accept-server-license-terms', '--telemetry-level', 'off');
  // Without it a built workbench takes no extension under development.
  args.push('--enable-smoke-test-driver');
  args.push('--server-data-dir', path.join(data, 'server'), '--user-data-dir', path.join(data, 'user'));
  if (!workspaceTrust) args.push('--disable-workspace-trust');
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_')));
  // A process group of its own, so that it ends together with all that it starts.
  const child = spawn(workbench.node, args, {
    cwd: workbench.server,
    env: environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { ready: readiness(child), stop: stopper(child) };
}

function readiness(child) {
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = (reason) => reject(new Error(`The workbench did not start: ${reason}\n${output}`));
    const limit = setTimeout(() => fail('nothing for 60 s'), 60_000);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        if (output.length < 10_000) output += data;
        if (!output.includes('Web UI available')) return;
        clearTimeout(limit);
        resolve();
      });
    }
    child.on('error', fail);
    child.on('exit', (code, signal) => fail(`it ended with ${code ?? signal}`));
  });
}

function stopper(child) {
  const signalGroup = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // The group is gone already.
    }
  };
  const kill = () => signalGroup('SIGKILL');
  const killAndExit = () => process.exit(130);
  process.once('exit', kill);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, killAndExit);
  const ended = new Promise((resolve) => child.once('close', resolve));
  return async () => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(signal, killAndExit);
    signalGroup('SIGTERM');
    const limit = setTimeout(kill, 3000);
    await ended;
    clearTimeout(limit);
    kill();
    process.removeListener('exit', kill);
  };
}

function writeSettings(data, settings) {
  const file = path.join(data, 'user', 'User', 'settings.json');
  if (!fs.existsSync(file)) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  }
  return file;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
