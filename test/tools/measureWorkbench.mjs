/** A real workbench to measure the panel in. */
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { copySamples } from './copySamples.mjs';
import { measuredHost, measureProbe } from './measureHost.mjs';
import { watchFrame } from './measureWatch.mjs';
import { projectRoot } from './projectRoot.mjs';
import { startWorkbenchServer } from './workbenchServer.mjs';

const limitMilliseconds = 30_000;
/** How long a panel is left alone before it is measured: what is not needed for the first picture loads behind it. */
const restMilliseconds = 1500;

/**
 * Opens a workbench on a folder with the given files beside the samples, calls `measure`, and closes it.
 *
 * @param {Readonly<Record<string, string | Uint8Array>>} files
 * @param {(workbench: Awaited<ReturnType<typeof measuredWorkbench>>) => Promise<T>} measure
 * @param {{ width: number, height: number }} viewport
 * @template T
 */
export async function inWorkbench(files, measure, viewport = { width: 1600, height: 960 }) {
  const folder = copySamples();
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), content);
  const server = await startWorkbenchServer({ settings: { 'editor.largeFileOptimizations': true } });
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport });
    return await measure(await measuredWorkbench(context, server, folder));
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function measuredWorkbench(context, server, folder) {
  const page = await context.newPage();
  page.setDefaultTimeout(limitMilliseconds);
  const longTasks = [];
  let painted;
  await context.exposeBinding('tellPainted', ({ frame }, told) => painted?.({ ...told, frame }));
  await context.exposeBinding('tellLongTask', (_, milliseconds) => void longTasks.push(milliseconds));
  await context.addInitScript(watchFrame);
  await page.goto(server.address({ folder, extension: projectRoot, tests: measureProbe }));
  await page.locator('.activitybar a[aria-label="Convolution Lens"]').waitFor();
  const { ask } = await measuredHost(folder);
  /** What is painted first after `act` has begun. */
  const paintOf = async (act) => {
    const told = new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error('Nothing was painted.')), limitMilliseconds);
      painted = (one) => {
        clearTimeout(limit);
        resolve(one);
      };
    });
    const [paint, result] = await Promise.all([told, act()]);
    return { ...paint, result };
  };
  /** Shows what stands in the lines of a text; gives the panel once it is at rest, for the first time a new one. */
  const convolve = async (name, first, last) => {
    await ask('select', { name, first, last });
    const { frame } = await paintOf(() => ask('command', { id: 'convolutionLens.convolveSelection' }));
    await rest(restMilliseconds);
    return frame;
  };
  return { page, context, folder, ask, paintOf, convolve, longTasks };
}

/** @param {number} milliseconds */
export function rest(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
