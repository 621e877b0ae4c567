/**
 * `npm run programs`: writes worked examples as programs of each library and runs them with Debian's python3 and octave;
 * each ends in a check of the map. Prints how many passed; ends with 1 when a check failed or a library was tried with
 * fewer than 20 settings. Then it runs the notebooks of the lessons. Keras is not among what is run.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { projectRoot } from '../projectRoot.mjs';

const out = path.join(projectRoot, 'out', 'programs');
const systemPython = '/usr/bin/python3';
const python = fs.existsSync(systemPython) ? systemPython : 'python3';
const runners = {
  python: { command: python, ending: '.py', args: (file) => [file] },
  matlab: { command: 'octave-cli', ending: '.m', args: (file) => ['--norc', '--quiet', file] },
};
const fewest = 20;

/** All programs of a library in one process each would take minutes of imports; each still stands in a file of its own. */
const together = {
  python: (files) =>
    files.map(
      (file) => `runpy.run_path(${JSON.stringify(file)})\nprint("passed", ${JSON.stringify(file)}, flush=True)`,
    ),
  matlab: (files) => files.map((file) => `source(${JSON.stringify(file)}); disp(["passed " ${JSON.stringify(file)}]);`),
};
const head = { python: ['import runpy'], matlab: ['1;'] };

async function load() {
  const outfile = path.join(out, 'entry.mjs');
  const entry = path.join(projectRoot, 'test', 'tools', 'programs', 'entry.ts');
  await esbuild.build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile));
}

function runKind(id, examples) {
  const languageId = programLanguage(id);
  const { command, ending, args } = runners[languageId];
  const folder = path.join(out, id);
  fs.mkdirSync(folder, { recursive: true });
  const files = examples.map((example, index) => {
    const file = path.join(folder, `setting${index}${ending}`);
    fs.writeFileSync(file, writeProgram(id, example));
    return file;
  });
  const all = path.join(folder, `all${ending}`);
  fs.writeFileSync(all, [...head[languageId], ...together[languageId](files), ''].join('\n'));
  const { stdout = '', stderr = '', error } = spawnSync(command, args(all), { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const passed = files.filter((file) =>
    stdout.split('\n').some((line) => line.startsWith('passed') && line.endsWith(file)),
  );
  console.log(`${id}: ${passed.length} of ${files.length} settings passed their check`);
  if (passed.length < files.length)
    console.log(`  first failure: ${files[passed.length]}\n${error ?? stderr.slice(-2000)}`);
  return passed.length === files.length && files.length >= fewest;
}

/** The notebooks of the lessons: as they are opened they ask for answers, and with the right ones every check is passed. */
function runLessons() {
  const lessons = path.join(projectRoot, 'media', 'lessons');
  const names = fs.readdirSync(lessons).filter((name) => name.endsWith('.convlesson.json'));
  const passed = names.filter((name) => {
    const { open, answered, questions } = lessonProgram(fs.readFileSync(path.join(lessons, name), 'utf8'));
    const asks = linesOf(`${name}.open.py`, open, 'Write your answer');
    return asks === questions && linesOf(`${name}.answered.py`, answered, 'Right.') === questions;
  });
  console.log(`lessons: ${passed.length} of ${names.length} notebooks passed their checks`);
  for (const name of names) if (!passed.includes(name)) console.log(`  failed: ${name}`);
  return passed.length === names.length && names.length > 0;
}

/** How many lines that a program prints begin so. */
function linesOf(name, code, start) {
  const folder = path.join(out, 'lessons');
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  fs.writeFileSync(file, `${code}\n`);
  const { stdout = '', stderr = '', status } = spawnSync(python, [file], { encoding: 'utf8' });
  if (status !== 0) console.log(`  ${file}\n${stderr.slice(-2000)}`);
  return stdout.split('\n').filter((line) => line.startsWith(start)).length;
}

const { canRepeat, lessonProgram, programIds, programLanguage, workedExamples, writeProgram } = await load();
const examples = [...workedExamples()];
const results = programIds
  .filter((id) => id !== 'keras')
  .map((id) =>
    runKind(
      id,
      examples.filter((example) => canRepeat(id, example)),
    ),
  );
process.exitCode = [runLessons(), ...results].every(Boolean) ? 0 : 1;
