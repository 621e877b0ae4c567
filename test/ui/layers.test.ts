import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { copySamples } from '../tools/copySamples.mjs';
import { Workbench } from './workbench';

const model = `import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 64, kernel_size=7, stride=2, padding=3)
        self.pool = nn.MaxPool2d(3, 2, ceil_mode=True)

    # input: 3x224x224
    def forward(self, x):
        return self.pool(F.relu(self.conv(x)))


head = nn.Sequential(
    nn.Conv2d(16, 28, 3),
    nn.ReLU(),
    nn.Conv2d(32, 8, 5),
)
alone = nn.AvgPool2d(3, stride=2)







half = nn.Conv2d(3, 5, kernel_size=4, padding=1
`;

const cell = (source: string) => ({ cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source });
const notebook = {
  cells: [
    cell('%matplotlib inline\nfrom torch import nn as layers_of_torch'),
    cell('net = layers_of_torch.Sequential(\n    layers_of_torch.Conv2d(1, 6, 5),\n)'),
    cell('import torch\nnet(torch.randn(1, 1, 28, 28))'),
  ],
  metadata: {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python' },
  },
  nbformat: 4,
  nbformat_minor: 5,
};

describe('a hover over a layer', () => {
  let workbench: Workbench;
  before(async () => {
    const folder = copySamples();
    fs.writeFileSync(path.join(folder, 'net.py'), model);
    fs.writeFileSync(path.join(folder, 'net.ipynb'), JSON.stringify(notebook));
    workbench = await Workbench.open({ folder });
  });
  after(() => workbench?.close());

  /** What the hover says, with plain blanks. */
  const hover = async (text: string) => (await workbench.hover(text)).replaceAll('\u00a0', ' ');

  it('knows in a notebook what other cells import and hand over', async () => {
    await workbench.openFile('net.ipynb');
    assert.match(await hover('1, 6, 5'), /1 × 28 × 28 → 6 × 24 × 24/);
    await workbench.screenshot('layer-hover-notebook');
  });

  it('tells its sizes and parameters, and looks right in dark and light', async () => {
    await workbench.openFile('net.py');
    for (const [theme, name] of [
      ['Default Dark Modern', 'dark'],
      ['Default Light Modern', 'light'],
    ] as const) {
      await workbench.setTheme(theme);
      const said = await hover('kernel_size=7, stride');
      assert.match(said, /nn\.Conv2d — PyTorch, 2-D convolution/);
      assert.match(said, /3 × 224 × 224 → 64 × 112 × 112/);
      assert.match(said, /⌊\(224 − 7 \+ 2·3\) \/ 2⌋ \+ 1 = 112/);
      assert.match(said, /64·3·7·7 \+ 64 = 9472/);
      await workbench.screenshot(`layer-hover-${name}`);
    }
  });

  it('says why the next layer does not fit', async () => {
    assert.match(await hover('32, 8, 5'), /In 28 channels, the layer expects 32\./);
    await workbench.screenshot('layer-hover-problem');
  });

  it('tells what half a call has said', async () => {
    assert.match(await hover('3, 5, kernel_size=4'), /The call is not complete\./);
  });

  it('takes the input shape that the person gives', async () => {
    assert.match(await hover('3, stride=2)'), /⌊\(H − 3\) \/ 2⌋ \+ 1, the same with W/);
    await workbench.screenshot('layer-hover-open');
    await workbench.page.locator('.monaco-hover a').filter({ hasText: 'Give input shape' }).first().click();
    const input = workbench.page.locator('.quick-input-widget input[type=text]');
    await input.waitFor();
    await input.fill('a picture');
    await workbench.page.locator('.quick-input-message').filter({ hasText: 'That is no shape' }).waitFor();
    await input.fill('8x13x20');
    await workbench.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
    await hover('3, 2, ceil_mode');
    assert.match(await hover('3, stride=2)'), /8 × 13 × 20 → 8 × 6 × 9/);
    await workbench.screenshot('layer-hover-given');
  });
});
