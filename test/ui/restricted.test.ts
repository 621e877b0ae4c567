import { map } from './figures';
import { Workbench } from './workbench';

describe('an untrusted workspace', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ workspaceTrust: true });
  });
  after(() => workbench?.close());

  it('has everything, since nothing of it is run', async () => {
    const distrust = workbench.page.getByRole('button', { name: /No, I don.t trust/ });
    if (await distrust.isVisible()) await distrust.click();
    await workbench.page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).waitFor();
    await workbench.openFile('kernels.py');
    await workbench.selectLines(7, 19);
    await workbench.chooseFromContextMenu('Convolve Selection');
    await workbench.untilGrid(await workbench.panel(), 'Feature map', map);
    await workbench.screenshot('restricted');
  });
});
