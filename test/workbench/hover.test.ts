import * as vscode from 'vscode';
import { assert } from './assert';
import { closeEditors, eventually, openNotebook, openSample, openText } from './documents';

async function hoverAt(document: vscode.TextDocument, text: string): Promise<vscode.MarkdownString[]> {
  const position = document.positionAt(document.getText().indexOf(text) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const ours = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
  return ours.some(({ value }) => value.includes('convolutionLens')) ? ours : [];
}

describe('a hover', () => {
  after(closeEditors);

  it('over a matrix tells name, shape, range and sizes with the numbers put in', async () => {
    const { document } = await openSample('kernels.py');
    const said = (await hoverAt(document, '[0, 1, 2, 3, 1],')).map(({ value }) => value).join('\n');
    assert.match(said, /^image — 5 × 5, 0 to 3/);
    assert.match(said, /\*\*3 × 3\*\* · 5 − 3 \+ 1 = 3/);
    assert.match(said, /data:image\/svg\+xml;base64,/);
  });

  it('links to our command alone', async () => {
    const { document } = await openSample('kernels.py');
    const parts = await hoverAt(document, '[0, 1, 2, 3, 1],');
    const trusted = parts.filter(({ isTrusted }) => isTrusted);
    assert.equal(trusted.length, 1);
    assert.deepEqual(trusted[0]?.isTrusted, { enabledCommands: ['convolutionLens.convolveAtCursor'] });
  });

  it('is there in notebook cells', async () => {
    const { notebook } = await openNotebook('convolution.ipynb');
    const cell = notebook.getCells().find((one) => one.document.getText().includes('image = np.array'));
    assert.ok(cell, 'no such cell');
    const parts = await hoverAt(cell.document, '[1, 2, 3, 0, 1],');
    assert.match(parts[0]?.value ?? '', /^image — 5 × 5/);
  });

  it('is nowhere else', async () => {
    const { document } = await openText(
      'python',
      'def area(w, h):\n    size = (3, 4)\n    print(size[0], [1])\n    return w * h\n',
    );
    for (const text of ['area', '(3, 4)', 'size[0]', '[1]', 'w * h']) {
      assert.equal((await hoverAt(document, text)).length, 0, text);
    }
  });

  it('shows a name as text, whatever it holds', async () => {
    const { document } = await openText('json', '{ "[x](command:workbench.action.quit)": [[1, 2], [3, 4]] }');
    const [head] = await hoverAt(document, '[1, 2]');
    assert.match(head?.value ?? '', /^\\\[x\\\]\\\(command&#58;workbench&#46;action&#46;quit\\\)/);
  });

  it('can be switched off', async () => {
    const { document } = await openSample('kernels.py');
    const settings = vscode.workspace.getConfiguration('convolutionLens');
    await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Global);
    await eventually('no hover', async () => (await hoverAt(document, '[0, 1, 2')).length === 0 || undefined);
    await settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Global);
    await eventually('a hover', async () => (await hoverAt(document, '[0, 1, 2')).length > 0 || undefined);
  });
});
