import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { copySamples } from '../tools/copySamples.mjs';
import { Workbench } from './workbench';

const model = `import torch
import torch.nn as nn
import torch.nn.functional as F


class Block(nn.Module):
    def __init__(self, inner, width, stride=1):
        super().__init__()
        self.conv = nn.Conv2d(inner, width, 3, stride=stride, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(width)
        self.shortcut = nn.Sequential()
        if stride != 1 or inner != width:
            self.shortcut = nn.Conv2d(inner, width, 1, stride=stride)

    def forward(self, x):
        return F.relu(self.norm(self.conv(x)) + self.shortcut(x))


class Net(nn.Module):
    def __init__(self, classes=10):
        super().__init__()
        self.stem = nn.Conv2d(3, 16, 3, padding=1)
        self.blocks = nn.Sequential(Block(16, 16), Block(16, 32, 2))
        self.head = nn.Linear(32, classes)

    def forward(self, x):
        return self.head(self.blocks(F.relu(self.stem(x))).mean([2, 3]))


lenet = nn.Sequential(
    nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(), nn.Linear(400, 10),
)
lenet(torch.randn(1, 1, 28, 28))
net = Net()
net(torch.randn(8, 3, 32, 32))
broken = nn.Sequential(nn.Conv2d(1, 8, 3, stride=2), nn.Flatten(), nn.Linear(400, 10))
broken(torch.randn(1, 1, 28, 28))
`;

const message = `Traceback (most recent call last):
  File "/home/me/net.py", line 41, in <module>
RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x1352 and 400x10)
`;

const themes = [
  ['Default Dark Modern', 'dark'],
  ['Default Light Modern', 'light'],
] as const;

describe('models in the workbench', () => {
  let workbench: Workbench;
  before(async () => {
    const folder = copySamples();
    fs.writeFileSync(path.join(folder, 'net.py'), model);
    workbench = await Workbench.open({ folder });
    await workbench.openFile('net.py');
  });
  after(() => workbench?.close());

  const summary = async (): Promise<Frame> => {
    for (;;) {
      for (const frame of workbench.page.frames())
        if ((await frame.locator('.summary table').count()) > 0) return frame;
      await workbench.page.waitForTimeout(100);
    }
  };
  /** What is said over a layer. */
  const peek = async (text: string) => {
    const said = workbench.page.locator('.monaco-hover').filter({ hasText: text }).first();
    await said.waitFor();
    return (await said.innerText()).replaceAll('\u00a0', ' ');
  };

  it('have a summary, sorted by a click, that follows the text', async () => {
    await workbench.clickText('self.stem(x)');
    await workbench.run('Convolution Lens: Show Model Summary');
    const frame = await summary();
    for (const [theme, name] of themes) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`model-summary-${name}`);
    }
    const total = () => frame.locator('tfoot').innerText();
    // 448 + (2304 + 32) + (4608 + 64 + 544) + 330, as PyTorch 1.13 counts them.
    assert.match(await total(), /10 layers[\s\S]*8330/);
    await frame.locator('th button', { hasText: 'Parameters' }).click();
    assert.match(await frame.locator('tbody tr').first().innerText(), /4608/);
    await workbench.select('classes=10');
    await workbench.page.keyboard.type('classes=20');
    await frame.locator('tfoot', { hasText: '8660' }).waitFor();
  });

  it('open in the network panel', async () => {
    const frame = await summary();
    await frame.locator('select').selectOption({ label: 'lenet' });
    await frame.locator('tfoot', { hasText: '8 layers' }).waitFor();
    await frame.locator('button', { hasText: 'Open in Network' }).click();
    await workbench.page.waitForTimeout(2000);
    await workbench.screenshot('model-in-network');
  });

  it('are told the equal layer of Keras', async () => {
    await workbench.clickText('6, 16, 5');
    await workbench.run('Convolution Lens: Show Equivalent Layer');
    const said = await peek('Conv2D');
    assert.match(said, /layers\.Conv2D\(16, 5\)/);
    assert.match(said, /nn\.ConvTranspose2d\(16, 6, 5\)/);
    for (const [theme, name] of themes) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`equal-layer-${name}`);
    }
  });

  it('are told which layer an error is about, and how it is mended', async () => {
    await workbench.openFile('net.py');
    await workbench.setClipboard(message);
    await workbench.run('Convolution Lens: Explain Shape Error');
    const said = await peek('1352');
    assert.match(said, /400 → 10/);
    assert.match(said, /Set in_features to 1352/);
    for (const [theme, name] of themes) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`shape-error-${name}`);
    }
  });
});
