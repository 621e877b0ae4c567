import * as vscode from 'vscode';
import { defaultConv2dParams } from '../engine/convolution/conv2dParams';
import { planConv2d } from '../engine/convolution/planConv2d';
import { isPlanProblem } from '../engine/planProblem';
import { layerSvg } from '../export/layerSvg';
import type { LayerReport } from '../layers/flow/layerReport';
import { type LayerText, layerText } from '../words/layerWords';
import { shownText } from '../words/shownText';
import { appendPlain } from './appendPlain';
import { isDarkTheme } from './isDarkTheme';
import { type LayerScene, layerScene } from './layerScene';

/** The commands that links of a layer may run. */
const commands = {
  give: 'convolutionLens.giveInputShape',
  open: 'convolutionLens.openLayer',
} as const;

/** What is known of a layer as Markdown, with links to what can be done with it. */
export function layerMarkdown(report: LayerReport, uri: vscode.Uri): vscode.MarkdownString {
  const text = layerText(vscode.l10n.t, report);
  const scene = layerScene(report);
  const head = new vscode.MarkdownString();
  head.isTrusted = { enabledCommands: Object.values(commands) };
  appendPlain(head, shownText(report.path));
  head.appendMarkdown(` — ${text.headline}${scene ? openLinks(scene) : ''}\n\n`);
  for (const line of text.shapes) head.appendMarkdown(`\`${line}\`\n\n`);
  if (text.problem !== undefined) {
    head.appendMarkdown('⚠ ');
    appendPlain(head, text.problem);
    head.appendMarkdown('\n\n');
  }
  if (text.table !== '') head.appendMarkdown(`${text.table}\n\n`);
  head.appendMarkdown(`${originLine(text, report, uri)}\n\n`);
  const picture = scene && scenePicture(scene);
  if (picture) head.appendMarkdown(`![](${picture})`);
  return head;
}

/** Where the input shape is from, with the link that lets the person give it. */
function originLine({ origin, asks }: LayerText, { key }: LayerReport, uri: vscode.Uri): string {
  if (origin === undefined) return '';
  if (asks === undefined || key === '') return origin;
  const label = asks === 'unknown' ? vscode.l10n.t('Give input shape…') : vscode.l10n.t('Change input shape…');
  return `${origin} ${link(label, commands.give, { uri: uri.toString(), key })}`;
}

function openLinks(scene: LayerScene): string {
  const open = link(vscode.l10n.t('Open in Convolution Lens'), commands.open, { scene });
  const solve = link(vscode.l10n.t('Solve for padding'), commands.open, { scene, solves: true });
  return ` · ${open} · ${solve}`;
}

/** Undefined where the window does not fit. */
function scenePicture({ input, kernel, params }: LayerScene): string | undefined {
  const plan = planConv2d(input, kernel, { ...defaultConv2dParams, ...params });
  return isPlanProblem(plan) ? undefined : layerSvg(plan, isDarkTheme());
}

function link(label: string, command: string, argument: object): string {
  return `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`;
}
