/** How soon the panel answers a person who changes something, looks around or steps. */

import { inWorkbench, rest } from '../tools/measureWorkbench.mjs';
import { assignment, csv } from './viewMatrices.mjs';

const restMilliseconds = 120;
const warmUps = 2;

const sizes = {
  '28×28': { rows: 28, cols: 28, goal: 50 },
  '512×512': { rows: 512, cols: 512, goal: 120 },
  '1080×1920': { rows: 1080, cols: 1920, goal: 150 },
};

/** Opens the panel on a matrix of a size; beside 28×28 there is room enough for cells. */
function inPanel(size, measure) {
  const { rows, cols } = sizes[size];
  const viewport = rows > 28 ? undefined : { width: 2400, height: 1300 };
  const measured = async (workbench) => {
    const panel = await workbench.convolve('matrix.csv', 0, rows - 1);
    await panel.locator('.stage').click({ position: { x: 4, y: 4 } });
    const figures = await measure({ ...workbench, panel });
    return [...figures, { title: `${size}: long tasks of the view`, goal: 100, times: workbench.longTasks }];
  };
  return inWorkbench({ 'matrix.csv': csv(rows, cols) }, measured, viewport);
}

/** Stride by key and kernel by click, at each size; and the extension host's longest turn meanwhile. */
export async function measureChanges({ tries }) {
  const figures = [];
  for (const [size, { goal }] of Object.entries(sizes))
    figures.push(
      ...(await inPanel(size, async (workbench) => {
        const { page, panel, ask } = workbench;
        await ask('watchStalls');
        const stride = await series(workbench, { tries, sign: 'map', type: 'keydown' }, (i) =>
          page.keyboard.press(i % 2 === 0 ? '.' : ','),
        );
        await panel.locator('.pick-kernel').click();
        const presets = panel.locator('.preset');
        await presets.first().waitFor();
        const kernel = await series(workbench, { tries, sign: 'map', type: 'click' }, (i) =>
          presets.nth(i % 5).click(),
        );
        const { value: stall } = await ask('longestStall');
        return [
          { title: `${size}: stride, from the key to the map`, goal, times: stride },
          { title: `${size}: kernel, from the click to the map`, goal, times: kernel },
          { title: `${size}: longest turn of the extension host`, goal: 50, times: [stall] },
        ];
      })),
    );
  return figures;
}

/** The pointer over cells of the map and of the input, at two sizes. */
export async function measureHover({ tries }) {
  const figures = [];
  for (const size of ['28×28', '512×512'])
    figures.push(
      ...(await inPanel(size, async (workbench) => {
        const places = {
          map: await boxOf(workbench, 'map', 'Picture of the feature map'),
          input: await boxOf(workbench, 'input', 'Picture of the input'),
        };
        const ofSize = [];
        for (const part of ['map', 'input']) {
          const { lengths, scripts } = await hovers(workbench, places[part], tries);
          ofSize.push(
            {
              title: `${size}: hover over the ${part}, from the event to the end of its frame`,
              goal: 33,
              times: lengths,
            },
            { title: `${size}: hover over the ${part}, script`, goal: 8, times: scripts },
          );
        }
        return ofSize;
      })),
    );
  return figures;
}

async function hovers(workbench, { x, y, width, height }, tries) {
  const { page, context } = workbench;
  const session = await context.newCDPSession(page);
  // What the thread itself works: the time that other programs take of the machine is none of the script's.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const script = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'ScriptDuration').value;
  };
  const scripts = [];
  let before = 0;
  const lengths = await series(
    workbench,
    {
      tries,
      sign: 'highlight',
      type: 'pointer',
      before: async () => {
        before = await script();
      },
      after: async () => scripts.push((await script()) - before),
    },
    // Steps that share no factor with the number of places, so that each try is at another place.
    (i) =>
      page.mouse.move(
        x + (((i + warmUps) * 7 + 3) % 23) * (width / 23) + 2,
        y + (((i + warmUps) * 5 + 1) % 17) * (height / 17) + 2,
      ),
  );
  await session.detach();
  return { lengths, scripts: scripts.slice(warmUps) };
}

async function boxOf({ panel }, grid, label) {
  const picture = panel.locator(`canvas[aria-label="${label}"]:not([hidden])`);
  const part = (await picture.count()) > 0 ? picture : panel.locator(`.grid.${grid}`);
  return part.boundingBox();
}

/** All 676 steps of 28×28 with 3×3: dragged over the bars, and by a key that is held. */
export function measureScrub() {
  return inPanel('28×28', async ({ page, panel }) => {
    const steps = 676;
    const { x, y, width, height } = await panel.locator('.bars canvas').boundingBox();
    const middle = y + height / 2;
    await page.mouse.move(x + 1, middle);
    await page.mouse.down();
    await panel.evaluate(() => globalThis.noteFrames());
    for (let step = 0; step < steps; step++) await page.mouse.move(x + ((step + 0.5) / steps) * width, middle);
    const dragged = await panel.evaluate(() => globalThis.frameLengths());
    await page.mouse.up();
    await page.keyboard.press('Home');
    await rest(1000);
    await panel.evaluate(() => globalThis.noteFrames());
    for (let step = 1; step < steps; step++) await page.keyboard.down('ArrowRight');
    const stepped = await panel.evaluate(() => globalThis.frameLengths());
    await page.keyboard.up('ArrowRight');
    const reached = await panel.locator('.bars').getAttribute('aria-valuenow');
    if (reached !== String(steps)) throw new Error(`The key came to step ${reached}.`);
    return [
      { title: 'frames while 676 steps are dragged through', goal: 50, isForAll: true, times: dragged },
      { title: 'frames while a key is held for 676 steps', goal: 50, isForAll: true, times: stepped },
    ];
  });
}

/** Two matrices whose convolution takes seconds: no transform helps, since it would spread what is no number. */
const longWork = `${assignment('kernel', 301, 301, (y, x) => ((y * 7919 + x * 104_729 + y * x * 31) % 11) - 5)}
${assignment('image', 700, 700, (y, x) => (y + x === 0 ? 'nan' : (x * y) % 10))}`;

/** A computation of seconds that Escape ends, at another moment each time; another stride begins the next. */
export function measureCancel() {
  return inWorkbench({ 'long.py': longWork }, async (workbench) => {
    const { page } = workbench;
    const panel = await workbench.convolve('long.py', 0, 1);
    await panel.getByRole('button', { name: 'Compute anyway' }).click();
    await panel.locator('canvas[aria-label="Picture of the feature map"]:not([hidden])').waitFor();
    await panel.locator('.stage').click({ position: { x: 4, y: 4 } });
    const begun = async (i) => {
      await page.keyboard.press(i % 2 === 0 ? '.' : ',');
      await panel.getByRole('button', { name: 'Cancel' }).waitFor();
      await rest(100 + 37 * (i + warmUps));
    };
    const how = { tries: 12, sign: 'cancelled', type: 'keydown', before: begun };
    const times = await series({ ...workbench, panel }, how, () => page.keyboard.press('Escape'));
    return [{ title: 'cancelling seconds of work, from the key to the frame that says so', times }];
  });
}

/** The milliseconds from each event to the end of the frame with its answer. */
async function series({ panel, paintOf }, { tries, sign, type, before, after }, act) {
  const times = [];
  for (let i = -warmUps; i < tries; i++) {
    await before?.(i);
    await panel.evaluate(([wanted, by]) => globalThis.awaitPaint(wanted, by), [sign, type]);
    const { milliseconds } = await paintOf(() => act(i));
    await after?.(i);
    if (i >= 0) times.push(milliseconds);
    await rest(restMilliseconds);
  }
  return times;
}
