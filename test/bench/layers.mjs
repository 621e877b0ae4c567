/**
 * `npm run bench -- layers`, after a build: how fast layers are told in a file of 10,000 lines, in a real workbench.
 * `--opens` is how often the workbench is opened anew, for first hovers; `--tries` how often everything else is done.
 */
import { parseArgs } from 'node:util';
import { inWorkbench, rest } from '../tools/measureWorkbench.mjs';
import { modelFile } from '../tools/modelFile.mjs';
import { table } from './report.mjs';

const lines = 10_000;
const name = 'model.py';
/** What the editor waits for, from the pointer's rest to the question: `editor.hover.delay`. */
const hoverDelay = 300;
const goal = 20;

/** Measures and prints. */
export async function benchLayers(args) {
  const { values } = parseArgs({
    args,
    options: { opens: { type: 'string', default: '5' }, tries: { type: 'string', default: '100' } },
  });
  const text = modelFile(lines).split('\n');
  const figures = {};
  for (let open = 0; open < Number(values.opens); open++) {
    const tries = open === 0 ? Number(values.tries) : 0;
    const told = await inWorkbench({ [name]: text.join('\n') }, (workbench) => measure(workbench, text, tries));
    for (const [what, times] of Object.entries(told)) figures[what] = [...(figures[what] ?? []), ...times];
  }
  const rows = Object.entries(figures).map(([what, times]) => [
    what,
    String(times.length),
    ...[0.5, 0.99, 1].map((share) => `${at(times, share).toFixed(1)} ms`),
    /hover/.test(what) ? `${goal} ms` : '',
  ]);
  console.log(`\n${table([['in a file of 10,000 lines', 'times', 'p50', 'p99', 'longest', 'goal (p99)'], ...rows])}`);
}

async function measure({ page, ask }, text, tries) {
  const linesWith = (part) => text.flatMap((line, index) => (line.includes(part) ? [index] : []));
  const layers = linesWith('nn.Conv2d(');
  const hover = async (line) => {
    const { value } = await ask('hoverTime', { line, character: text[line].indexOf('nn.Conv2d(') + 4 });
    if (value.count === 0) throw new Error(`No hover in line ${line + 1}.`);
    return value.milliseconds;
  };
  await ask('configure', { name: 'convolutionLens.hover.enabled', value: false });
  await ask('select', { name, first: 0, last: 0 });
  await rest(hoverDelay);
  const first = [await hover(layers[0])];
  if (tries === 0) return { 'first hover': first };
  const later = [];
  for (let i = 0; i < tries; i++) later.push(await hover(layers[(i * 37) % layers.length]));
  const edited = await editing({ ask, hover, text }, layers, linesWith('nn.Linear('), tries);
  return { 'first hover': first, hover: later, ...edited, ...(await typing(page, ask)) };
}

async function editing({ ask, hover, text }, layers, dense, tries) {
  const after = [];
  const hints = [];
  const told = [];
  await ask('configure', { name: 'convolutionLens.layers.hints.enabled', value: true });
  for (let i = 0; i < tries / 4; i++) {
    const line = dense[(i * 41) % dense.length];
    const start = text[line].indexOf('28 *');
    const change = (written) => ask('edit', { line, start, end: start + 2, text: written });
    await change('29');
    told.push((await ask('diagnosticsTime', { count: 1 })).value);
    await change('28');
    await rest(hoverDelay);
    after.push(await hover(layers[(i * 53) % layers.length]));
    await ask('diagnosticsTime', { count: 0 });
    hints.push((await ask('hintTime', { first: Math.max(0, line - 20), last: line + 40 })).value.milliseconds);
  }
  return {
    'hover, 300 ms after an edit': after,
    'hints of 60 lines': hints,
    'from an edit to what does not fit': told,
  };
}

/** Keys in a comment, faster than a text is read: how late the extension host's timers come meanwhile. */
async function typing(page, ask) {
  await page.locator('.editor-instance .view-line').first().click();
  await page.keyboard.press('End');
  await ask('watchStalls');
  const painted = [];
  for (let i = 0; i < 60; i++) {
    const from = performance.now();
    await page.keyboard.press(i === 0 ? '#' : 'a');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    painted.push(performance.now() - from);
    await rest(40);
  }
  const { value } = await ask('longestStall');
  return { 'from a key to the next frame': painted, 'longest turn of the extension host while typing': [value] };
}

function at(times, share) {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
