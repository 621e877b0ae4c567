import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { copySamples } from '../tools/copySamples.mjs';
import { expectAccessible } from './axe';
import { faultsOfLayout } from './faultsOfLayout';
import { Workbench } from './workbench';

/** Each would set a flag, ask another host, open a dialog, run a command or break a layout, if it were more than text. */
const payloads: readonly string[] = [
  '<script>globalThis.hostile = 1</script>',
  '</script><script>top.hostile = 1</script>',
  '<img src=x onerror=globalThis.hostile=1>',
  '<img src=https://hostile.invalid/a.png>',
  '<svg onload=globalThis.hostile=1>',
  '<svg><animate onbegin=globalThis.hostile=1 attributeName=x dur=1s>',
  '<iframe srcdoc=<script>top.hostile=1</script>>',
  '<details open ontoggle=globalThis.hostile=1>',
  '<input autofocus onfocus=globalThis.hostile=1>',
  '<style>*{display:none!important}</style>',
  '<link rel=stylesheet href=https://hostile.invalid/a.css>',
  '<meta http-equiv=refresh content=0;url=https://hostile.invalid>',
  '<base href=https://hostile.invalid>',
  '--></style></title></main><h1>hostile',
  "' onmouseover=globalThis.hostile=1 x='",
  'javascript:globalThis.hostile=1',
  '[open](command:workbench.action.terminal.new)',
  '![x](https://hostile.invalid/b.png)',
  '<a href=command:workbench.action.quit>x</a>',
  '$(alert) $(debug-start)',
  '$' + '{globalThis.hostile = 1}',
  '{{constructor.constructor(globalThis.hostile=1)()}}',
  '{0} {1} {2}',
  '&lt;b&gt;&amp;&#60;i&#62;',
  'x; } * { width: 9999px } .y {',
  'url(https://hostile.invalid/c.png)',
  'expression(globalThis.hostile=1)',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'image\u202egnp.elif',
  'צורה של מטריצה',
  'zero\u200bwidth\ufeff',
  '\ud83d',
  '👩‍👩‍👧‍👦'.repeat(30),
  `a${'\u0301'.repeat(200)}`,
  'W'.repeat(3000),
  'many words '.repeat(200).trim(),
  '9'.repeat(400),
  '%00%0d%0aX: 1',
  '../../../../etc/passwd',
];

/** What a file may be called where the name is no path. */
const fileNames = [
  '<img src=x onerror=top.hostile=1>.csv',
  "'); top.hostile=1; ('.csv",
  '[x](command:workbench.action.quit).csv',
  '{{top.hostile=1}} {0}.csv',
  'image\u202egnp.csv',
  `${'long'.repeat(50)}.csv`,
];

const matrixOf = (first: number) => [
  [first, 2, 3, 0, 1],
  [0, 1, 2, 3, 1],
  [1, 0, 1, 2, 0],
  [2, 1, 0, 1, 2],
  [1, 2, 1, 0, 1],
];

describe('hostile text', () => {
  const strangeRequests: string[] = [];
  const dialogs: string[] = [];
  let folder: string;
  let workbench: Workbench;
  let panel: Frame;

  before(async () => {
    folder = copySamples();
    const member = (payload: string, index: number) => `"${payload}": ${JSON.stringify(matrixOf(index))}`;
    const names = `{\n${payloads.map(member).join(',\n')}\n}\n`;
    fs.writeFileSync(path.join(folder, 'names.json'), names);
    fs.writeFileSync(path.join(folder, 'hovers.json'), names.replaceAll('": [[', '":\n[['));
    const comments = payloads.map((payload) => `# ${payload}`).join('\n');
    const rows = matrixOf(49).map((row, i) => `  ${JSON.stringify(row)},  # ${payloads[i]}`);
    fs.writeFileSync(path.join(folder, 'around.py'), `${comments}\nimage = [\n${rows.join('\n')}\n]\n${comments}\n`);
    const cells = ['first', ...payloads.slice(0, 4)].map((payload) => `"${payload}"`);
    for (const [index, name] of ['header.csv', ...fileNames].entries()) {
      const table = [cells, ...matrixOf(index + 50)].map((row) => row.join(','));
      fs.writeFileSync(path.join(folder, name), table.join('\n'));
    }
    workbench = await Workbench.open({ folder, viewport: { width: 1600, height: 960 } });
    workbench.page.on('request', (request) => {
      if (request.url().includes('hostile')) strangeRequests.push(request.url());
    });
    workbench.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  });
  after(() => workbench?.close());

  /** Nothing ran, nothing was asked of another host, and nothing is wider than what it stands in. */
  async function expectHarmless(what: string): Promise<void> {
    for (const frame of workbench.page.frames()) {
      const isSet = await frame.evaluate(() => 'hostile' in globalThis).catch(() => false);
      assert.equal(isSet, false, what);
    }
    assert.deepEqual(strangeRequests, [], what);
    assert.deepEqual(dialogs, [], what);
    assert.deepEqual(workbench.webviewErrors, [], what);
    assert.deepEqual(await panel.evaluate(faultsOfLayout), [], what);
  }

  it('names matrices, and stays text', async () => {
    await workbench.openFile('names.json');
    for (const [index, payload] of payloads.entries()) {
      await workbench.page.keyboard.press('Control+1');
      await workbench.selectLines(index + 2, index + 2);
      await workbench.page.keyboard.press('Control+Alt+K');
      await workbench.page.keyboard.press('c');
      panel ??= await workbench.panel();
      await workbench.untilGrid(panel, 'Input', matrixOf(index));
      await expectHarmless(payload);
      if (index % 8 === 0) await expectAccessible(panel);
    }
    await workbench.screenshot('hostile-name');
  });

  it('is listed among the matrices of the file', async () => {
    await panel.getByRole('button', { name: 'Choose or fill the input' }).click();
    await panel.locator('.candidate').nth(20).waitFor();
    await expectHarmless('candidates');
    await workbench.screenshot('hostile-candidates');
    await panel.locator('body').press('Escape');
  });

  it('stands in the hover as it is written', async () => {
    await workbench.openFile('hovers.json');
    for (const payload of payloads.filter((text) => /command:|\$\(|onerror|!\[/.test(text))) {
      const index = payloads.indexOf(payload);
      await workbench.selectLines(2 * index + 3, 2 * index + 3);
      await workbench.page.keyboard.press('Home');
      // The lines come to rest before a place in them is looked for.
      await workbench.page.waitForTimeout(500);
      assert.ok((await workbench.hover(`[[${index},`)).includes(payload.slice(0, 2)), payload);
      const links = workbench.page.locator('.monaco-hover:not(.hidden) a');
      const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute('data-href') ?? ''));
      assert.ok(
        targets.every((target) => target.startsWith('command:convolutionLens.')),
        targets.join(),
      );
      await expectHarmless(payload);
    }
    await workbench.screenshot('hostile-hover');
  });

  for (const [file, from, to, first] of [
    ['around.py', payloads.length + 1, payloads.length + 7, 49],
    ['around.py', 1, 2 * payloads.length + 7, 49],
    ['header.csv', 1, 6, 50],
  ] as const)
    it(`is left alone around the numbers of ${file}, lines ${from} to ${to}`, async () => {
      await workbench.openFile(file);
      await workbench.selectLines(from, to);
      await workbench.run('Convolution Lens: Convolve Selection');
      await workbench.untilGrid(panel, 'Input', matrixOf(first));
      await panel.getByRole('button', { name: /^How the input was read/ }).click();
      await panel.getByRole('dialog').waitFor();
      await expectHarmless(file);
      await workbench.screenshot(`hostile-${file.replace(/\W/, '-')}`);
      await panel.locator('body').press('Escape');
    });

  it('is the name of a file', async () => {
    for (const [index, name] of fileNames.entries()) {
      await workbench.chooseFromExplorerMenu(name.slice(0, 12), 'Open File as Matrix');
      await workbench.page.locator('.tab.active[aria-label*="⊛"]').waitFor();
      await workbench.untilGrid(panel, 'Input', matrixOf(index + 51));
      await expectHarmless(name);
    }
    await workbench.screenshot('hostile-file');
  });

  describe('in what the view had saved', () => {
    const text = payloads.slice(0, 4).join(' ');
    const states: Readonly<Record<string, (state: object) => unknown>> = {
      'markup as names': (state) => renamed(state, text),
      'a name of 100,000 letters': (state) => renamed(state, 'W'.repeat(100_000)),
      'names that are not seen': (state) => renamed(state, 'a\0b\u202ec'),
      'markup as every text': (state) => everyText(state, text),
      'markup as settings': (state) => ({ ...state, step: text, speed: text, settings: text, zoom: { scale: text } }),
      'a prototype': (state) => ({ ...state, session: JSON.parse('{"__proto__": {"input": 1}, "constructor": "x"}') }),
      'a text alone': () => text,
      nothing: () => null,
    };
    let save: (state: object) => unknown = (state) => state;

    before(async () => {
      await workbench.page.exposeFunction('tamperedState', (state: string) => JSON.stringify(save(JSON.parse(state))));
      await workbench.page.addInitScript(tamperWithStates);
      await workbench.reload();
      panel = await workbench.panel();
    });

    for (const [what, state] of Object.entries(states))
      it(`${what}: the panel comes back, or begins anew`, async () => {
        save = state;
        await panel.getByRole('button', { name: 'Presentation mode' }).click();
        await panel.locator('body').press('Escape');
        // The view saves its state a moment after the last change.
        await workbench.page.waitForTimeout(800);
        await workbench.reload();
        panel = await workbench.panel();
        await panel.locator('.lens[data-ready=true] .step-count').waitFor();
        await expectHarmless(what);
        if (what.endsWith('names')) await workbench.screenshot('hostile-state');
      });
  });
});

function renamed(state: object, name: string): unknown {
  const { session } = state as { readonly session: { readonly input: object; readonly kernel: object } };
  const input = { ...session.input, name };
  return { ...state, session: { ...session, input, kernel: { ...session.kernel, name } } };
}

function everyText(thing: unknown, text: string): unknown {
  if (typeof thing === 'string') return text;
  if (Array.isArray(thing)) return thing.map((part) => everyText(part, text));
  if (typeof thing !== 'object' || thing === null) return thing;
  return Object.fromEntries(Object.entries(thing).map(([key, part]) => [key, everyText(part, text)]));
}

/** Runs in every page before its own scripts: what a view saves goes through `tamperedState`. */
function tamperWithStates(): void {
  interface Api {
    readonly postMessage: (message: unknown, transfer?: Transferable[]) => void;
    readonly getState: () => unknown;
    readonly setState: (state: unknown) => void;
  }
  const page = globalThis as unknown as { readonly tamperedState: (state: string) => Promise<string> };
  const tampered = (make: () => Api) => (): Api => {
    const api = make();
    const setState = (state: unknown) =>
      void page.tamperedState(JSON.stringify(state)).then((other) => api.setState(JSON.parse(other)));
    return { postMessage: api.postMessage, getState: api.getState, setState };
  };
  Object.defineProperty(globalThis, 'acquireVsCodeApi', {
    configurable: true,
    get: () => undefined,
    set: (make: () => Api) =>
      Object.defineProperty(globalThis, 'acquireVsCodeApi', { configurable: true, value: tampered(make) }),
  });
}
