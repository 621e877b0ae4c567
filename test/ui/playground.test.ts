import assert from 'node:assert/strict';
import { image, map, paddedMap } from './figures';
import { Workbench } from './workbench';

describe('the playground', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench?.close());

  it('starts from the manual example, and changes live', async () => {
    const view = await workbench.playground();
    await workbench.untilGrid(view, 'Feature map', map);
    assert.deepEqual(await workbench.grid(view, 'Input'), image);
    await view.locator('[role=grid][aria-label^="Feature map"] [tabindex="0"]').press(']');
    await workbench.untilGrid(view, 'Feature map', paddedMap);
    await workbench.screenshot('playground-dark');
  });

  it('takes a typed kernel cell', async () => {
    const view = await workbench.playground();
    await view.locator('[role=grid][aria-label^="Kernel"] [role=gridcell]').first().click();
    await workbench.page.keyboard.press('F2');
    await workbench.page.keyboard.press('Control+A');
    await workbench.page.keyboard.type('5');
    await workbench.page.keyboard.press('Enter');
    await workbench.untilGrid(view, 'Kernel', [
      [5, 0, -1],
      [1, 0, -1],
      [1, 0, -1],
    ]);
    await view.locator('[role=grid][aria-label^="Feature map"] [tabindex="0"]').press('Control+z');
    await workbench.untilGrid(view, 'Feature map', paddedMap);
  });

  it('swaps with one click, and back', async () => {
    const view = await workbench.playground();
    const kernel = await workbench.grid(view, 'Kernel');
    await view.getByRole('button', { name: 'Swap', exact: true }).click();
    await workbench.untilGrid(view, 'Kernel', image);
    await view.getByRole('button', { name: 'Swap', exact: true }).click();
    await workbench.untilGrid(view, 'Kernel', kernel);
  });

  it('opens in the panel, and remembers its draft', async () => {
    await workbench.playground();
    await workbench.page.locator('.part.sidebar').getByRole('button', { name: 'Open in Panel' }).click();
    await workbench.untilGrid(await workbench.panel(), 'Feature map', paddedMap);
    await workbench.screenshot('playground-panel');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await workbench.reload();
    await workbench.untilGrid(await workbench.playground(), 'Feature map', paddedMap);
    for (const [theme, name] of [
      ['Default Light Modern', 'light'],
      ['Default High Contrast', 'hc'],
    ] as const) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`playground-${name}`);
    }
  });
});
