/** What `measureProbe.cjs` is asked for from outside. */
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from './projectRoot.mjs';

/** The script that a workbench is opened with as its tests. */
export const measureProbe = path.join(projectRoot, 'test', 'tools', 'measureProbe.cjs');

const limitMilliseconds = 60_000;

/**
 * The extension host of the workbench that was opened on a folder: `ask(act, argument)` gives what the act gives, and
 * the moment at which it began there.
 *
 * @param {string} folder
 */
export async function measuredHost(folder) {
  const port = await portOf(path.join(folder, 'probe.json'));
  /** @type {(act: string, argument?: unknown) => Promise<{ from: number, value: any }>} */
  const ask = async (act, argument) => {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: JSON.stringify({ act, argument }),
    });
    const body = await response.json();
    if (!response.ok) throw new Error(`${act}: ${body.message}`);
    return body;
  };
  return { ask };
}

async function portOf(file) {
  const end = Date.now() + limitMilliseconds;
  while (Date.now() < end) {
    const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    if (text !== '') return JSON.parse(text).port;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The extension host did not answer.');
}
