import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { languages } from '../../../src/host/languages';
import { samples } from '../../../src/host/samples';
import { mostNumbers } from '../../../src/literals/longestText';
import { projectRoot } from '../../tools/projectRoot.mjs';

const read = (file: string) => fs.readFileSync(path.join(projectRoot, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const sentences: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));

describe('package.json', () => {
  it('declares exactly the commands that src/host registers', () => {
    const declared = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    const record = /: Readonly<Record<string, .*> = \{\n([\s\S]*?)\n {2}\};/.exec(read('src/host/commands.ts'))?.[1];
    assert.ok(record, 'src/host/commands.ts has no record of commands');
    const registered = [...record.matchAll(/^ {4}(\w+):/gm)].map(([, id]) => `convolutionLens.${id}`);
    const elsewhere = hostFiles().flatMap((file) => [...read(file).matchAll(/registerCommand\(\s*'([^']+)'/g)]);
    assert.deepEqual([...registered, ...elsewhere.map(([, id]) => id)].sort(), declared.sort());
  });

  it('names commands in menus and keys only that it declares', () => {
    const declared = new Set(manifest.contributes.commands.map(({ command }: { command: string }) => command));
    const places = [...Object.values<object[]>(manifest.contributes.menus).flat(), ...manifest.contributes.keybindings];
    const unknown = places.filter((place) => 'command' in place && !declared.has(place.command));
    assert.deepEqual(unknown, []);
  });

  it('says every %sentence% that it names, and names every one', () => {
    const named = new Set([...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
    assert.deepEqual([...named].sort(), Object.keys(sentences).sort());
  });

  it('asks for the VS Code whose types it is compiled with', () => {
    const minor = (range: string) => /^[~^]?(\d+\.\d+)\./.exec(range)?.[1];
    assert.ok(minor(manifest.engines.vscode));
    assert.equal(minor(manifest.devDependencies['@types/vscode']), minor(manifest.engines.vscode));
  });

  it('wakes for the languages whose texts are read, for a panel that comes back, and for a link', () => {
    const panels = ['panel', 'network'].map((panel) => `onWebviewPanel:convolutionLens.${panel}`);
    const expected = [...languages.map((language) => `onLanguage:${language}`), ...panels, 'onUri'];
    assert.deepEqual(manifest.activationEvents, expected);
  });

  it('has the limit of numbers that holds without it as the default of its setting', () => {
    const setting = manifest.contributes.configuration.properties['convolutionLens.reading.maxNumbers'];
    assert.equal(setting.default, mostNumbers);
  });

  it('comes with every sample that can be opened', () => {
    const folder = path.join(projectRoot, 'media', 'samples');
    assert.deepEqual(fs.readdirSync(folder).sort(), [...samples].sort());
  });

  it('has every file that it points at', () => {
    const { icon, main, browser, l10n } = manifest;
    const missing = [icon, main, browser, l10n].filter((file) => !fs.existsSync(path.join(projectRoot, file)));
    assert.deepEqual(missing, []);
  });
});

describe('the test command', () => {
  const command = 'npm ci && npm test';

  it('is the same in README, CONTRIBUTING and .ci/run', () => {
    for (const file of ['README.md', 'CONTRIBUTING.md', '.ci/run']) assert.ok(read(file).includes(command), file);
  });

  it('is followed in .ci/run by the graders', () => {
    const lines = read('.ci/run').split('\n');
    assert.ok(lines.includes(command));
    assert.ok(lines.indexOf(command) < lines.indexOf('npm run conformance -- ../shared/conformance/given'));
  });
});

function hostFiles(): readonly string[] {
  const names = fs.readdirSync(path.join(projectRoot, 'src', 'host'), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => path.join('src', 'host', name));
}
