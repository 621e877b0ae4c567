/** `npm test`: builds, lints, runs every suite, and ends with the totals. */
import { spawn } from 'node:child_process';

const suites = ['test:unit', 'test:engine', 'test:workbench', 'test:ui'];

/** Runs a script of package.json, shows what it prints, and gives that back too. */
function npmRun(script) {
  console.log(`\n> ${script}`);
  return new Promise((resolve, reject) => {
    const [command, ...first] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
    const child = spawn(command, [...first, 'run', '--silent', script], { stdio: ['inherit', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ succeeded: code === 0, output }));
  });
}

/** The sum of what mocha counted, over all its runs in a script. */
function count(output, word) {
  const lines = output.matchAll(new RegExp(`^ *(\\d+) ${word}\\b`, 'gm'));
  return [...lines].reduce((sum, [, number]) => sum + Number(number), 0);
}

async function totals() {
  const build = await npmRun('build');
  if (!build.succeeded) return { passed: 0, failed: 1 };
  const lint = await npmRun('lint');
  let passed = 0;
  let failed = lint.succeeded ? 0 : 1;
  for (const suite of suites) {
    const { succeeded, output } = await npmRun(suite);
    const failing = count(output, 'failing');
    passed += count(output, 'passing');
    // A suite that breaks before mocha counts is a failure too.
    failed += succeeded ? failing : Math.max(failing, 1);
  }
  return { passed, failed };
}

const { passed, failed } = await totals();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
