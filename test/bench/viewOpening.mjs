/** How soon the panel shows something. */
import path from 'node:path';
import { leftBehind } from '../tools/measureLeaks.mjs';
import { inWorkbench, rest } from '../tools/measureWorkbench.mjs';
import { assignment, ringsFile } from './viewMatrices.mjs';

/** Between two tries the workbench puts its editors back. */
const restMilliseconds = 400;
/** Tries that do not count. */
const warmUps = 2;
const largeSide = 4096;

const kernel = assignment('kernel', 3, 3, (_, x) => [1, 0, -1][x]);
/** Two pairs, each on two lines. */
const pairs = [1, 2]
  .flatMap((factor) => [assignment('image', 28, 28, (y, x) => ((y * 31 + x * 17) % 9) * factor), kernel])
  .join('\n');

/** New panels of a pair of 28×28 and 3×3, each after an empty one; then new pairs in a panel that stays open. */
export function measureOpening({ tries }) {
  return inWorkbench({ 'pairs.py': pairs }, async (workbench) => {
    const { ask, longTasks } = workbench;
    const select = (pair) => ask('select', { name: 'pairs.py', first: 2 * pair, last: 2 * pair + 1 });
    await select(0);
    const empty = [];
    const filled = [];
    for (let i = -warmUps; i < tries; i++)
      for (const [times, act] of [
        [empty, () => ask('empty')],
        [filled, () => convolveSelection(workbench)],
      ]) {
        const { time } = await timed(workbench, act);
        if (i >= 0) times.push(time);
        await ask('closePanels');
        await rest(restMilliseconds);
      }
    const { frame } = await timed(workbench, () => convolveSelection(workbench));
    const pair = [];
    for (let i = -warmUps; i < tries; i++) {
      await select((i + warmUps + 1) % 2);
      await frame.evaluate(() => globalThis.awaitPaint('map'));
      const { time } = await timed(workbench, () => convolveSelection(workbench));
      if (i >= 0) pair.push(time);
    }
    return [
      { title: 'an empty panel, from the command to its first paint', times: empty },
      { title: 'a new panel, from the command to its map', times: filled },
      {
        title: 'a new panel, more than the empty one before it',
        goal: 120,
        times: filled.map((time, i) => time - empty[i]),
      },
      { title: 'a new pair in the open panel, from the command to its map', goal: 100, times: pair },
      { title: 'long tasks of the view while it opens', goal: 100, times: longTasks },
    ];
  });
}

/** A file of 4096×4096 bytes by *Open as Matrix*, in a panel that is open: its picture, and its map. */
export function measureLarge({ tries }) {
  const name = 'large.npy';
  return inWorkbench({ 'pairs.py': pairs, [name]: ringsFile(largeSide) }, async (workbench) => {
    const { ask, longTasks, folder } = workbench;
    const open = () => ask('command', { id: 'convolutionLens.openFile', path: path.join(folder, name) });
    const times = { input: [], map: [] };
    await ask('select', { name: 'pairs.py', first: 0, last: 1 });
    for (let i = -warmUps; i < tries; i++)
      for (const sign of ['input', 'map']) {
        const { frame } = await timed(workbench, () => convolveSelection(workbench));
        await frame.evaluate((wanted) => globalThis.awaitPaint(wanted), sign);
        const { time } = await timed(workbench, open);
        if (i >= 0) times[sign].push(time);
        await ask('closePanels');
        await rest(restMilliseconds);
      }
    return [
      { title: '4096×4096 (.npy, bytes), from the command to its picture', goal: 600, times: times.input },
      { title: '4096×4096 (.npy, bytes), from the command to its map', times: times.map },
      { title: 'long tasks of the view with 4096×4096', goal: 100, times: longTasks },
    ];
  });
}

/** What a thousand panels, opened and closed, leave behind. */
export function measureLeaks({ cycles }) {
  return inWorkbench({ 'pairs.py': pairs }, async (workbench) => {
    await workbench.ask('select', { name: 'pairs.py', first: 0, last: 1 });
    const { host, page, listeners, nodes, kinds } = await leftBehind(workbench, cycles);
    const megabytes = (bytes) => [bytes / 1e6];
    const of = `${cycles} panels opened and closed`;
    if (kinds.length > 0) console.log(`The extension host has more of: ${kinds.join(', ')}`);
    return [
      { title: `${of}: MB more in the extension host`, goal: 20, times: megabytes(host) },
      { title: `${of}: MB more in the page`, goal: 20, times: megabytes(page) },
      { title: `${of}: kinds of things that the host has more of`, goal: 0, times: [kinds.length] },
      { title: `${of}: listeners more in the page, each time`, goal: 0.5, times: [listeners / cycles] },
      { title: `${of}: nodes more in the page, each time`, goal: 0.5, times: [nodes / cycles] },
    ];
  });
}

function convolveSelection({ ask }) {
  return ask('command', { id: 'convolutionLens.convolveSelection' });
}

/** How long it takes from the beginning of an act in the extension host to the paint that follows; then rests. */
async function timed({ paintOf }, act) {
  const { at, frame, result } = await paintOf(act);
  await rest(restMilliseconds);
  return { time: at - result.from, frame };
}
