import type * as vscode from 'vscode';

/**
 * Appends a person's text so that it stays text: what `appendText` leaves of an address, VS Code would make a link of,
 * so the signs that make one are written as character references.
 */
export function appendPlain(markdown: vscode.MarkdownString, text: string): void {
  for (const part of text.split(/([:.@])/)) {
    if (/^[:.@]$/.test(part)) markdown.appendMarkdown(`&#${part.charCodeAt(0)};`);
    else markdown.appendText(part);
  }
}
