/**
 * How fast the panel of a large matrix answers, in a real workbench: `npm run bench:panel`, after a build.
 *
 * For 512×512 and 1080×1920 it changes the stride by key and the kernel by click, and prints the time from the event to
 * the painted map (median, 95th percentile, longest) and the longest turn of the extension host's event loop meanwhile;
 * then it cancels a computation of seconds with Escape, and prints the time from the key to the frame that says so.
 * Arguments name what is measured: `square`, `frame`, `cancel`. It depends on the machine: nothing is asserted.
 */
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { copySamples } from './copySamples.mjs';
import { projectRoot } from './projectRoot.mjs';
import { startWorkbenchServer } from './workbenchServer.mjs';

const changes = 40;
const restMilliseconds = 120;
const cancels = 12;
const files = {
  'square.csv': { text: () => picture(512, 512), measure: measureChanges },
  'frame.csv': { text: () => picture(1080, 1920), measure: measureChanges },
  'cancel.py': { text: longWork, measure: measureCancel },
};

function picture(rows, cols) {
  const value = (y, x) => Math.round(128 + 127 * Math.sin(Math.hypot(x - cols / 2, y - rows / 2) / 19));
  return lines(rows, cols, value).join('\n');
}

/** Two matrices whose convolution takes seconds once its stride is 2, where no transform helps. */
function longWork() {
  const square = (side, value) => `[${lines(side, side, value).map((line) => `[${line}]`)}]`;
  const kernel = square(301, (y, x) => ((y * 7919 + x * 104729 + y * x * 31) % 11) - 5);
  return `kernel = ${kernel}\n\nimage = ${square(1300, (y, x) => (x * y) % 10)}\n`;
}

function lines(rows, cols, value) {
  return Array.from({ length: rows }, (_, y) => Array.from({ length: cols }, (_, x) => value(y, x)).join(','));
}

async function measure(name) {
  const folder = copySamples();
  fs.writeFileSync(path.join(folder, name), files[name].text());
  const server = await startWorkbenchServer({ settings: { 'editor.largeFileOptimizations': true } });
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({
      viewport: { width: 1600, height: 960 },
      permissions: ['clipboard-write'],
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(server.address({ folder, file: path.join(folder, name), extension: projectRoot, tests: probe }));
    await convolve(page, name);
    return await files[name].measure(page, name, () => readStalls(folder));
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function measureChanges(page, name, stalls) {
  const panel = await untilMap(page);
  await watchPaints(panel);
  await panel.locator('.stage').click({ position: { x: 4, y: 4 } });
  const rows = [];
  rows.push(await series(`${name}: stride`, panel, stalls, (i) => page.keyboard.press(i % 2 === 0 ? '.' : ',')));
  await panel.locator('.pick-kernel').click();
  const presets = panel.locator('.preset');
  await presets.first().waitFor();
  rows.push(await series(`${name}: kernel`, panel, stalls, (i) => presets.nth(i % 5).click()));
  await page.keyboard.press('Escape');
  rows.push(await drag(`${name}: stride, every 16 ms`, page, panel, stalls));
  return rows;
}

async function measureCancel(page, name, stalls) {
  const asking = await untilIn(page, (frame) => frame.getByRole('button', { name: 'Compute anyway' }));
  await asking.getByRole('button', { name: 'Compute anyway' }).click();
  const panel = await untilMap(page);
  await watchCancels(panel);
  await panel.locator('.stage').click({ position: { x: 4, y: 4 } });
  const times = [];
  const from = Date.now();
  for (let i = 0; i < cancels; i++) {
    await page.keyboard.press('.');
    await panel.getByRole('button', { name: 'Cancel' }).waitFor();
    // At any moment of a band, and of what is told between them.
    await page.waitForTimeout(100 + 37 * i);
    await panel.evaluate(() => Object.assign(globalThis.watch, { event: 0, painted: [] }));
    await page.keyboard.press('Escape');
    times.push(await paintedAfter(panel));
    await page.keyboard.press(',');
    await panel.locator(mapPicture).waitFor();
    await page.waitForTimeout(restMilliseconds);
  }
  return [row(`${name}: cancel`, times, stalls, from)];
}

const probe = path.join(projectRoot, 'test', 'tools', 'stallProbe.cjs');

async function convolve(page, name) {
  await page.locator(`.tab.active[aria-label^="${name}"]`).waitFor();
  await page.locator('.editor-instance .view-line').first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input[type=text]').fill('>Convolution Lens: Convolve Selection');
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Convolve Selection' }).first().click();
}

const mapPicture = 'canvas[aria-label="Picture of the feature map"]:not([hidden])';

/** The panel, once its map is there and everything is at rest. */
async function untilMap(page) {
  const panel = await untilIn(page, (frame) => frame.locator(mapPicture));
  await page.waitForTimeout(3000);
  return panel;
}

/** The frame in which something is. */
async function untilIn(page, find) {
  for (;;) {
    for (const frame of page.frames()) {
      const count = await find(frame)
        .count()
        .catch(() => 0);
      if (count > 0) return frame;
    }
    await page.waitForTimeout(100);
  }
}

/** In the panel: the time of the last key or click, and of the first frame after each painting of the map. */
function watchPaints(panel) {
  return panel.evaluate(() => {
    const watch = { event: 0, painted: [] };
    globalThis.watch = watch;
    for (const type of ['keydown', 'click'])
      document.addEventListener(type, ({ timeStamp }) => Object.assign(watch, { event: timeStamp }), true);
    const { putImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.putImageData = function (...args) {
      putImageData.apply(this, args);
      if (this.canvas.ariaLabel !== 'Picture of the feature map') return;
      requestAnimationFrame(() => setTimeout(() => watch.painted.push(performance.now())));
    };
  });
}

/** In the panel: the time of the last key, and of the first frame that says that it was cancelled. */
function watchCancels(panel) {
  return panel.evaluate(() => {
    const watch = { event: 0, painted: [] };
    globalThis.watch = watch;
    document.addEventListener('keydown', ({ timeStamp }) => Object.assign(watch, { event: timeStamp }), true);
    new MutationObserver(() => {
      if (document.querySelector('p.computing[role=status]') === null || watch.event === 0) return;
      requestAnimationFrame(() => setTimeout(() => watch.painted.push(performance.now())));
    }).observe(document.body, { childList: true, subtree: true });
  });
}

/** Milliseconds from the last event to the first painting after it. */
function paintedAfter(panel) {
  return panel.evaluate(async () => {
    const { watch } = globalThis;
    for (let tries = 0; watch.painted.length === 0 && tries < 400; tries++)
      await new Promise((resolve) => setTimeout(resolve, 5));
    return watch.painted[0] - watch.event;
  });
}

async function series(title, panel, stalls, change) {
  const times = [];
  const from = Date.now();
  for (let i = 0; i < changes; i++) {
    await panel.evaluate(() => Object.assign(globalThis.watch, { event: 0, painted: [] }));
    await change(i);
    times.push(await paintedAfter(panel));
    await panel.page().waitForTimeout(restMilliseconds);
  }
  return row(title, times, stalls, from);
}

/** Keys faster than maps come: the pauses between paintings are what a person sees of a drag. */
async function drag(title, page, panel, stalls) {
  await panel.evaluate(() => Object.assign(globalThis.watch, { painted: [] }));
  const from = Date.now();
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press(i % 10 < 5 ? '.' : ',');
    await page.waitForTimeout(16);
  }
  await page.waitForTimeout(500);
  const painted = await panel.evaluate(() => globalThis.watch.painted);
  const pauses = painted.slice(1).map((time, i) => time - painted[i]);
  return row(title, pauses, stalls, from);
}

function row(title, times, stalls, from) {
  const sorted = times.filter((time) => time > 0).sort((a, b) => a - b);
  const at = (share) => `${Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))])} ms`;
  const turns = stalls().filter(({ time }) => time >= from);
  const longest = Math.max(0, ...turns.map(({ length }) => length));
  return { title, times: sorted.length, median: at(0.5), p95: at(0.95), longest: at(1), stall: `${longest} ms` };
}

function readStalls(folder) {
  const lines = fs.readFileSync(path.join(folder, 'stalls.txt'), 'utf8').trim().split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [time, length] = line.split(' ').map(Number);
      return { time, length };
    });
}

const asked = process.argv.slice(2);
const names = Object.keys(files).filter((name) => asked.length === 0 || asked.some((part) => name.includes(part)));
const rows = [];
for (const name of names) rows.push(...(await measure(name)));
console.table(rows);
