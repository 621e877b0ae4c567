/**
 * Pictures of the fixture page for looking at. `node screenshots.mjs [part of a name …]`; CHROMIUM names the browser,
 * pictures go to out/fixture/png.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { buildFixture, outDir } from './build.mjs';

const full = [1400, 860];
const half = [760, 720];
const low = [760, 480];
const narrow = [280, 720];
const shots = [
  ...['dark', 'light', 'hc-dark', 'hc-light'].flatMap((theme) => [
    ['main', theme, full],
    ['main', theme, half],
    ['main', theme, narrow],
    ['stride', theme, full],
  ]),
  ...[
    'valid',
    'sofar',
    'small',
    'one',
    'mnist',
    'large',
    'problem',
    'notice',
    'uses',
    'reflect',
    'sided',
    'gauss',
    'seven',
    'five',
    'line',
    'dilated',
    'strange',
    'sobel',
    'floor',
  ].flatMap((scene) => [
    [scene, 'dark', full],
    [scene, 'light', half],
    [scene, 'dark', narrow],
  ]),
  ['main', 'dark', low],
  ['main', 'dark', [1000, 600]],
  ['main', 'dark', [480, 700]],
  ['main', 'light', [760, 1100]],
  ['large', 'dark', low],
  ['stride', 'dark', low],
  ['main', 'dark', full, 'kernel'],
  ['main', 'dark', half, 'kernel'],
  ['main', 'dark', narrow, 'kernel'],
  ...['dark', 'light', 'hc-dark', 'hc-light'].flatMap((theme) => [
    ['doubtful', theme, full, 'read-kernel'],
    ['doubtful', theme, half, 'read-input'],
    ['main', theme, narrow, 'read-input'],
  ]),
  ['stride', 'dark', full, 'solve'],
  ['stride', 'light', narrow, 'solve'],
  ['main', 'dark', half, 'sides'],
  ['main', 'dark', full, 'hover-input'],
  ['main', 'light', half, 'hover-input'],
  ['main', 'dark', full, 'edit'],
  ['main', 'dark', full, 'focus'],
];

const acts = {
  kernel: (page) => page.click('.pick-kernel'),
  'read-input': (page) => page.click('.reading >> nth=0'),
  'read-kernel': (page) => page.click('.reading >> nth=1'),
  solve: (page) => page.click('.solve'),
  sides: (page) => page.click('.field.padding .field-body > button'),
  'hover-input': (page) => page.hover('.grid.input [data-row="1"][data-col="3"]'),
  edit: async (page) => {
    await page.dblclick('.grid.kernel [data-row="1"][data-col="1"]');
    await page.keyboard.type('1/');
    await page.keyboard.press('Enter');
  },
  focus: async (page) => {
    await page.click('.grid.map [data-row="2"][data-col="1"]');
    await page.keyboard.press('ArrowRight');
  },
};

const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

async function main() {
  await buildFixture();
  await mkdir(`${outDir}png`, { recursive: true });
  const server = createServer(async (request, response) => {
    const name = new URL(request.url, 'http://fixture').pathname.slice(1) || 'index.html';
    if (name === 'favicon.ico') return response.writeHead(204).end();
    const body = await readFile(`${outDir}${name}`).catch(() => undefined);
    response.writeHead(body ? 200 : 404, { 'content-type': types[name.split('.').at(-1)] ?? 'text/plain' }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
  });
  const wanted = process.argv.slice(2);
  let faults = 0;
  for (const shot of shots) faults += await take(browser, server.address().port, shot, wanted);
  await browser.close();
  server.close();
  if (faults > 0) process.exitCode = 1;
}

async function take(browser, port, [scene, theme, [width, height], act], wanted) {
  const name = [scene, act, `${width}x${height}`, theme].filter(Boolean).join('-');
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) return 0;
  const page = await browser.newPage({ viewport: { width, height } });
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  const surface = width < 350 ? 'playground' : 'panel';
  await page.goto(`http://127.0.0.1:${port}/?still&scene=${scene}&theme=${theme}&surface=${surface}`);
  await page.waitForSelector('[data-ready=true]');
  if (act) await acts[act](page).catch((error) => faults.push(error.message));
  await page.waitForTimeout(150);
  const over = await page.evaluate(() => {
    const stage = document.querySelector('.stage');
    return [
      stage.scrollHeight - stage.clientHeight,
      stage.scrollWidth - stage.clientWidth,
      document.querySelector('.stage-inner')?.dataset.composition,
    ];
  });
  await page.screenshot({ path: `${outDir}png/${name}.png` });
  await page.close();
  console.log(name, over[2], over[0] > 0 || over[1] > 0 ? `SCROLLS ${over[0]} ${over[1]}` : '', ...faults);
  return faults.length;
}

await main();
