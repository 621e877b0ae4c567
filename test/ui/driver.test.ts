import assert from 'node:assert/strict';
import { Workbench } from './workbench';

describe('the driver', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench?.close());

  it('selects in a notebook cell and right-clicks there', async () => {
    await workbench.openFile('convolution.ipynb');
    await workbench.selectAllInCell('import numpy as np');
    const labels = await workbench.openContextMenu();
    await workbench.screenshot('driver-notebook');
    assert.ok(labels.includes('Convolve Selection'), labels.join(', '));
    await workbench.page.keyboard.press('Escape');
  });

  it('selects a range in a text editor', async () => {
    await workbench.openFile('kernels.py');
    await workbench.select('image = [', 'edge_kernel = [');
    await workbench.openContextMenu();
    await workbench.screenshot('driver-python');
    await workbench.page.keyboard.press('Escape');
    await workbench.selectLines(7, 19);
    await workbench.openContextMenu();
    await workbench.screenshot('driver-python-lines');
    await workbench.page.keyboard.press('Escape');
  });

  it('changes theme and size', async () => {
    for (const theme of ['Default Light Modern', 'Default High Contrast', 'Default High Contrast Light'] as const) {
      await workbench.setTheme(theme);
    }
    await workbench.setViewport(900, 700);
    await workbench.setSettings({ 'editor.lineNumbers': 'off' });
    await workbench.screenshot('driver-hc-light');
  });

  it('reloads the window', async () => {
    await workbench.reload();
  });
});
