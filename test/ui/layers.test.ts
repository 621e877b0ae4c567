import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { copySamples } from '../tools/copySamples.mjs';
import { eventually, Workbench } from './workbench';

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

const wrong = `import torch
import torch.nn as nn
import torch.nn.functional as F


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5, padding=2)
        self.pool = nn.MaxPool2d(2)
        self.conv2 = nn.Conv2d(6, 16, 3, stride=2, padding=1)
        self.fc1 = nn.Linear(16 * 5 * 5, 120)
        self.fc2 = nn.Linear(120, 10)

    def forward(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = F.relu(self.conv2(x))
        x = torch.flatten(x, 1)
        return self.fc2(F.relu(self.fc1(x)))


net = LeNet()
net(torch.randn(1, 1, 28, 28))
`;

const cell = (source: string) => ({ cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source });
const notebook = {
  cells: [
    cell('%matplotlib inline\nfrom torch import nn as layers_of_torch'),
    cell('net = layers_of_torch.Sequential(\n    layers_of_torch.Conv2d(1, 6, 5),\n)'),
    cell('import torch\nnet(torch.randn(1, 1, 28, 28))'),
    cell('alone = layers_of_torch.AvgPool2d(3, stride=2)'),
    cell(
      'head = layers_of_torch.Sequential(\n    layers_of_torch.Linear(784, 100),\n    layers_of_torch.Linear(128, 10),\n)',
    ),
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
    fs.writeFileSync(path.join(folder, 'wrong.py'), wrong);
    fs.writeFileSync(path.join(folder, 'net.ipynb'), JSON.stringify(notebook));
    workbench = await Workbench.open({ folder });
  });
  after(() => workbench?.close());

  /** What the hover says, with plain blanks. */
  const hover = async (text: string) => (await workbench.hover(text)).replaceAll('\u00a0', ' ');

  /** Gives the input shape that the open hover asks for; what is no shape is not taken. */
  const giveShape = async (shape: string, noShape?: string) => {
    await workbench.page.locator('.monaco-hover a').filter({ hasText: 'Give input shape' }).first().click();
    const input = workbench.page.locator('.quick-input-widget input[type=text]');
    await input.waitFor();
    if (noShape !== undefined) {
      await input.fill(noShape);
      await workbench.page.locator('.quick-input-message').filter({ hasText: 'That is no shape' }).waitFor();
    }
    await input.fill(shape);
    await workbench.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  };
  const untilHover = async (text: string, said: RegExp) => {
    assert.match(await hover(text), said);
  };

  it('knows in a notebook what other cells import and hand over', async () => {
    await workbench.openFile('net.ipynb');
    assert.match(await hover('1, 6, 5'), /1 × 28 × 28 → 6 × 24 × 24/);
    await workbench.screenshot('layer-hover-notebook');
  });

  it('takes in a notebook the input shape that the person gives', async () => {
    assert.match(await hover('3, stride=2)'), /The input shape is not known/);
    await giveShape('8x13x20');
    await untilHover('3, stride=2)', /8 × 13 × 20 → 8 × 6 × 9/);
    await workbench.screenshot('layer-hover-notebook-given');
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
    await giveShape('8x13x20', 'a picture');
    await untilHover('3, stride=2)', /8 × 13 × 20 → 8 × 6 × 9/);
    await workbench.screenshot('layer-hover-given');
  });

  it('shows the window over its input, follows the theme, and opens the lens with it', async () => {
    await workbench.openFile('wrong.py');
    assert.match(await hover('3, stride=2, padding=1'), /6 × 14 × 14 → 16 × 7 × 7/);
    const picture = workbench.page.locator('.monaco-hover img[src^="data:image/svg+xml"]').first();
    assert.ok((await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)) > 60);
    await workbench.screenshot('layer-hover-picture-light');
    await workbench.page.locator('.monaco-hover a').filter({ hasText: 'Solve for padding' }).first().click();
    const panel = await workbench.panel();
    await panel.locator('[role=dialog] .solver').first().waitFor();
    assert.equal((await workbench.grid(panel, 'Input')).length, 14);
    assert.equal((await workbench.grid(panel, 'Feature map')).length, 7);
    await workbench.screenshot('layer-solver');
    await workbench.run('View: Close All Editors');
  });
});

describe('shapes behind layers, and layers that do not fit', () => {
  let workbench: Workbench;
  before(async () => {
    const folder = copySamples();
    fs.writeFileSync(path.join(folder, 'wrong.py'), wrong);
    fs.writeFileSync(path.join(folder, 'net.ipynb'), JSON.stringify(notebook));
    workbench = await Workbench.open({ folder, settings: { 'editor.autoClosingBrackets': 'never' } });
  });
  after(() => workbench?.close());

  const squiggles = () => workbench.page.locator('.squiggly-warning');
  /** The lines that are seen, with the hints in them and plain blanks. */
  const lines = async () => {
    const all = await workbench.page.locator('.view-lines .view-line').allInnerTexts();
    return all.map((line) => line.replaceAll('\u00a0', ' ').replaceAll('\u200c', ''));
  };
  const untilLine = (part: string) =>
    eventually(`a line with ${part}`, async () => (await lines()).find((line) => line.includes(part)));

  it('shows the shapes once they are switched on, in dark and light', async () => {
    await workbench.openFile('wrong.py');
    assert.ok(!(await lines()).some((line) => line.includes('→')));
    await workbench.run('Convolution Lens: Toggle Shape Hints');
    await untilLine('padding=1)→ 16×7×7');
    await untilLine('F.relu(self.conv2(x))→ 16×7×7');
    await workbench.screenshot('layer-hints-dark');
    await workbench.setTheme('Default Light Modern');
    await workbench.screenshot('layer-hints-light');
    await workbench.setTheme('Default Dark Modern');
  });

  it('writes a shape into the text as a comment on a double-click', async () => {
    await workbench.page.locator('.view-line').filter({ hasText: 'MaxPool2d(2)' }).getByText('→ 6×14×14').dblclick();
    await untilLine('nn.MaxPool2d(2)  # → 6×14×14');
  });

  it('marks the number that does not fit, and mends it, and leaves half-typed text alone', async () => {
    await squiggles().first().waitFor();
    assert.equal(await squiggles().count(), 1);
    assert.match(
      (await workbench.hover('16 * 5 * 5')).replaceAll('\u00a0', ' '),
      /16·7·7 = 784 features come in, but in_features is 400\./,
    );
    await workbench.screenshot('layer-problem');
    await workbench.clickText('16 * 5 * 5');
    await workbench.page.keyboard.press('Control+.');
    const action = workbench.page.locator('.action-widget').getByText('Change in_features to 16 * 7 * 7');
    await action.waitFor();
    await workbench.screenshot('layer-quick-fix');
    await workbench.page.keyboard.press('Enter');
    await untilLine('nn.Linear(16 * 7 * 7, 120)');
    await squiggles().first().waitFor({ state: 'detached' });
    await untilLine('nn.Linear(16 * 7 * 7, 120)→ 120');
    await workbench.screenshot('layer-mended');
  });

  it('says nothing while a call is being typed, and tells once it is whole', async () => {
    await workbench.clickText('120, 10');
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.insertText('self.more = nn.Sequential(nn.Linear(10, 5), nn.Linear(6, 2)');
    await workbench.page.waitForTimeout(1000);
    await workbench.screenshot('layer-half-typed');
    assert.equal(await squiggles().count(), 0);
    await workbench.page.keyboard.insertText(')');
    await squiggles().first().waitFor();
  });

  it('does the same in a notebook', async () => {
    await workbench.openFile('net.ipynb');
    await untilLine('Conv2d(1, 6, 5)→ 6×24×24');
    await squiggles().first().waitFor();
    await workbench.screenshot('layer-notebook');
    await workbench.clickText('128, 10');
    await workbench.page.keyboard.press('Control+.');
    await workbench.page.locator('.action-widget').getByText('Change in_features to 100').waitFor();
    await workbench.page.keyboard.press('Enter');
    await untilLine('Linear(100, 10)');
    await squiggles().first().waitFor({ state: 'detached' });
  });
});
