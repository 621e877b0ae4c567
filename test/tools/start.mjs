/** `npm start`: VS Code with the extension and the samples, on the desktop where there is one, else in a browser. */
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { copySamples } from './copySamples.mjs';
import { projectRoot, scratchFolder } from './projectRoot.mjs';
import { startWorkbenchServer } from './workbenchServer.mjs';

const inBrowser = process.env.CONVOLUTION_LENS_BROWSER_START === '1';

function build() {
  const { status } = spawnSync(process.execPath, ['esbuild.js', '--production'], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

function hasDesktop() {
  return !inBrowser && spawnSync('code', ['--version'], { shell: process.platform === 'win32' }).status === 0;
}

function openDesktop(samples, notebook) {
  const args = ['--new-window', `--extensionDevelopmentPath=${projectRoot}`, samples, notebook];
  spawn('code', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  console.log('Convolution Lens is open in VS Code.');
}

async function openInBrowser(folder, file) {
  // Registered first, so that Ctrl+C is a good end; the server goes with this process.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(0));
  const server = await startWorkbenchServer({ dataFolder: path.join(scratchFolder, 'start') });
  console.log(`The samples are a fresh copy: ${path.relative(projectRoot, folder)}. Ctrl+C ends.`);
  console.log(`Convolution Lens is open at ${server.address({ folder, file, extension: projectRoot })}`);
}

build();
const samples = copySamples();
const notebook = path.join(samples, 'convolution.ipynb');
if (hasDesktop()) openDesktop(samples, notebook);
else await openInBrowser(samples, notebook);
