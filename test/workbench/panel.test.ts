import * as vscode from 'vscode';
import { assert } from './assert';
import { closeEditors, eventually, openNotebook, openSample, openText, select, selectText } from './documents';

function tabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview);
}

function panelTab(label: string): Promise<vscode.Tab> {
  return eventually(`a panel named ${label}`, () => tabs().find((tab) => tab.label === label));
}

function run(command: string, ...args: readonly unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`convolutionLens.${command}`, ...args);
}

describe('the panel', () => {
  afterEach(closeEditors);

  it('opens beside the editor, which keeps the focus', async () => {
    const editor = await openSample('kernels.py');
    const text = editor.document.getText();
    await selectText(editor, text.slice(text.indexOf('image = '), text.indexOf('stairs')));
    await run('convolveSelection');
    const tab = await panelTab('image ⊛ edge_kernel');
    assert.equal(tab.group.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
  });

  it('takes several selections as one', async () => {
    const editor = await openText('python', 'a = [[1, 2], [3, 4]]\nprint(1)\nsobel_k = [[1, 0]]\n');
    const lines = [0, 2].map((line) => editor.document.lineAt(line).range);
    await select(
      editor,
      lines.map(({ start, end }) => new vscode.Selection(start, end)),
    );
    await run('convolveSelection');
    await panelTab('a ⊛ sobel_k');
  });

  it('is used again, not opened twice', async () => {
    const editor = await openText('python', 'a = [[1, 2], [3, 4]]\nk = [[1, 0]]\nb = [[5, 6], [7, 8]]\n');
    await selectText(editor, 'a = [[1, 2], [3, 4]]\nk = [[1, 0]]');
    await run('convolveSelection');
    await panelTab('a ⊛ k');
    await selectText(editor, 'k = [[1, 0]]\nb = [[5, 6], [7, 8]]');
    await run('convolveSelection');
    await panelTab('b ⊛ k');
    assert.equal(tabs().length, 1);
  });

  it('resolves a name at the caret to its last assignment, also in an earlier cell', async () => {
    const editor = await openNotebook('convolution.ipynb');
    const cell = editor.notebook
      .getCells()
      .find((one) => one.document.getText().includes('feature_map(image, filter)'));
    assert.ok(cell, 'no such cell');
    const offset = cell.document.getText().indexOf('image, filter') + 2;
    await run('convolveAtCursor', { uri: cell.document.uri.toString(), offset });
    await eventually('a panel for image', () => tabs().find((tab) => tab.label.startsWith('image ⊛')));
  });

  it('does not open for a name that may have been changed', async () => {
    const editor = await openText('python', 'image = [[1, 2], [3, 4]]\nimage[0][0] = 9\nprint(image)\n');
    const offset = editor.document.getText().lastIndexOf('image') + 2;
    void run('convolveAtCursor', { uri: editor.document.uri.toString(), offset });
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(tabs().length, 0);
  });

  it('takes a selection as the kernel for what is shown', async () => {
    const editor = await openText('python', 'a = [[1, 2], [3, 4]]\nk = [[1, 0]]\nedges = [[1, -1]]\n');
    await selectText(editor, 'a = [[1, 2], [3, 4]]\nk = [[1, 0]]');
    await run('convolveSelection');
    await panelTab('a ⊛ k');
    await selectText(editor, 'edges = [[1, -1]]');
    await run('useSelectionAsKernel');
    await panelTab('a ⊛ edges');
  });

  it('does not open for a text that cannot be read', async () => {
    for (const text of ['[[1, 2], [3]]', '[[1, 2', 'hello world', '[[a, b]]', '']) {
      const editor = await openText('python', text);
      await select(editor, [new vscode.Selection(0, 0, 0, text.length)]);
      void run('convolveSelection');
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(tabs().length, 0);
  });

  it('marks why a text cannot be read, with the most that is known of it', async () => {
    const texts = [
      ['python', 'W = np.random.randn(3, 3) * 0.01', /no seed is in sight/],
      ['c', 'static int const k[2][2] = { 1, 2, 3, 4, 5 };', /declaration says 2×2, the numbers are 5/],
    ] as const;
    for (const [language, text, reason] of texts) {
      const editor = await openText(language, text);
      await selectText(editor, text);
      void run('convolveSelection');
      await eventually(`the reason for ${text}`, () =>
        vscode.languages.getDiagnostics(editor.document.uri).find(({ message }) => reason.test(message)),
      );
    }
  });

  it('does not take the last kernel where the one that was selected cannot be read', async () => {
    const editor = await openText('python', 'image = [[1, 2], [3, 4]]\nkernel = [[1, 2], [3]]\n');
    await selectText(editor, 'image = [[1, 2], [3, 4]]\nkernel = [[1, 2], [3]]');
    void run('convolveSelection');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(tabs().length, 0);
  });

  it('takes image and filter out of a whole cell that goes on computing', async () => {
    const loop = 'out = np.zeros((2, 2))\nfor i in range(2):\n    out[i, 0] = np.sum(image[i] * filter)\n';
    const text = `import numpy as np\nimage = np.array([[1, 2], [3, 4]])\nfilter = np.array([[1, 0]])\n${loop}`;
    const editor = await openText('python', text);
    await selectText(editor, text);
    await run('convolveSelection');
    await panelTab('image ⊛ filter');
  });

  it('opens by itself on a draft', async () => {
    await run('openPanel');
    await panelTab('Input ⊛ Kernel');
  });
});
