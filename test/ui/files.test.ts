import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { copySamples } from '../tools/copySamples.mjs';
import { bytesOf, files } from '../unit/literals/files/files';
import { eventually, Workbench } from './workbench';

const pictures = [
  ['grey.png', 'grey PNG'],
  ['colour.png', 'colour PNG'],
  ['colour.jpg', 'colour JPEG'],
  ['grey.jpeg', 'grey JPEG'],
  ['colour.webp', 'WebP without loss'],
] as const;

/** The sample folder with files of NumPy and OpenCV in it. */
function folderOfFiles(): string {
  const folder = copySamples();
  const put = (name: string, content: Uint8Array | string) => fs.writeFileSync(path.join(folder, name), content);
  for (const [name, title] of pictures) put(name, bytesOf(files.pictures.find((one) => one.name === title)!));
  put('cube.npy', bytesOf(files.npy.find(({ name }) => name === 'columns first')!));
  put('broken.npy', bytesOf(files.npy[0]!).subarray(0, 131));
  put('dates.npy', bytesOf(files.refused.find(({ name }) => name === 'dates')!));
  put('large.csv', '7,0.5,-2\n'.repeat(600_000));
  put('pair.json', '{"image": [[1, 2], [3, 4]], "kernel": [[1, 0]]}');
  return folder;
}

describe('files in the explorer', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ folder: folderOfFiles() });
  });
  after(() => workbench?.close());

  const open = (file: string) => workbench.chooseFromExplorerMenu(file, 'Open File as Matrix');
  const untilTitle = (title: string) => workbench.page.locator(`.tab[aria-label^="${title}"]`).waitFor();
  const notice = (text: string) => workbench.page.locator('.notification-list-item').filter({ hasText: text }).first();

  it('open as matrices: .npy', async () => {
    await open('cube.npy');
    await untilTitle('cube ⊛');
    const expected = files.npy.find(({ name }) => name === 'columns first')!;
    const bytes = Buffer.from(expected.doubles, 'hex');
    const rows = [0, 1, 2].map((row) => [0, 1, 2, 3, 4].map((col) => bytes.readDoubleBE(8 * (5 * row + col))));
    await workbench.untilGrid(await workbench.panel(), 'Input', rows);
    await workbench.screenshot('file-npy');
  });

  it('open as matrices: CSV, which stays together with its text', async () => {
    await open('matrix.csv');
    const panel = await workbench.panel();
    await panel.getByRole('button', { name: 'Show in the text', exact: true }).waitFor();
    await workbench.screenshot('file-csv');
  });

  it('open as matrices: a large CSV, as a picture', async () => {
    await open('large.csv');
    await untilTitle('large ⊛');
    const panel = await workbench.panel();
    await panel.locator('.caption').filter({ hasText: '600000 × 3' }).first().waitFor();
    await workbench.screenshot('file-csv-large');
  });

  it('open as input and kernel where there are two in one', async () => {
    await open('pair.json');
    await untilTitle('image ⊛ kernel');
  });

  for (const [name, title] of pictures) {
    it(`open as matrices: ${name}, with the levels that OpenCV reads`, async () => {
      await open(name);
      await untilTitle(`${name.slice(0, name.lastIndexOf('.'))} ⊛`);
      const { rows, cols, planes, levels } = files.pictures.find((one) => one.name === title)!;
      const panel = await workbench.panel();
      await panel
        .locator('.caption')
        .filter({ hasText: `${rows} × ${cols}` })
        .first()
        .waitFor();
      for (let plane = 0; plane < planes; plane++) {
        const expected = Array.from({ length: rows }, (_, row) => {
          const from = plane * rows * cols + row * cols;
          return levels.slice(from, from + cols);
        });
        await workbench.untilGrid(panel, 'Input', expected);
        if (planes > 1) await nextPlane(panel);
      }
      await workbench.screenshot(`file-${name.replace('.', '-')}`);
    });
  }

  it('that are broken, or hold something else, are told with what was found', async () => {
    await workbench.run('Notifications: Show Notifications');
    await open('broken.npy');
    await notice('It is cut off').waitFor();
    await open('dates.npy');
    await notice('<M8[D]').waitFor();
    await workbench.screenshot('file-refused');
    assert.deepEqual(workbench.webviewErrors, []);
  });

  async function nextPlane(panel: Frame): Promise<void> {
    await eventually('the next plane', async () => {
      await panel.getByRole('button', { name: 'Plane after' }).first().click();
      return true;
    });
  }
});
