import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../tools/projectRoot.mjs';

const allowed = [
  /^package(\.nls(\.[\w-]+)?)?\.json$/,
  /^(README|CHANGELOG)\.md$/,
  /^LICENSE$/,
  /^dist\/(web\/)?(extension|worker)\.js$/,
  /^dist\/view\/(lens|network|summary)\.js$/,
  /^dist\/view\/(panel|playground|network|summary)\.css$/,
  /^dist\/view\/parts\/[\w-]+\.js$/,
  /^l10n\/bundle\.l10n(\.[\w-]+)?\.json$/,
  /^media\/[\w-]+\.(svg|png)$/,
  /^media\/lessons\/[\w-]+\.(convlesson|schema)\.json$/,
  /^media\/walkthrough\/[\w-]+\.svg$/,
  /^media\/samples\/[\w-]+\.\w+$/,
];

const needed = [
  'package.json',
  'LICENSE',
  'dist/extension.js',
  'dist/worker.js',
  'dist/web/extension.js',
  'dist/web/worker.js',
  'dist/view/lens.js',
  'dist/view/network.js',
];

describe('the packed extension', function () {
  this.timeout(60_000);

  it('holds what is used, and nothing else', () => {
    const files = vsce('ls', '--no-dependencies').trim().split('\n');
    assert.deepEqual(
      files.filter((file) => !allowed.some((pattern) => pattern.test(file))),
      [],
    );
    assert.deepEqual(
      needed.filter((file) => !files.includes(file)),
      [],
    );
  });

  it('is smaller than 1 MB', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'convolution-lens-'));
    try {
      const file = path.join(folder, 'lens.vsix');
      const [, ...options] = packageCommand().split(' ');
      vsce(...options, '--out', file);
      assert.ok(fs.statSync(file).size < 1_000_000);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });
});

function packageCommand(): string {
  return JSON.parse(fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8')).scripts.package;
}

function vsce(...args: readonly string[]): string {
  const script = path.join(projectRoot, 'node_modules', '@vscode', 'vsce', 'vsce');
  return execFileSync(process.execPath, [script, ...args], { cwd: projectRoot, encoding: 'utf8' });
}
