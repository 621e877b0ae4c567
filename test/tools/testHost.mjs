#!/usr/bin/env node
/**
 * Stands in for the desktop program in `runTests({ vscodeExecutablePath })` of @vscode/test-electron: takes the same
 * arguments, runs the same tests in the extension host of a workbench in a browser, ends with the same exit code.
 * `--restricted` (ours) leaves workspace trust on. CONVOLUTION_LENS_VERBOSE=1 shows what the workbench says.
 */
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { startWorkbenchServer } from './workbenchServer.mjs';

const limitMilliseconds = 180_000;
const verbose = process.env.CONVOLUTION_LENS_VERBOSE === '1';
const mark = '[test] ';

const args = process.argv.slice(2);
const option = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const opening = {
  folder: args.find((arg) => !arg.startsWith('--')),
  extension: option('extensionDevelopmentPath'),
  tests: option('extensionTestsPath'),
};

async function runTests() {
  const server = await startWorkbenchServer({ workspaceTrust: args.includes('--restricted') });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    return await exitCodeOf(page, server.address(opening));
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function exitCodeOf(page, address) {
  const log = printer();
  let resolve;
  let reject;
  const exit = new Promise((...settle) => ([resolve, reject] = settle));
  const limit = setTimeout(() => reject(new Error(`No end within ${limitMilliseconds / 1000} s.`)), limitMilliseconds);
  page.on('crash', () => reject(new Error('The page crashed.')));
  await page.exposeFunction('codeAutomationLog', log.print);
  await page.exposeFunction('codeAutomationExit', resolve);
  try {
    await page.goto(address);
    const code = await exit;
    if (code !== 0 && !log.ran()) log.printRest();
    return code;
  } catch (error) {
    log.printRest();
    throw error;
  } finally {
    clearTimeout(limit);
  }
}

/** Prints the lines of the tests; the workbench's own only where no test ran, since they are many. */
function printer() {
  const rest = [];
  let ran = false;
  return {
    ran: () => ran,
    printRest: () => console.error(rest.join('\n')),
    print: (_type, values) => {
      const line = format(...values);
      if (line.startsWith(mark)) {
        ran = true;
        console.log(line.slice(mark.length));
      } else if (verbose) console.error(line);
      else rest.push(line);
    },
  };
}

process.exitCode = await runTests().catch((error) => {
  console.error(error);
  return 1;
});
