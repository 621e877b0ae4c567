import { rest } from './measureWorkbench.mjs';

/** Cycles that come first: what is made once, with the first of them, is no leak. */
const warmUps = 5;
/** Cycles of an empty panel, which tell what the workbench itself leaves behind. */
const controls = 10;

/**
 * Opens the panel of what is selected and closes it again, so many times; tells what is left of it.
 *
 * `host` and `page` are bytes more than before, of the extension host's heap with its arrays and of the page's;
 * `listeners` and `nodes` those of the page; `kinds` names what the extension host has more of, at least one for each
 * cycle, where an empty panel leaves none: objects by class, functions by name.
 *
 * @param {Parameters<Parameters<import('./measureWorkbench.mjs')['inWorkbench']>[1]>[0]} workbench
 * @param {number} cycles
 */
export async function leftBehind(workbench, cycles) {
  const { ask, paintOf, page, context } = workbench;
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const times = async (count, act) => {
    for (let i = 0; i < count; i++) {
      await paintOf(act);
      await ask('closePanels');
    }
    // What closing has begun comes to its end.
    await rest(2000);
  };
  const empty = () => ask('empty');
  const filled = () => ask('command', { id: 'convolutionLens.convolveSelection' });
  await times(warmUps, empty);
  const first = await kindsOf(ask);
  await times(controls, empty);
  const ownOfWorkbench = grown(first, await kindsOf(ask), controls);
  await times(warmUps, filled);
  const before = { memory: await memoryOf(ask, session), kinds: await kindsOf(ask) };
  await times(cycles, filled);
  const after = { memory: await memoryOf(ask, session), kinds: await kindsOf(ask) };
  const more = (name) => after.memory[name] - before.memory[name];
  return {
    host: more('host'),
    page: more('page'),
    listeners: more('listeners'),
    nodes: more('nodes'),
    kinds: grown(before.kinds, after.kinds, cycles).filter((kind) => !ownOfWorkbench.includes(kind)),
  };
}

async function kindsOf(ask) {
  const { value } = await ask('kinds');
  return value;
}

function grown(before, after, least) {
  return Object.keys(after).filter((kind) => after[kind] - (before[kind] ?? 0) >= least);
}

async function memoryOf(ask, session) {
  const { value } = await ask('memory');
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (wanted) => metrics.find(({ name }) => name === wanted).value;
  return {
    host: value.heapUsed + value.arrayBuffers,
    page: metric('JSHeapUsedSize'),
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
  };
}
