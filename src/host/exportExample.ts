import * as vscode from 'vscode';
import { isPlanProblem } from '../engine/planProblem';
import type { Matrix } from '../engine/tensor';
import type { ExportOrder } from '../export/answerExport';
import { isProgram, type ProgramId, programLanguage } from '../export/program/programKinds';
import type { WorkedExample } from '../export/program/workedExample';
import { sessionPlan } from '../session/compute';
import type { SessionState } from '../session/state';
import type { ExportId } from '../words/exportWords';
import { copyLink } from './copyLink';
import type { Exporter } from './exporter';
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
  readonly exporter: Exporter;
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
  if (isProgram(id)) return showWritten(services, { as: 'program', id, example }, programLanguage(id));
  showing.bringToFront();
  const page = await shownPage(surface);
  if (!page) return;
  const step = Math.min(page.view.step, example.output.data.length - 1);
  if (id === 'latex' || id === 'markdown') await showWritten(services, { as: id, example, step }, id);
  else await exportPages(services, surface, id, { example, step }, page);
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

async function showWritten({ exporter }: ExportServices, order: ExportOrder, language: string): Promise<void> {
  const [text] = (await exporter.write(order))?.texts ?? [];
  if (text !== undefined) await showText(text, language);
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
  services: ExportServices,
  surface: Surface,
  id: Exclude<ExportId, ProgramId | 'latex' | 'markdown' | 'link'>,
  { example, step }: { readonly example: WorkedExample; readonly step: number },
  { look: themed, view }: ShownPage,
): Promise<void> {
  const paper = await pickPaper(services.store);
  if (!paper) return;
  const isFilm = id === 'gif' || id === 'svgs';
  const steps = isFilm ? Array.from(example.output.data.keys()) : [step];
  const look = paper === 'white' ? paper : themed;
  const order = { as: 'pages', example, steps, isWhole: !isFilm && view.showWhole, look } as const;
  if (id === 'gif' || id === 'png') {
    const bytes = await drawn(services, surface, order, id);
    if (bytes) await saveFile(bytes, id, id.toUpperCase());
    return;
  }
  const pages = ((await services.exporter.write(order))?.texts ?? []).map(encoded);
  if (id === 'svgs') await saveNumbered(pages);
  else if (pages[0]) await saveFile(pages[0], 'svg', 'SVG');
}

/** Has the view draw pages, with progress, until it is done or the person turns away. */
async function drawn(
  { exporter }: ExportServices,
  surface: Surface,
  order: ExportOrder & { readonly as: 'pages' },
  as: 'png' | 'gif',
): Promise<Uint8Array | undefined> {
  const title = vscode.l10n.t('Drawing {0} pages…', order.steps.length);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const bytes = await vscode.window.withProgress(options, async (_, token) => {
    const pages = (await exporter.write(order, token))?.texts;
    if (!pages) return 'cancelled' as const;
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
