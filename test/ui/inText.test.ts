import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { copySamples } from '../tools/copySamples.mjs';
import { eventually, Workbench } from './workbench';

const python = [
  'from scipy import signal',
  'x = [[1, 2, 3, 4, 5]]',
  'k = [[1, 10, 100]]',
  "y = signal.correlate2d(x, k, mode='same', boundary='symm')",
  'z = F.conv2d(x, k, stride=(1, 2), padding=(0, 1), groups=2)',
  '',
].join('\n');

const matlab = "x = [1 2 3 4 5];\nk = [1 10 100];\ny = conv2(x, k, 'same');\n";

const ragged = ['k = [', '    [1, 2, 3],', '    [4, 5],', '    [6, 7, 8],', ']', ''].join('\n');

const labels = 'Stride: 2\nZero Padding: 1\n\n1 2 3\n4 5 6\n7 8 9\n';

/** The maps are rows of reference/definitions.md 4.3: scipy correlate2d symm, MATLAB conv2 same. */
describe('what a text says besides its matrices', () => {
  let workbench: Workbench;
  let panel: Frame;

  before(async () => {
    const folder = copySamples();
    const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text);
    write('calls.py', python);
    write('calls.m', matlab);
    write('ragged.py', ragged);
    write('labels.txt', labels);
    workbench = await Workbench.open({ folder, viewport: { width: 1700, height: 950 } });
  });
  after(() => workbench?.close());

  const problemCount = () => workbench.page.locator('.squiggly-warning').count();
  const untilProblems = (count: number) =>
    eventually(`${count} problems are shown`, async () => ((await problemCount()) === count ? true : undefined), 5000);

  it('sets the panel to SciPy’s rule where a call of names is selected', async () => {
    await workbench.openFile('calls.py');
    await workbench.selectLines(4, 4);
    await workbench.chooseFromContextMenu('Convolve Selection');
    panel = await workbench.panel();
    await workbench.untilGrid(panel, 'Feature map', [[211, 321, 432, 543, 554]]);
    await panel.getByRole('status').filter({ hasText: 'Parameters as in signal.correlate2d.' }).waitFor();
    await workbench.screenshot('text-call-py');
  });

  it('says what of a call it does not take over', async () => {
    await workbench.selectLines(5, 5);
    await workbench.chooseFromContextMenu('Convolve Selection');
    // PyTorch: 2·1 + 3·10 … of [0 1 2 3 4 5 0] at every second place.
    await workbench.untilGrid(panel, 'Feature map', [[210, 432, 54]]);
    await panel.getByRole('status').filter({ hasText: 'Not taken over: groups=2.' }).waitFor();
    await workbench.screenshot('text-call-left');
  });

  it('sets the panel to MATLAB’s rule', async () => {
    await workbench.openFile('calls.m');
    await workbench.selectLines(1, 3);
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(panel, 'Feature map', [[12, 123, 234, 345, 450]]);
    await workbench.screenshot('text-call-m');
  });

  it('takes stride and padding from labels', async () => {
    await workbench.openFile('labels.txt');
    await workbench.selectLines(1, 6);
    await workbench.chooseFromContextMenu('Convolve Selection');
    await panel.getByRole('status').filter({ hasText: 'Parameters from the text.' }).waitFor();
    await workbench.screenshot('text-labels');
  });

  it('shows a problem on its characters, once a person has asked, until it is mended', async () => {
    await workbench.openFile('ragged.py');
    await workbench.page.waitForTimeout(1000);
    assert.equal(await problemCount(), 0);
    await workbench.selectLines(1, 5);
    await workbench.chooseFromContextMenu('Convolve Selection');
    await untilProblems(1);
    await workbench.screenshot('text-problem');
    await workbench.clickText('4, 5');
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.page.keyboard.type(', 6');
    await untilProblems(0);
    await workbench.page.keyboard.press('Control+z');
    await workbench.run('Convolution Lens: Convolve Matrix at Cursor');
    await untilProblems(1);
    await workbench.run('File: Revert File');
  });
});
