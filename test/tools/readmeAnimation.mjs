/** Makes the README's first picture, `media/readme/lens.gif`: the real panel in a real workbench, frame by frame. */
import fs from 'node:fs';
import path from 'node:path';
import gifenc from 'gifenc';
import { launchBrowser } from './browser.mjs';
import { copySamples } from './copySamples.mjs';
import { projectRoot } from './projectRoot.mjs';
import { startWorkbenchServer } from './workbenchServer.mjs';

const { GIFEncoder, quantize } = gifenc;

const file = path.join(projectRoot, 'media', 'readme', 'lens.gif');
const size = { width: 940, height: 640 };
/** Pixels of the picture for one of the page, for screens that have more of them. */
const density = 1.5;

/** The course's example of nine patches. */
const matrices = `image = [[1, 2, 3, 0, 1], [0, 1, 2, 3, 1], [1, 0, 1, 2, 0], [2, 1, 0, 1, 2], [1, 2, 1, 0, 1]]

filter = [[1, 0, -1], [1, 0, -1], [1, 0, -1]]`;

/** Nothing but the panel. */
const settings = {
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'workbench.editor.showTabs': 'none',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.customTitleBarVisibility': 'never',
  'window.menuBarVisibility': 'hidden',
};

/** Milliseconds into the movement of a step at which it is drawn, and how long the step is looked at afterwards. */
const movement = [40, 100, 150, 200, 260, 330, 400, 470, 540, 600];
const rest = 500;

/** Colours that are kept as they are, and those that stand for all others. */
const kept = { exact: 190, others: 65 };

const server = await startWorkbenchServer({ settings });
const browser = await launchBrowser();
try {
  const context = await browser.newContext({
    viewport: size,
    deviceScaleFactor: density,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(server.address({ folder: copySamples(), extension: projectRoot }));
  const panel = await openPanel(page);
  const frames = await film(page, panel);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, await encoded(page, frames));
  const seconds = frames.reduce((sum, { delay }) => sum + delay, 0) / 1000;
  const kilobytes = Math.round(fs.statSync(file).size / 1000);
  console.log(`${path.relative(projectRoot, file)}: ${frames.length} frames, ${seconds.toFixed(1)} s, ${kilobytes} kB`);
} finally {
  await browser.close();
  await server.stop();
}

async function openPanel(page) {
  await page.locator('.part.sidebar .pane-body').first().waitFor();
  await page.evaluate((text) => navigator.clipboard.writeText(text), matrices);
  for (const command of ['View: Toggle Primary Side Bar Visibility', 'Convolution Lens: Convolve from Clipboard'])
    while (!(await runs(page, command))) await page.keyboard.press('Escape');
  for (;;) {
    for (const frame of page.frames())
      if (
        (await frame
          .locator('[role=grid][aria-label^="Feature map"]')
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    await page.waitForTimeout(100);
  }
}

/** Whether a command could be chosen; those of the extension come a moment after the workbench. */
async function runs(page, command) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type=text]');
  await input.fill(`>${command}`);
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: command }).first();
  return row.click({ timeout: 3000 }).then(
    () => true,
    () => false,
  );
}

/** The story: steps that explain themselves, the rest of the map, another stride, another kernel. */
async function film(page, panel) {
  const frames = [];
  const clip = await (await panel.frameElement()).boundingBox();
  const shoot = async (delay) => frames.push({ png: await page.screenshot({ type: 'png', clip }), delay });
  const button = (name) => panel.getByRole('button', { name, exact: true });
  const settled = async () => {
    await panel.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
    await page.waitForTimeout(150);
  };
  const hold = async (delay) => {
    await page.mouse.move(size.width / 2, size.height - 2);
    await panel.evaluate(() => document.activeElement?.blur());
    await settled();
    await shoot(delay);
  };
  const step = async () => {
    await panel.evaluate(stepAndStop);
    let before = 0;
    for (const at of movement) {
      await panel.evaluate(movedTo, at);
      await shoot(at - before);
      before = at;
    }
    await panel.evaluate(finished);
    await hold(rest);
  };
  const quickly = async (steps, delay) => {
    for (let count = 0; count < steps; count++) {
      await panel.locator('[role=grid][aria-label^="Feature map"] [tabindex="0"]').press('ArrowRight');
      await hold(delay);
    }
  };
  await button('so far').click();
  // The movement comes with its first use.
  await button('Step on').click();
  await button('First step').click();
  await hold(900);
  for (let count = 0; count < 3; count++) await step();
  await button('Padding on all sides: more').click();
  await hold(900);
  await button('First step').click();
  await quickly(8, 110);
  await button('whole').click();
  await hold(800);
  await button('Stride: more').click();
  await hold(1200);
  await button('Stride: less').click();
  await panel.locator('.pick-kernel').click();
  await hold(700);
  await panel.locator('[data-preset=laplacian]').click();
  await page.keyboard.press('Escape');
  await hold(1300);
  return frames;
}

/** In the page: the next step, with its movement held at its beginning. */
async function stepAndStop() {
  document.querySelector('button[aria-label="Step on"]').click();
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let count = 0; count < 3; count++) await frame();
  for (const animation of document.getAnimations()) animation.pause();
}

/** In the page: every movement at a moment of its own time. */
function movedTo(at) {
  for (const animation of document.getAnimations()) animation.currentTime = at;
}

function finished() {
  for (const animation of document.getAnimations()) animation.finish();
}

/** One palette for all frames; what does not change from one to the next is left out, which packs well. */
async function encoded(page, frames) {
  const pictures = [];
  for (const { png, delay } of frames) pictures.push({ delay, ...(await pixelsOf(page, png)) });
  const { width, height } = pictures[0];
  const palette = [...paletteOf(pictures), [0, 0, 0]];
  const clear = palette.length - 1;
  const indexOf = nearest(palette.slice(0, clear));
  const encoder = GIFEncoder();
  let before;
  for (const { data, delay } of pictures) {
    const indices = Uint8Array.from(wordsOf(data), indexOf);
    const shown = before ? indices.map((colour, place) => (colour === before[place] ? clear : colour)) : indices;
    encoder.writeFrame(shown, width, height, {
      palette: before ? undefined : palette,
      delay,
      transparent: before !== undefined,
      transparentIndex: clear,
      dispose: 1,
    });
    before = indices;
  }
  encoder.finish();
  return encoder.bytes();
}

/** The most frequent colours exactly, so that gradients have no bands, and a few for the edges of letters. */
function paletteOf(pictures) {
  const counts = new Map();
  for (const { data } of pictures.filter((_, index) => index % 3 === 0))
    for (const word of wordsOf(data)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  const exact = sorted.slice(0, kept.exact).map(([word]) => [word & 255, (word >> 8) & 255, (word >> 16) & 255]);
  const rest = Uint32Array.from(sorted.slice(kept.exact).map(([word]) => word));
  return [...exact, ...quantize(new Uint8ClampedArray(rest.buffer), kept.others)];
}

/** The place of the nearest colour of a palette, for pixels as words. */
function nearest(palette) {
  const known = new Int16Array(2 ** 24).fill(-1);
  return (word) => {
    const colour = word & 0xffffff;
    if (known[colour] < 0) {
      const far = palette.map(
        ([r, g, b]) => (r - (colour & 255)) ** 2 + (g - ((colour >> 8) & 255)) ** 2 + (b - ((colour >> 16) & 255)) ** 2,
      );
      known[colour] = far.indexOf(Math.min(...far));
    }
    return known[colour];
  };
}

/** Pixels as whole numbers, red in the lowest byte. */
function wordsOf(data) {
  return new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4);
}

/** Pixels as red, green, blue and alpha; the browser knows how to read its own pictures. */
async function pixelsOf(page, png) {
  const { width, height, text } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const drawing = canvas.getContext('2d');
    drawing.drawImage(bitmap, 0, 0);
    const { data } = drawing.getImageData(0, 0, bitmap.width, bitmap.height);
    const parts = [];
    for (let from = 0; from < data.length; from += 8192)
      parts.push(String.fromCharCode(...data.subarray(from, from + 8192)));
    return { width: bitmap.width, height: bitmap.height, text: btoa(parts.join('')) };
  }, png.toString('base64'));
  return { width, height, data: Uint8Array.from(Buffer.from(text, 'base64')) };
}
