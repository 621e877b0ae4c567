import * as vscode from 'vscode';
import { layerLanguages } from './documentLayers';

/** An editor that scrolls, or gets the focus back, closes its hovers. */
const settleMilliseconds = 300;

interface Told {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly range: vscode.Range;
  readonly body: vscode.MarkdownString;
}

/**
 * What a person has asked of a layer, as a hover over it: it opens at the layer, takes no room, is read and left by the
 * keys of every hover, and comes back when the pointer does, until the text is changed or something else is asked.
 */
export class LayerPeek implements vscode.HoverProvider {
  private told: Told | undefined;

  /** Goes to a layer and says something there. */
  async show(document: vscode.TextDocument, range: vscode.Range, body: vscode.MarkdownString): Promise<void> {
    this.told = { document, version: document.version, range, body };
    const seen = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const selection = new vscode.Range(range.start, range.start);
    const viewColumn = seen?.viewColumn ?? vscode.ViewColumn.Active;
    const editor = await vscode.window.showTextDocument(document, { viewColumn, selection });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    await new Promise<void>((resolve) => setTimeout(() => resolve(), settleMilliseconds));
    await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const { told } = this;
    if (told?.document !== document || told.version !== document.version) return undefined;
    return told.range.contains(position) ? new vscode.Hover(told.body, told.range) : undefined;
  }
}

/** Says it wherever layers are described. */
export function registerLayerPeek(peek: LayerPeek): vscode.Disposable {
  return vscode.languages.registerHoverProvider(layerLanguages, peek);
}
