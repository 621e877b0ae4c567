import * as vscode from 'vscode';
import { closeEditors, eventually, openText } from './documents';

/** A matrix of whole numbers as Python writes it, with its kernel; large enough to be read and convolved on a thread. */
function largeText(rows: number, cols: number): string {
  const row = (r: number) => `[${Array.from({ length: cols }, (_, c) => (r * 7 + c * 13) % 256).join(', ')}]`;
  return `image = [\n${Array.from({ length: rows }, (_, r) => row(r)).join(',\n')}]\nkernel = [[1, 2], [3, 4]]\n`;
}

describe('threads', () => {
  afterEach(closeEditors);

  it('read a literal of 1080 × 1920 numbers, and the panel opens on it', async () => {
    const editor = await openText('python', largeText(1080, 1920));
    await vscode.commands.executeCommand('convolutionLens.convolveAtCursor', {
      uri: editor.document.uri.toString(),
      offset: 20,
    });
    await eventually('a panel for image', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input, label }) => input instanceof vscode.TabInputWebview && label.startsWith('image ⊛')),
    );
  });
});
