/** The browser that a workbench is driven with. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { installWorkbench, workbench } from './installWorkbench.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Launches the fetched Chromium, or the one that CONVOLUTION_LENS_BROWSER names. */
export async function launchBrowser() {
  const own = process.env.CONVOLUTION_LENS_BROWSER;
  if (own) return chromium.launch({ executablePath: own, args: flags });
  await installWorkbench();
  return chromium.launch({ executablePath: workbench.browser, args: flags, env: bareMachine() });
}

/** What a machine without a desktop lacks comes with the browser: libraries, and a font behind its own. */
function bareMachine() {
  const libraries = [process.env.LD_LIBRARY_PATH, workbench.browserLibraries].filter(Boolean).join(path.delimiter);
  return { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: writeFontConfig() };
}

function writeFontConfig() {
  const file = path.join(workbench.browserFonts, 'lens.conf');
  const dirs = [workbench.browserFonts, '/usr/share/fonts', '/usr/local/share/fonts'];
  const cache = path.join(os.tmpdir(), 'convolution-lens-fonts');
  const include = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  const content = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${dirs.map((dir) => `<dir>${dir}</dir>`).join('\n')}
<cachedir>${cache}</cachedir>
${include}
</fontconfig>
`;
  fs.writeFileSync(file, content);
  return file;
}
