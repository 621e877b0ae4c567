import * as vscode from 'vscode';
import { thumbnailSvg } from '../export/thumbnailSvg';
import type { MatrixLiteral } from '../literals/literal';
import { literalAround } from '../literals/literalAround';
import { operandLayout, shownMatrix } from '../session/operand';
import { literalOperand } from '../session/start';
import { hoverText } from '../words/hoverWords';
import { shownText } from '../words/shownText';
import { appendPlain } from './appendPlain';
import { documentLiterals } from './documentLiterals';
import { isDarkTheme } from './isDarkTheme';
import type { KernelMemory } from './kernelMemory';
import { languages } from './languages';
import { hoverIsOn } from './settings';
import type { TextReader } from './textReader';

const openCommand = 'convolutionLens.convolveAtCursor';

/** Tells, over a matrix literal, its shape, its range and the output sizes that it would give. */
export class MatrixHover implements vscode.HoverProvider {
  constructor(
    private readonly kernels: KernelMemory,
    private readonly reader: TextReader,
  ) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    if (!hoverIsOn(document)) return undefined;
    const offset = document.offsetAt(position);
    const { version } = document;
    const literal = literalAround(await documentLiterals(document, this.reader), offset);
    if (!literal || document.version !== version) return undefined;
    const { start, end } = literal.range;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    return new vscode.Hover(this.contents(literal, document.uri, offset), range);
  }

  private contents(literal: MatrixLiteral, uri: vscode.Uri, offset: number): vscode.MarkdownString[] {
    const matrix = shownMatrix(literalOperand(literal, { kind: 'clipboard' }));
    const [rows, cols] = matrix.shape;
    const facts = { shape: literal.shape, data: literal.data, rows, cols, kernels: this.kernelSizes() };
    const { headline, table, legend } = hoverText(vscode.l10n.t, facts);
    const link = `command:${openCommand}?${encodeURIComponent(JSON.stringify([{ uri: uri.toString(), offset }]))}`;
    const head = new vscode.MarkdownString();
    head.isTrusted = { enabledCommands: [openCommand] };
    appendPlain(head, literal.name ? shownText(literal.name) : vscode.l10n.t('Matrix'));
    head.appendMarkdown(` — ${headline} · [${vscode.l10n.t('Open in Convolution Lens')}](${link})`);
    const sizes = new vscode.MarkdownString(`![](${thumbnailSvg(matrix, isDarkTheme())})\n\n${table}\n\n${legend}`);
    return [head, sizes];
  }

  /** 3×3, and the last kernel's size or 5×5. */
  private kernelSizes(): readonly (readonly [number, number])[] {
    const { rows, cols } = operandLayout(this.kernels.recall());
    return [[3, 3], rows === 3 && cols === 3 ? [5, 5] : [rows, cols]];
  }
}

/** Hovers in every language that is read, whatever file system the text comes from. */
export function registerMatrixHover(hover: MatrixHover): vscode.Disposable {
  return vscode.languages.registerHoverProvider([...languages], hover);
}
