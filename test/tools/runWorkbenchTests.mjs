/** Runs `test/workbench/` in the Node host, and again in the web host. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { copySamples } from './copySamples.mjs';
import { projectRoot, scratchFolder } from './projectRoot.mjs';

const desktop = process.env.CONVOLUTION_LENS_DESKTOP === '1';
const testHost = fileURLToPath(new URL('./testHost.mjs', import.meta.url));

/** @param {string} extension folder of the extension under test */
async function runIn(extension) {
  await runTests({
    ...(desktop ? {} : { vscodeExecutablePath: testHost }),
    extensionDevelopmentPath: extension,
    extensionTestsPath: path.join(projectRoot, 'out/test/workbench/index.js'),
    launchArgs: [copySamples('workbench')],
  });
}

/** A copy of what is shipped, whose manifest names the web bundle alone: with both, the Node host would win. */
function webOnlyCopy() {
  const copy = path.join(scratchFolder, 'web-extension');
  fs.rmSync(copy, { recursive: true, force: true });
  fs.mkdirSync(copy, { recursive: true });
  const { main, ...manifest } = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
  fs.writeFileSync(path.join(copy, 'package.json'), JSON.stringify(manifest, null, 2));
  fs.copyFileSync(path.join(projectRoot, 'package.nls.json'), path.join(copy, 'package.nls.json'));
  for (const folder of ['dist', 'media', 'l10n']) {
    fs.cpSync(path.join(projectRoot, folder), path.join(copy, folder), { recursive: true });
  }
  return copy;
}

const hosts = { node: () => projectRoot, web: webOnlyCopy };
const wanted = process.argv.slice(2);
let failed = false;
for (const [name, extension] of Object.entries(hosts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  // A desktop VS Code has no web host for an extension that lies on its disk.
  if (desktop && name === 'web') continue;
  console.log(`\n${name} host`);
  await runIn(extension()).catch((error) => {
    console.error(error.message);
    failed = true;
  });
}
process.exitCode = failed ? 1 : 0;
