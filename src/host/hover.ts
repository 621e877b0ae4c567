import * as vscode from 'vscode';
import { thumbnailSvg } from '../export/thumbnailSvg';
import type { MatrixLiteral } from '../literals/literal';
import { literalAt } from '../literals/literalAt';
import { planeLayout, shownMatrix } from '../session/operand';
import { literalOperand } from '../session/start';
import { hoverText } from '../words/hoverWords';
import type { KernelMemory } from './kernelMemory';
import { languages } from './languages';
import { readingLanguage } from './readingLanguage';
import { hoverIsOn } from './settings';

const openCommand = 'convolutionLens.convolveAtCursor';

/** Above this length a text is not searched while the pointer rests on it. */
const longestText = 400_000;

/** Tells, over a matrix literal, its shape, its range and the output sizes that it would give. */
export class MatrixHover implements vscode.HoverProvider {
  constructor(private readonly kernels: KernelMemory) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    if (!hoverIsOn(document)) return undefined;
    const text = document.getText();
    if (text.length > longestText) return undefined;
    const offset = document.offsetAt(position);
    const literal = literalAt(text, readingLanguage(document), offset);
    if (!literal) return undefined;
    const { start, end } = literal.range;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    return new vscode.Hover(this.contents(literal, document.uri, offset), range);
  }

  private contents(literal: MatrixLiteral, uri: vscode.Uri, offset: number): vscode.MarkdownString[] {
    const operand = literalOperand(literal, { kind: 'clipboard' });
    const { rows, cols } = planeLayout(literal.shape);
    const head = new vscode.MarkdownString();
    head.appendText(literal.name ?? vscode.l10n.t('Matrix'));
    const { rows: kernelRows, cols: kernelCols } = planeLayout(this.kernels.recall().tensor.shape);
    const facts = hoverText(vscode.l10n.t, {
      shape: literal.shape,
      data: literal.data,
      rows,
      cols,
      kernels:
        kernelRows === 3 && kernelCols === 3
          ? [
              [3, 3],
              [5, 5],
            ]
          : [
              [3, 3],
              [kernelRows, kernelCols],
            ],
    });
    head.appendMarkdown(` — ${facts.headline}\n\n${facts.table}\n\n${facts.legend}`);
    const link = `command:${openCommand}?${encodeURIComponent(JSON.stringify([{ uri: uri.toString(), offset }]))}`;
    const foot = new vscode.MarkdownString(`[${vscode.l10n.t('Open in Convolution Lens')}](${link})`);
    foot.isTrusted = { enabledCommands: [openCommand] };
    const picture = new vscode.MarkdownString();
    picture.appendMarkdown(`![](${thumbnailSvg(shownMatrix(operand), isDarkTheme())})`);
    return [head, picture, foot];
  }
}

/** Hovers in every language that is read, whatever file system the text comes from. */
export function registerMatrixHover(hover: MatrixHover): vscode.Disposable {
  return vscode.languages.registerHoverProvider([...languages], hover);
}

function isDarkTheme(): boolean {
  const { kind } = vscode.window.activeColorTheme;
  return kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast;
}
