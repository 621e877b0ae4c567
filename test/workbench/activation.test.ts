import * as vscode from 'vscode';
import { assert } from './assert';

/** How long the call of `activate` takes; test/tools/runWorkbenchTests.mjs puts the clock around it. */
declare const activateMilliseconds: number;

describe('the extension', () => {
  const extension = vscode.extensions.getExtension('convolution-lens.convolution-lens');

  it('only registers when it is activated: at most 5 ms', async () => {
    assert.ok(extension, 'it is not there');
    await extension.activate();
    assert.equal(extension.isActive, true);
    const isWorker = 'importScripts' in globalThis;
    const took = `${isWorker ? 'web worker' : 'node'}: activate() takes ${activateMilliseconds.toFixed(1)} ms`;
    console.log(`[test]       ${took}`);
    assert.ok(activateMilliseconds <= 5, took);
  });

  it('registers exactly the commands that its manifest declares', async () => {
    assert.ok(extension, 'it is not there');
    const manifest: { contributes: { commands: readonly { command: string }[] } } = extension.packageJSON;
    const declared = manifest.contributes.commands.map(({ command }) => command);
    // VS Code makes some of its own for every view.
    const ofViews = /^convolutionLens\.(?:playground|lessons)\./;
    const registered = (await vscode.commands.getCommands(true)).filter(
      (command) => command.startsWith('convolutionLens.') && !ofViews.test(command),
    );
    assert.deepEqual(registered.sort(), declared.sort());
  });
});
