/** Runs `test/workbench/` in the Node host, and again in the web host; or in the one that is named. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { copySamples } from './copySamples.mjs';
import { projectRoot, scratchFolder } from './projectRoot.mjs';

/** @typedef {{ readonly entry: 'main' | 'browser', readonly bundle: string }} Host */

/** @type {Readonly<Record<string, Host>>} */
const hosts = {
  node: { entry: 'main', bundle: 'dist/extension.js' },
  web: { entry: 'browser', bundle: 'dist/web/extension.js' },
};

/**
 * Tells the tests, which come too late to see it, how long the call takes. One reading of wall time is as much the
 * machine's as ours, so it is the middle one of nine: eight calls whose registrations are taken back, and the real one.
 */
const clock = `
{
  const { activate, ...others } = module.exports;
  const timed = (context) => {
    const start = performance.now();
    activate(context);
    return performance.now() - start;
  };
  module.exports = {
    ...others,
    activate(context) {
      const readings = Array.from({ length: 8 }, () => {
        const subscriptions = [];
        const reading = timed(Object.create(context, { subscriptions: { value: subscriptions } }));
        for (const registered of subscriptions) registered.dispose();
        return reading;
      });
      readings.push(timed(context));
      globalThis.activateMilliseconds = readings.sort((a, b) => a - b)[4];
    },
  };
}
`;

const tests = 'out/test/workbench/index.js';
const desktop = process.env.CONVOLUTION_LENS_DESKTOP === '1';
const testHost = fileURLToPath(new URL('./testHost.mjs', import.meta.url));

/** A copy of what is shipped, for one host (with both entries the Node host would win), and with the clock. */
function copyFor(/** @type {string} */ name, /** @type {Host} */ { entry, bundle }) {
  const copy = path.join(scratchFolder, 'extension', name);
  fs.rmSync(copy, { recursive: true, force: true });
  // The tests too: VS Code runs them in the extension's host only where they lie in its folder.
  for (const part of ['dist', 'media', 'l10n', 'package.nls.json', tests]) {
    fs.cpSync(path.join(projectRoot, part), path.join(copy, part), { recursive: true });
  }
  // VS Code takes the kind from the entry that is left; the declared one would send a web bundle to the Node host.
  const { main, browser, extensionKind, ...manifest } = JSON.parse(
    fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8'),
  );
  fs.writeFileSync(path.join(copy, 'package.json'), JSON.stringify({ ...manifest, [entry]: bundle }, null, 2));
  fs.appendFileSync(path.join(copy, bundle), clock);
  return copy;
}

async function runIn(/** @type {string} */ name, /** @type {Host} */ host) {
  console.log(`\n${name} host`);
  const extension = copyFor(name, host);
  await runTests({
    ...(desktop ? {} : { vscodeExecutablePath: testHost }),
    extensionDevelopmentPath: extension,
    extensionTestsPath: path.join(extension, tests),
    launchArgs: [copySamples()],
  });
}

const wanted = process.argv.slice(2);
for (const [name, host] of Object.entries(hosts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  // A desktop VS Code has no web host for an extension that lies on its disk.
  if (desktop && name === 'web') continue;
  await runIn(name, host).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
