import * as vscode from 'vscode';
import { assert } from './assert';

describe('the extension', () => {
  it('is there, and activates', async () => {
    const extension = vscode.extensions.getExtension('convolution-lens.convolution-lens');
    assert.ok(extension, 'not found');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
