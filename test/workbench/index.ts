import 'mocha/mocha.js';

// Mocha's browser build runs in both hosts; its ready-made instance wants a page, so here is one of our own.
const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 20_000 });
mocha.suite.emit('pre-require', globalThis, '', mocha);

// By the mark, test/tools/testHost.mjs tells our lines from what the workbench says about itself.
Mocha.reporters.Base.consoleLog = (format = '', ...values: unknown[]) => console.log(`[test] ${format}`, ...values);

/** Runs every test of the bundle that this module begins; VS Code calls it. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))));
  });
}
