/** In a fresh process: how long one work of networkEntry.ts takes, the first time and then. */
import { pathToFileURL } from 'node:url';

const [file, name, runs] = process.argv.slice(2);
const { works } = await import(pathToFileURL(file));
const run = works[name]();

const times = [];
let longestStep = 0;
for (let i = 0; i < Number(runs); i++) {
  const before = performance.now();
  const told = run();
  times.push(performance.now() - before);
  if (i > 0) longestStep = Math.max(longestStep, told.longestStep ?? 0);
}
const [first, ...others] = times;
others.sort((one, other) => one - other);
console.log(JSON.stringify({ first, median: others[others.length >> 1], slowest: others.at(-1), longestStep }));
