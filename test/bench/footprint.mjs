import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineBundle } from './engineBundle.mjs';
import { median } from './statistics.mjs';

const starts = 9;

/** What the engine costs besides time: its first result (ms), its bytes, its memory as a multiple of input and output. */
export function measureFootprint(node, payload) {
  const coldStarts = Array.from({ length: starts }, () => inFreshProcess(node, 'coldStart.mjs').milliseconds);
  return {
    firstResult: { median: median(coldStarts), min: Math.min(...coldStarts), max: Math.max(...coldStarts) },
    payload,
    memory: inFreshProcess(node, 'peakMemory.mjs').share,
  };
}

function inFreshProcess(node, script) {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), script);
  return JSON.parse(execFileSync(node, [file, engineBundle.whole], { encoding: 'utf8' }));
}
