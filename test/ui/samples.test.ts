import { map } from './figures';
import { Workbench } from './workbench';

describe('the samples that come with the extension', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench?.close());

  it('open as untitled copies to play with', async () => {
    await workbench.run('Convolution Lens: Open Sample');
    await workbench.choose('convolution', 'convolution.ipynb');
    await workbench.page.locator('.tab.active[aria-label^="Untitled-1"]').waitFor();
    await workbench.selectAllInCell('import numpy as np');
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(await workbench.panel(), 'Feature map', map);
    await workbench.run('Convolution Lens: Open Sample');
    await workbench.choose('edges', 'edges.m');
    await workbench.page.locator('.tab.active[aria-label^="edges.m"]').waitFor();
    await workbench.selectLines(2, 8);
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(await workbench.panel(), 'Feature map', map);
    await workbench.screenshot('sample-matlab');
  });
});
