/**
 * `npm run bench -- view`, after a build: how fast the panel is in a real workbench, beside its goals. Names of parts
 * after it measure these alone; `--tries 10 --cycles 50` is for a first look.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../tools/projectRoot.mjs';
import { table } from './report.mjs';
import { median, percentile95 } from './statistics.mjs';
import { measureLarge, measureLeaks, measureOpening } from './viewOpening.mjs';
import { measureCancel, measureChanges, measureHover, measureScrub } from './viewUse.mjs';

const parts = {
  opening: measureOpening,
  changes: measureChanges,
  large: measureLarge,
  hover: measureHover,
  scrub: measureScrub,
  cancel: measureCancel,
  leaks: measureLeaks,
};
/** With more of other work on the machine, times say little. */
const quietLoad = 0.5;

/** Measures, prints, and writes `out/bench/view.json`; the exit code says whether every goal is reached. */
export async function benchView(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { tries: { type: 'string', default: '50' }, cycles: { type: 'string', default: '1000' } },
  });
  const names = positionals.length > 0 ? positionals : Object.keys(parts);
  const unknown = names.filter((name) => !(name in parts));
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: there are ${Object.keys(parts).join(', ')}.`);
  const [load] = os.loadavg();
  console.log(
    `Load at the start: ${load.toFixed(2)}${load < quietLoad ? '' : '. TOO MUCH: times mean little above 0.5.'}`,
  );
  const amounts = { tries: Number(values.tries), cycles: Number(values.cycles) };
  const judged = [];
  for (const name of names) {
    const figures = (await parts[name](amounts)).map(judge);
    judged.push(...figures);
    console.log(`\n${table([header, ...figures.map(cells)])}`);
  }
  const folder = path.join(projectRoot, 'out', 'bench');
  fs.mkdirSync(folder, { recursive: true });
  const content = { date: new Date().toISOString(), processor: os.cpus()[0].model, load, figures: judged };
  fs.writeFileSync(path.join(folder, 'view.json'), `${JSON.stringify(content, undefined, 2)}\n`);
  const missed = judged.filter(({ isReached }) => isReached === false);
  console.log(`\n${missed.length === 0 ? 'Every goal is reached.' : `Missed: ${missed.length}.`}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

const header = ['view, in ms where nothing else is said', 'tries', 'median', '95 %', 'longest', 'goal', ''];

/** Of a goal that is for all, none may miss it; else 95 of 100. A part without any times has none that miss it. */
function judge({ title, goal, isForAll = false, times }) {
  const [middle, most, longest] = times.length === 0 ? [] : [median(times), percentile95(times), Math.max(...times)];
  const isReached = goal === undefined ? undefined : ((isForAll ? longest : most) ?? 0) <= goal;
  return { title, goal, isForAll, isReached, median: middle, p95: most, longest, times };
}

function cells({ title, goal, isForAll, isReached, median: middle, p95, longest, times }) {
  const verdict = isReached === undefined ? '' : isReached ? 'yes' : 'no';
  const asked = goal === undefined ? '' : `${goal}${isForAll ? ', all' : ''}`;
  return [title, String(times.length), ...[middle, p95, longest].map(digits), asked, verdict];
}

function digits(milliseconds) {
  return milliseconds === undefined ? '' : milliseconds.toFixed(1);
}
