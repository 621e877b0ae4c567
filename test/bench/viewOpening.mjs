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
/** Two pairs of a side, each on two lines. */
const pairsOf = (side) =>
  [1, 2]
    .flatMap((factor) => [assignment('image', side, side, (y, x) => ((y * 31 + x * 17) % 9) * factor), kernel])
    .join('\n');
const small = 'small.py';
const pairs = 'pairs.py';
const files = { [small]: pairsOf(5), [pairs]: pairsOf(28) };

/** New panels of pairs of 5×5 and of 28×28, each after an empty one; then new pairs in a panel that stays open. */
export function measureOpening({ tries }) {
  return inWorkbench(files, async (workbench) => {
    const { ask, longTasks } = workbench;
    const times = { empty: [], [small]: [], [pairs]: [], pair: [] };
    const closed = async (name, act) => {
      const { time } = await timed(workbench, act);
      times[name].push(time);
      await ask('closePanels');
      await rest(restMilliseconds);
    };
    for (let i = -warmUps; i < tries; i++)
      for (const name of [small, pairs]) {
        await select(workbench, name, 0);
        await closed('empty', () => ask('empty'));
        await closed(name, () => convolveSelection(workbench));
      }
    const { frame } = await timed(workbench, () => convolveSelection(workbench));
    for (let i = -warmUps; i < tries; i++) {
      await select(workbench, pairs, (i + warmUps + 1) % 2);
      await frame.evaluate(() => globalThis.awaitPaint('map'));
      const { time } = await timed(workbench, () => convolveSelection(workbench));
      times.pair.push(time);
    }
    return openingFigures(times, longTasks);
  });
}

function openingFigures({ empty, pair, ...filled }, longTasks) {
  const counted = (all, each = 1) => all.slice(warmUps * each);
  const more = (name, offset) => counted(filled[name].map((time, i) => time - empty[2 * i + offset]));
  return [
    { title: 'an empty panel, from the command to its first paint', times: counted(empty, 2) },
    { title: 'a new panel of 5×5, from the command to its map', times: counted(filled[small]) },
    { title: 'a new panel of 5×5, more than the empty one before it', goal: 120, times: more(small, 0) },
    { title: 'a new panel of 28×28, from the command to its map', times: counted(filled[pairs]) },
    { title: 'a new panel of 28×28, more than the empty one before it', goal: 120, times: more(pairs, 1) },
    { title: 'a new pair of 28×28 in the open panel, to its map', goal: 100, times: counted(pair) },
    { title: 'long tasks of the view while it opens', goal: 100, times: longTasks },
  ];
}

function select({ ask }, name, pair) {
  return ask('select', { name, first: 2 * pair, last: 2 * pair + 1 });
}

/** A file of 4096×4096 bytes by *Open as Matrix*, in a panel that is open: its picture, and its map. */
export function measureLarge({ tries }) {
  const name = 'large.npy';
  return inWorkbench({ ...files, [name]: ringsFile(largeSide) }, async (workbench) => {
    const { ask, longTasks, folder } = workbench;
    const open = () => ask('command', { id: 'convolutionLens.openFile', path: path.join(folder, name) });
    const times = { input: [], map: [] };
    await select(workbench, pairs, 0);
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
  return inWorkbench(files, async (workbench) => {
    await select(workbench, pairs, 0);
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
