import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { launchBrowser } from '../tools/browser.mjs';
import { copySamples } from '../tools/copySamples.mjs';
import { projectRoot } from '../tools/projectRoot.mjs';
import { startWorkbenchServer } from '../tools/workbenchServer.mjs';
import { expectAccessible } from './axe';
import { type Point, placeOf, type TextPlace } from './textPlace';

/** The colour themes that every surface has to look right in. */
export type Theme =
  | 'Default Dark Modern'
  | 'Default Light Modern'
  | 'Default High Contrast'
  | 'Default High Contrast Light';

export interface WorkbenchOptions {
  readonly theme?: Theme;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Leaves the question of trust on, so that the workbench opens in Restricted Mode. */
  readonly workspaceTrust?: boolean;
  /** Absolute path of the workspace; without it, a fresh copy of the samples. */
  readonly folder?: string;
}

type Server = Awaited<ReturnType<typeof startWorkbenchServer>>;

/** How a theme is called in the list of themes, and what it does to the workbench. */
const themes: Readonly<Record<Theme, { readonly label: string; readonly className: string }>> = {
  'Default Dark Modern': { label: 'Dark Modern', className: 'vs-dark' },
  'Default Light Modern': { label: 'Light Modern', className: 'vs' },
  'Default High Contrast': { label: 'Dark High Contrast', className: 'hc-black' },
  'Default High Contrast Light': { label: 'Light High Contrast', className: 'hc-light' },
};

/** A real workbench with the extension under development, driven with mouse and keys. */
export class Workbench {
  /** Errors that webviews wrote to the console, broken content security policies among them. */
  readonly webviewErrors: string[] = [];

  private constructor(
    readonly page: Page,
    readonly folder: string,
    private readonly browser: Browser,
    private readonly server: Server,
  ) {
    page.on('console', (message) => {
      const inWebview = message.location().url.includes('/webview/') || message.location().url.startsWith('blob:');
      if (message.type() === 'error' && inWebview) this.webviewErrors.push(message.text());
    });
  }

  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const { theme = 'Default Dark Modern', viewport = { width: 1440, height: 900 }, workspaceTrust = false } = options;
    const folder = options.folder ?? copySamples();
    const settings = { 'workbench.colorTheme': theme, 'window.autoDetectColorScheme': false, ...options.settings };
    const server = await startWorkbenchServer({ workspaceTrust, settings });
    let browser: Browser | undefined;
    try {
      browser = await launchBrowser();
      const context = await browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      const workbench = new Workbench(page, folder, browser, server);
      await page.goto(server.address({ folder, extension: projectRoot }));
      await workbench.untilReady();
      return workbench;
    } catch (error) {
      await browser?.close();
      await server.stop();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }

  private async untilReady(): Promise<void> {
    await this.page.locator('.part.sidebar .pane-body').first().waitFor();
    await this.page.locator('.activitybar a[aria-label="Convolution Lens"]').waitFor();
  }

  /** Opens a file of the folder by quick open, in the first group. */
  async openFile(name: string): Promise<void> {
    // From a panel, quick open would put the file beside it.
    await this.page.keyboard.press('Control+1');
    await this.openQuickInput('Control+P', name);
    await this.choose(name, name);
    await this.page.locator(`.tab.active[aria-label^="${name}"]`).waitFor();
    const editor = name.endsWith('.ipynb') ? '.notebookOverlay .view-line' : '.editor-instance .view-line';
    await this.page.locator(editor).first().waitFor();
  }

  /** Runs a command of the palette by its title, with its category: `Convolution Lens: Open Sample…`. */
  async run(title: string): Promise<void> {
    await this.openQuickInput('F1', `>${title}`);
    await this.choose(`>${title}`, title);
  }

  /**
   * Presses a key until the quick input takes what is typed: while a webview loads, the keys pressed in it come to nothing,
   * and the input of a question before may be about to close.
   */
  private async openQuickInput(key: string, typed: string): Promise<void> {
    await eventually(`${key} opens the quick input`, async () => {
      await this.page.keyboard.press(key);
      return this.quickInput.fill(typed, { timeout: 1500 }).then(
        () => true,
        () => undefined,
      );
    });
  }

  private get quickInput() {
    return this.page.locator('.quick-input-widget:not([style*="display: none"]) input[type=text]');
  }

  /** Types into the quick input that is opening, and takes the entry with this label. */
  async choose(typed: string, label: string): Promise<void> {
    const input = this.quickInput;
    await input.waitFor();
    await input.fill(typed);
    const entry = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first();
    await entry.click();
    // It closes, or asks the next question.
    await eventually('the choice is taken', async () => {
      const shown = await input.isVisible();
      return !shown || (await input.inputValue({ timeout: 1000 }).catch(() => '')) !== typed || undefined;
    });
  }

  /** Selects from the start of a text to the end of another one at or after it, by click and Shift+click. */
  async select(from: string, to = from, within?: string): Promise<void> {
    const start = await this.placeOf({ text: from, within });
    const end = await this.placeOf({ text: to, within, after: from });
    await this.page.mouse.click(start.left, start.middle);
    await this.page.keyboard.down('Shift');
    await this.page.mouse.click(end.right, end.middle);
    await this.page.keyboard.up('Shift');
    await this.page.locator('.monaco-editor.focused .selected-text').first().waitFor();
  }

  /** Selects whole lines of the focused text editor by keys; lines count from 1. */
  async selectLines(first: number, last: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget input[type=text]');
    await input.fill(`:${first}`);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
    await this.page.keyboard.press('Home');
    for (let line = first; line < last; line++) await this.page.keyboard.press('Shift+ArrowDown');
    await this.page.keyboard.press('Shift+End');
  }

  /** Puts the caret into the middle of a text. */
  async clickText(text: string, within?: string): Promise<void> {
    const place = await this.placeOf({ text, within });
    await this.page.mouse.click((place.left + place.right) / 2, place.middle);
  }

  /** Clicks into the notebook's code cell that holds a text, and selects all of the cell. */
  async selectAllInCell(text: string): Promise<void> {
    const cell = this.page.locator('.notebookOverlay .code-cell-row').filter({ hasText: text }).first();
    await cell.scrollIntoViewIfNeeded();
    await cell.locator('.view-line').first().click();
    await this.page.keyboard.press('Control+A');
    await this.page.locator('.notebookOverlay .selected-text').first().waitFor();
  }

  /** Right-clicks into the selection of the focused editor, or into a text; gives the menu's labels. */
  async openContextMenu(text?: string, within?: string): Promise<string[]> {
    const point = text === undefined ? await this.insideSelection() : await this.middleOf(text, within);
    await this.page.mouse.click(point.x, point.y, { button: 'right' });
    const labels = this.page.locator('.monaco-menu .action-label');
    await labels.first().waitFor();
    return (await labels.allInnerTexts()).map((label) => label.trim()).filter((label) => label !== '');
  }

  /** Right-clicks as `openContextMenu` does, and takes an entry of the menu. */
  async chooseFromContextMenu(label: string, text?: string, within?: string): Promise<void> {
    await this.openContextMenu(text, within);
    await this.takeFromMenu(label);
  }

  /** Right-clicks a file in the explorer, and takes an entry of its menu. */
  async chooseFromExplorerMenu(file: string, label: string): Promise<void> {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: file }).first();
    await row.click({ button: 'right' });
    await this.takeFromMenu(label);
  }

  private async takeFromMenu(label: string): Promise<void> {
    const entry = this.page.locator('.monaco-menu .action-item').filter({ hasText: label }).first();
    const menu = this.page.locator('.monaco-menu');
    // A menu that has just opened takes the release of a button for a slip, and ignores it; how long depends on the load.
    await eventually(`the menu closes on ${label}`, async () => {
      await entry.click({ timeout: 1000 }).catch(() => {});
      const closed = menu.waitFor({ state: 'hidden', timeout: 500 });
      return closed.then(
        () => true,
        () => undefined,
      );
    });
  }

  /** The panel's document, as soon as it is there. */
  panel(): Promise<Frame> {
    return this.surface('panel');
  }

  /** The playground's document, as soon as it is there; opens its view. */
  async playground(): Promise<Frame> {
    await this.run('Convolution Lens: Focus on Playground View');
    return this.surface('playground');
  }

  private async surface(name: 'panel' | 'playground'): Promise<Frame> {
    return eventually(`the ${name} appears`, async () => {
      for (const frame of this.page.frames()) {
        const found = await frame
          .locator(`body[data-surface="${name}"] :is([role=grid], [role=img])`)
          .count()
          .catch(() => 0);
        if (found > 0) return frame;
      }
      return undefined;
    });
  }

  /** The exact values of a grid, row by row; `name` is how its accessible name begins. */
  async grid(frame: Frame, name: 'Input' | 'Kernel' | 'Feature map'): Promise<number[][]> {
    const rows = await frame
      .locator(`[role=grid][aria-label^="${name}"]`)
      .evaluate((grid) =>
        [...grid.querySelectorAll('[role=row]')].map((row) =>
          [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.getAttribute('data-value')),
        ),
      );
    return rows.filter((row) => row.length > 0).map((row) => row.map((value) => Number(value ?? Number.NaN)));
  }

  /** Waits until a grid reads as expected; fails with what it reads instead. */
  async untilGrid(
    frame: Frame,
    name: 'Input' | 'Kernel' | 'Feature map',
    expected: readonly (readonly number[])[],
  ): Promise<void> {
    let actual: number[][] = [];
    const same = async () => {
      actual = await this.grid(frame, name);
      return JSON.stringify(actual) === JSON.stringify(expected) || undefined;
    };
    await eventually(name, same, 5000).catch(() => assert.deepEqual(actual, expected));
  }

  /** Rests the mouse on a text; gives what the hover says, without its pictures. */
  async hover(text: string, within?: string): Promise<string> {
    const { x, y } = await this.middleOf(text, within);
    // Every editor keeps a hover of its own, and the workbench another; one of them is shown.
    const hover = this.page.locator('.monaco-hover:not(.hidden)').filter({ visible: true }).first();
    // A context menu swallows the release of the right button, and with a button down an editor shows no hover.
    await this.page.mouse.move(x, y);
    await this.page.mouse.up({ button: 'right' });
    // The first time, the pointer wakes the extension and comes back.
    await eventually('a hover appears', async () => {
      await this.page.mouse.move(x + 60, y + 120);
      await this.page.mouse.move(x, y, { steps: 8 });
      await this.page.waitForTimeout(1500);
      return (await hover.isVisible()) || undefined;
    });
    return eventually('the hover has loaded', async () => {
      const said = await hover.innerText();
      return said.trim() === '' || said.startsWith('Loading') ? undefined : said;
    });
  }

  /** Leaves a picture of the whole window in out/screenshots/; every surface of ours in it must be accessible. */
  async screenshot(name: string): Promise<void> {
    const folder = path.join(projectRoot, 'out', 'screenshots');
    fs.mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${name}.png`) });
    for (const frame of this.page.frames()) {
      const isOurs = await frame.evaluate(() => document.body?.dataset.surface !== undefined).catch(() => false);
      if (isOurs) await expectAccessible(frame);
    }
  }

  async setTheme(theme: Theme): Promise<void> {
    const { label, className } = themes[theme];
    await this.run('Preferences: Color Theme');
    await this.choose(label, label);
    await this.page.locator(`.monaco-workbench.${className}`).waitFor();
  }

  /** Changes user settings in their file, opened and saved in the workbench; the editor that was active is again. */
  async setSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    const before = JSON.parse(fs.readFileSync(this.server.settingsFile, 'utf8'));
    await this.run('Preferences: Open User Settings (JSON)');
    const tab = this.page.locator('.tab.active[aria-label^="settings.json"]');
    await tab.waitFor();
    await this.page.locator('.editor-instance .monaco-editor.focused .view-line').first().waitFor();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(JSON.stringify({ ...before, ...settings }));
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
    await this.run('View: Close Editor');
    await tab.waitFor({ state: 'hidden' });
  }

  async setViewport(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  async setClipboard(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  }

  /** Reloads the window by the command, as a person does. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.run('Developer: Reload Window');
    await loaded;
    await this.untilReady();
  }

  private async middleOf(text: string, within?: string): Promise<Point> {
    const place = await this.placeOf({ text, within });
    return { x: (place.left + place.right) / 2, y: place.middle };
  }

  private async placeOf(wanted: { text: string; within?: string | undefined; after?: string }): Promise<TextPlace> {
    return eventually(`"${wanted.text}" is shown`, () => this.page.evaluate(placeOf, wanted));
  }

  private async insideSelection(): Promise<Point> {
    const selected = this.page.locator('.monaco-editor.focused .selected-text').first();
    // The editor draws its selection anew while it grows; the box of what was replaced is none.
    const box = await eventually('something is selected', async () => {
      const drawn = await selected.boundingBox({ timeout: 1000 }).catch(() => null);
      return drawn ?? undefined;
    });
    return { x: box.x + Math.min(8, box.width / 2), y: box.y + box.height / 2 };
  }
}

/** Asks until there is an answer; fails after a time. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  milliseconds = 20_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Not within ${milliseconds / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
