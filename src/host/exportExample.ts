import * as vscode from 'vscode';
import { isPlanProblem } from '../engine/planProblem';
import type { Matrix } from '../engine/tensor';
import type { PageOrder } from '../export/page/pageOrder';
import { pageSvg } from '../export/page/pageSvg';
import { whitePaper } from '../export/page/whitePaper';
import { programs } from '../export/program/programs';
import type { WorkedExample } from '../export/program/workedExample';
import { exampleLatex } from '../export/text/exampleLatex';
import { exampleMarkdown } from '../export/text/exampleMarkdown';
import { sessionPlan } from '../session/compute';
import type { SessionState } from '../session/state';
import type { ExportId } from '../words/exportWords';
import { copyLink } from './copyLink';
import { pageLookOf } from './pageLookOf';
import { pickExport, pickPaper } from './pickExport';
import { saveFile, saveNumbered } from './savePages';
import type { ShownPage, Surface } from './surface';

/** Where a worked example is shown; a page that is hidden has to be brought to the front before it can be asked. */
interface Showing {
  readonly surface: Surface | undefined;
  readonly bringToFront: () => void;
}

/** What exporting works with. */
export interface ExportServices {
  readonly panel: Showing;
  readonly playground: Showing;
  readonly store: vscode.Memento;
}

const frameMilliseconds = 800;

/** Lets the person have the worked example that is shown: as a program, as text, as a picture, or as all steps. */
export async function exportExample(services: ExportServices): Promise<void> {
  const showing = services.panel.surface ? services.panel : services.playground;
  const { surface } = showing;
  const example = surface && exampleOf(surface);
  if (!example) {
    await vscode.window.showWarningMessage(
      vscode.l10n.t('There is no map to export. Convolve a selection or open the panel first.'),
    );
    return;
  }
  const id = await pickExport(example, services.store);
  if (!id) return;
  if (id === 'link') return copyLink(services);
  const program = programs.find((kind) => kind.id === id);
  if (program) {
    await showText(program.write(example), program.languageId);
    return;
  }
  showing.bringToFront();
  const page = await shownPage(surface);
  if (!page) return;
  const step = Math.min(page.view.step, example.output.data.length - 1);
  if (id === 'latex' || id === 'markdown') {
    const write = id === 'latex' ? exampleLatex : exampleMarkdown;
    await showText(write({ example, step, t: vscode.l10n.t }), id);
  } else await exportPages(services, surface, id, { example, step, isWhole: page.view.showWhole }, page);
}

/** What a surface shows as a worked example; undefined while there is no map. */
function exampleOf(surface: Surface): WorkedExample | undefined {
  const { state } = surface;
  const [input, kernel, output] = (['input', 'kernel', 'output'] as const).map((role) => surface.matrixOf(role));
  const plan = sessionPlan(state);
  if (
    !input ||
    !kernel ||
    !output ||
    isPlanProblem(plan) ||
    !hasSizes(output, plan.height.outputSize, plan.width.outputSize)
  )
    return undefined;
  return { input, kernel, inputName: nameOf(state, 'input'), kernelName: nameOf(state, 'kernel'), plan, output };
}

/** False while the map is still that of other sizes. */
function hasSizes({ shape }: Matrix, rows: number, cols: number): boolean {
  return shape[0] === rows && shape[1] === cols;
}

function nameOf(state: SessionState, side: 'input' | 'kernel'): string | undefined {
  const { name, origin } = state[side];
  return name ?? (origin.kind === 'preset' ? origin.id : undefined);
}

/** The step and colours that the view shows; undefined once the person has turned away or the view is gone. */
async function shownPage(surface: Surface): Promise<ShownPage | undefined> {
  return surface.pages.ask((id) => ({ type: 'ask-page', id })).catch(() => undefined);
}

/** Opens a text beside what it is about, never over it. */
async function showText(text: string, language: string): Promise<void> {
  const known = await vscode.languages.getLanguages();
  const document = await vscode.workspace.openTextDocument({
    content: text,
    language: known.includes(language) ? language : 'plaintext',
  });
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const columns = [activeTextEditor, ...visibleTextEditors].map((editor) => editor?.viewColumn);
  const viewColumn = columns.find((column) => column !== undefined) ?? vscode.ViewColumn.Beside;
  await vscode.window.showTextDocument(document, { viewColumn, preview: false });
}

async function exportPages(
  { store }: ExportServices,
  surface: Surface,
  id: ExportId,
  shown: Pick<PageOrder, 'example' | 'step' | 'isWhole'>,
  { look: themed }: ShownPage,
): Promise<void> {
  const paper = await pickPaper(store);
  if (!paper) return;
  const look = paper === 'white' ? whitePaper : pageLookOf(themed);
  const t = vscode.l10n.t;
  const { example } = shown;
  const order = (step: number): PageOrder => ({ example, step, isWhole: false, look, t });
  const steps = Array.from(example.output.data.keys());
  if (id === 'svg') await saveFile(encoded(pageSvg({ ...shown, look, t })), 'svg', 'SVG');
  else if (id === 'svgs') await saveNumbered(steps.map((step) => encoded(pageSvg(order(step)))));
  else {
    const pages = id === 'gif' ? steps.map((step) => order(step)) : [{ ...shown, look, t }];
    const bytes = await drawn(surface, pages, id === 'gif' ? 'gif' : 'png');
    if (bytes) await saveFile(bytes, id, id.toUpperCase());
  }
}

/** Has the view draw pages, with progress, until it is done or the person turns away. */
async function drawn(
  surface: Surface,
  orders: readonly PageOrder[],
  as: 'png' | 'gif',
): Promise<Uint8Array | undefined> {
  const title = vscode.l10n.t('Drawing {0} pages…', orders.length);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const bytes = await vscode.window.withProgress(options, async (_, token) => {
    const pages = orders.map(pageSvg);
    const message = { type: 'rasterise', pages, as, delay: frameMilliseconds } as const;
    return surface.drawings.ask((id) => ({ ...message, id }), token).catch(() => 'cancelled' as const);
  });
  if (bytes === 'cancelled') return undefined;
  if (!bytes)
    await vscode.window.showWarningMessage(
      vscode.l10n.t('The pages could not be drawn. As SVG they can be had without being drawn.'),
    );
  return bytes;
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
