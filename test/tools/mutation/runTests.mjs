/**
 * Runs the bundled tests, quickest first, with the mutant of the environment's `MUTANT` awake; ends with 1 at the first
 * failure. With `DURATIONS` it writes what each top-level suite takes into that file instead of stopping.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import Mocha from 'mocha';

const { TESTS, ORDER, DURATIONS } = process.env;
const require = createRequire(import.meta.url);
// A mutant that one run catches must not survive the next by luck. The bundle requires fast-check too.
require('fast-check').configureGlobal({ seed: 20261125 });

const mocha = new Mocha({ bail: DURATIONS === undefined, reporter: 'min', timeout: 0 });
mocha.suite.emit('pre-require', globalThis, TESTS, mocha);
require(TESTS);

const durations = ORDER ? JSON.parse(fs.readFileSync(ORDER, 'utf8')) : {};
mocha.suite.suites.sort((a, b) => (durations[a.title] ?? 0) - (durations[b.title] ?? 0));

const failures = [];
const taken = {};
const runner = mocha.reporter(class {}).run((count) => {
  if (DURATIONS) fs.writeFileSync(DURATIONS, JSON.stringify(taken));
  if (DURATIONS) for (const failure of failures) console.error(failure);
  process.exit(count > 0 ? 1 : 0);
});
runner.on('test end', (test) => {
  const { title } = mocha.suite.suites.find((suite) => test.titlePath()[0] === suite.title) ?? test;
  taken[title] = (taken[title] ?? 0) + (test.duration ?? 0);
});
runner.on('fail', (test, error) => failures.push(`${test.fullTitle()}: ${error.message}`));
