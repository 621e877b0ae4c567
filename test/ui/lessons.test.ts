import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { Workbench } from './workbench';

describe('lessons', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench?.close());

  it('are gone through by keyboard alone, and keep back what they ask', async () => {
    const { page } = workbench;
    await workbench.run('Convolution Lens: Focus on Lessons View');
    const rows = page.locator('.part.sidebar .monaco-list-row');
    await rows.filter({ hasText: '1. One step at a time' }).waitFor();
    await workbench.run('Convolution Lens: Focus on Lessons View');
    await page.locator('.part.sidebar .monaco-list:focus').waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    const panel = await workbench.panel();
    const card = panel.getByRole('region', { name: 'Lesson: One step at a time' });
    await card.waitFor();
    await panel.locator('.lesson-answer input:focus').waitFor();
    // The first value is −4, and stands nowhere before it is answered.
    assert.deepEqual(await shownNumbers(panel), []);
    await workbench.screenshot('lesson-open-dark');
    await answer(workbench, panel, ['4']);
    await card.getByText('turns the kernel by half a turn first').waitFor();
    await workbench.screenshot('lesson-wrong-dark');
    await answer(workbench, panel, ['-4']);
    await card.getByText('Right: −4').waitFor();
    await workbench.untilGrid(panel, 'Feature map', [
      [-4, -4],
      [-4, -4],
    ]);
    await workbench.screenshot('lesson-right-dark');
    await onBy(workbench, panel);
    await card.getByText('What is the value at row 0, column 1?').waitFor();
    await answer(workbench, panel, ['-4']);
    await onBy(workbench, panel);
    await card.getByText('How many rows and columns').waitFor();
    assert.equal(await panel.locator('[role=grid][aria-label^="Feature map"]').count(), 0);
    assert.equal(await panel.locator('.size-part').count(), 0);
    await workbench.screenshot('lesson-size-dark');
    await answer(workbench, panel, ['1', '1']);
    await card.getByText('The start is a position too').waitFor();
    await answer(workbench, panel, ['2', '2']);
    await onBy(workbench, panel);
    await panel.getByRole('region', { name: 'Lesson: A weighted sum' }).waitFor();
    await rows.filter({ hasText: '1. One step at a time' }).filter({ hasText: 'done' }).waitFor();
    await workbench.screenshot('lesson-tree-dark');
  });

  it('are shared as one file, whose faults are marked while the panel keeps the last good state', async () => {
    const { page } = workbench;
    fs.writeFileSync(path.join(workbench.folder, 'mine.convlesson.json'), myLesson);
    await workbench.run('View: Close All Editors');
    await workbench.run('View: Show Explorer');
    await workbench.openFile('mine.convlesson.json');
    await workbench.chooseFromExplorerMenu('mine.convlesson.json', 'Open Lesson File');
    const panel = await workbench.panel();
    const card = panel.getByRole('region', { name: 'Lesson: <b>Mine</b>' });
    await card.waitFor();
    assert.equal(await card.locator('b, img').count(), 0);
    await workbench.untilGrid(panel, 'Feature map', [[-1, -1]]);
    await workbench.select('[1, -1]');
    await paste(workbench, '[1, -1, 0, 2]');
    await page.locator('.squiggly-error').first().waitFor();
    await workbench.screenshot('lesson-fault-dark');
    await workbench.untilGrid(panel, 'Feature map', [[-1, -1]]);
    await workbench.select('[1, -1, 0, 2]');
    await paste(workbench, '[2]');
    await workbench.untilGrid(panel, 'Feature map', [[2, 4, 6]]);
    await page.locator('.squiggly-error').first().waitFor({ state: 'hidden' });
  });
});

/** Numbers that the panel shows of sums and map. */
async function shownNumbers(panel: Frame): Promise<readonly string[]> {
  const values = await panel
    .locator('[role=grid][aria-label^="Feature map"] [role=gridcell]')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-value')));
  const texts = await panel.locator('.disc, .words .sum, .result').allInnerTexts();
  return [...values, ...texts].filter((text): text is string => text !== null && /\d/.test(text));
}

/** Types an answer into its fields, the first of which has the focus, and Enter. */
async function answer({ page }: Workbench, panel: Frame, fields: readonly string[]): Promise<void> {
  const field = panel.locator('.lesson-answer input').first();
  await field.and(panel.locator(':focus')).waitFor();
  for (const [index, field] of fields.entries()) {
    if (index > 0) await page.keyboard.press('Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(field);
  }
  await page.keyboard.press('Enter');
}

/** Presses Enter once the focus is on the way on. */
async function onBy({ page }: Workbench, panel: Frame): Promise<void> {
  await panel.locator('.lesson-next:focus').waitFor();
  await page.keyboard.press('Enter');
}

/** At once: what stands there between two keys may be a lesson too. */
async function paste(workbench: Workbench, text: string): Promise<void> {
  await workbench.setClipboard(text);
  await workbench.page.keyboard.press('Control+V');
}

const myLesson = `{
  "version": 1,
  "title": "<b>Mine</b>",
  "intro": "<img src=x onerror=alert(1)>",
  "steps": [
    {
      "scene": {
        "in": "lens",
        "input": [[1, 2, 3]],
        "kernel": [[1, -1]]
      },
      "text": "Look."
    }
  ]
}
`;
