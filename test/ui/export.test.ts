import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { eventually, Workbench } from './workbench';

describe('the worked example is exported', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
    await workbench.setClipboard('image = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\n\nkernel = [[1, 0], [0, -1]]');
    await workbench.openFile('notes.md');
    await workbench.run('Convolution Lens: Convolve from Clipboard');
    const panel = await workbench.panel();
    await panel.getByRole('button', { name: 'Step on', exact: true }).click();
  });
  after(() => workbench?.close());

  const written = (text: string) => workbench.page.locator('.view-line').filter({ hasText: text }).first();

  async function exportAs(name: string, paper?: string): Promise<void> {
    await workbench.run('Convolution Lens: Export Worked Example');
    await workbench.choose(name, name);
    if (paper !== undefined) await workbench.choose(paper, paper);
  }

  /** Answers the question for a file. */
  async function saved(name: string): Promise<Buffer> {
    const file = path.join(workbench.folder, name);
    const input = workbench.page.locator('.quick-input-widget input[type=text]');
    await eventually('a name is offered', async () => ((await input.inputValue()).endsWith(name) ? true : undefined));
    await workbench.page.keyboard.press('Enter');
    return eventually(`${name} is there`, async () => {
      const bytes = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0);
      return bytes.length > 0 ? bytes : undefined;
    });
  }

  it('as a program beside the panel, which stays in sight', async () => {
    await exportAs('NumPy');
    await written('feature_map = (patches * kernel).sum(axis=(2, 3))').waitFor();
    const panel = await workbench.panel();
    assert.ok(await panel.locator('[role=grid]').first().isVisible());
    await workbench.screenshot('export-numpy');
  });

  it('as the step that is shown, in LaTeX', async () => {
    await exportAs('LaTeX');
    await written('1 \\cdot 2 + 0 \\cdot 3 + 0 \\cdot 5 + (-1) \\cdot 6').waitFor();
  });

  it('as a page in SVG, and drawn as PNG and as a GIF of all steps', async () => {
    await exportAs('Picture (SVG)', 'On white paper');
    assert.match((await saved('convolution.svg')).toString(), /^<svg [^>]*>.*>1·2 \+ 0·3 \+ 0·5 \+ \(−1\)·6 = −4</s);
    await exportAs('Picture (PNG)', 'In the colours of the theme');
    assert.equal((await saved('convolution.png')).subarray(1, 4).toString(), 'PNG');
    await exportAs('Animation (GIF)', 'On white paper');
    const gif = await saved('convolution.gif');
    assert.equal(gif.subarray(0, 6).toString(), 'GIF89a');
    // Each picture of a GIF is announced by these bytes: a graphic control extension of four bytes.
    assert.equal(gif.toString('latin1').split('\u0021\u00f9\u0004').length - 1, 4);
    assert.deepEqual(workbench.webviewErrors, []);
  });
});
