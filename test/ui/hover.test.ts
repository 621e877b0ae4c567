import assert from 'node:assert/strict';
import { map } from './figures';
import { Workbench } from './workbench';

describe('a hover', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
    await workbench.openFile('kernels.py');
  });
  after(() => workbench?.close());

  it('over a matrix tells its sizes, and looks right in every theme', async () => {
    for (const [theme, name] of [
      ['Default Dark Modern', 'dark'],
      ['Default Light Modern', 'light'],
      ['Default High Contrast', 'hc'],
    ] as const) {
      await workbench.setTheme(theme);
      const said = await workbench.hover('[0, 1, 2, 3, 1],');
      assert.match(said, /^image — 5 × 5, 0 to 3/);
      assert.match(said, /5 − 3 \+ 1 = 3/);
      await workbench.screenshot(`hover-${name}`);
    }
  });

  it('opens the panel by its link, with the kernel that was used last or a preset', async () => {
    await workbench.hover('[0, 1, 2, 3, 1],');
    await workbench.page.locator('.monaco-hover a').filter({ hasText: 'Open in Convolution Lens' }).first().click();
    await workbench.untilGrid(await workbench.panel(), 'Feature map', map);
  });
});
