import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(fileURLToPath(import.meta.url));

/** Installs the packages of the bench unless they are there; no script of theirs is run. */
export function installPeers() {
  const wanted = Object.entries(readManifest('.').dependencies);
  if (wanted.every(([name, version]) => installedVersion(name) === version)) return;
  console.log('Fetching the peers into test/bench/node_modules (about 500 MB, once).');
  const script = process.env.npm_execpath;
  const [command, ...first] = script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
  // What an outer npm says of the project it was called for does not hold for the folder here.
  const { npm_config_local_prefix, npm_config_omit, ...environment } = process.env;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(command, [...first, ...args], { cwd: folder, env: environment, stdio: 'inherit' });
  if (status !== 0) throw new Error('npm ci did not succeed in test/bench.');
}

function installedVersion(name) {
  const place = path.join('node_modules', name);
  return fs.existsSync(path.join(folder, place, 'package.json')) ? readManifest(place).version : undefined;
}

function readManifest(place) {
  return JSON.parse(fs.readFileSync(path.join(folder, place, 'package.json'), 'utf8'));
}
