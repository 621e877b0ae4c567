import * as vscode from 'vscode';
import type { EquivalentAnswer } from '../layers/answerAboutLayers';
import type { LayerReport } from '../layers/flow/layerReport';
import { isRecord } from '../session/readParams';
import { equivalentNoteText } from '../words/equivalentWords';
import { type LayerServices, layerLanguages, layerReportsIn } from './documentLayers';
import type { LastEditor } from './lastEditor';
import type { LayerPeek } from './layerPeek';

const command = 'convolutionLens.showEquivalentLayer';

/** Says, under a layer, which layers of the other library give the same numbers, and what inverts its sizes. */
export async function showEquivalent(
  services: LayerServices,
  editors: LastEditor,
  peek: LayerPeek,
  argument: unknown,
): Promise<void> {
  const editor = editors.current;
  if (!editor) return;
  const { document } = editor;
  const offset = isRecord(argument) && typeof argument.offset === 'number' ? argument.offset : undefined;
  const position = offset === undefined ? editor.selection.active : document.positionAt(offset);
  const report = await layerAt(document, new vscode.Range(position, position), services);
  const body = report && equivalentMarkdown(await services.reader.read({ kind: 'equivalent', report }));
  if (!report || !body) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'No equal layer is known here: put the caret into a layer of PyTorch or Keras whose numbers, and input channels, are known.',
      ),
    );
    return;
  }
  const range = new vscode.Range(document.positionAt(report.start), document.positionAt(report.end));
  await peek.show(document, range, body);
}

/** Offers equal layers on a call. */
export class EquivalentActions implements vscode.CodeActionProvider {
  constructor(private readonly services: LayerServices) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    _context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const report = await layerAt(document, new vscode.Range(range.start, range.start), this.services, token);
    if (!report || isNothing(await this.services.reader.read({ kind: 'equivalent', report }))) return [];
    const title = vscode.l10n.t('Show Equivalent Layer');
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.Empty.append('source.convolutionLens'));
    action.command = { command, title, arguments: [{ offset: document.offsetAt(range.start) }] };
    return [action];
  }
}

/** Offers equal layers wherever layers are described. */
export function registerEquivalentActions(actions: EquivalentActions): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(layerLanguages, actions);
}

async function layerAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  services: LayerServices,
  given?: vscode.CancellationToken,
): Promise<LayerReport | undefined> {
  const cancelling = new vscode.CancellationTokenSource();
  const reports = await layerReportsIn(document, range, services, given ?? cancelling.token);
  cancelling.dispose();
  return reports.reduce<LayerReport | undefined>(
    (best, one) => (best && best.end - best.start <= one.end - one.start ? best : one),
    undefined,
  );
}

function isNothing({ equal, inverted }: EquivalentAnswer): boolean {
  return equal === undefined && inverted === undefined;
}

function equivalentMarkdown(answer: EquivalentAnswer): vscode.MarkdownString | undefined {
  if (isNothing(answer)) return undefined;
  const { equal, inverted } = answer;
  const { t } = vscode.l10n;
  const body = new vscode.MarkdownString();
  if (equal) {
    body.appendText(`${t('The same numbers in {0}:', equal.library)}\n`);
    body.appendCodeblock(equal.lines.join('\n'), 'python');
    body.appendMarkdown(equal.notes.map((note) => `- ${equivalentNoteText(t, note)}`).join('\n'));
  }
  if (inverted !== undefined) {
    body.appendMarkdown(`\n\n${t('A transposed convolution whose output is as large as this input:')}\n`);
    body.appendCodeblock(inverted, 'python');
  }
  return body;
}
