import type * as vscode from 'vscode';

/** Endings whose language VS Code does not know by itself, or takes for another one: `.m` counts as Objective-C. */
const byEnding: Readonly<Record<string, readonly [mistaken: string, language: string]>> = {
  m: ['objective-c', 'matlab'],
  csv: ['plaintext', 'csv'],
  tsv: ['plaintext', 'tsv'],
  sce: ['plaintext', 'scilab'],
  nb: ['plaintext', 'wolfram'],
  wl: ['plaintext', 'wolfram'],
  kt: ['plaintext', 'kotlin'],
};

/** The language in which a document is read: its own, or what its ending says where VS Code does not know better. */
export function readingLanguage({ languageId, uri }: vscode.TextDocument): string {
  const ending = uri.path.slice(uri.path.lastIndexOf('.') + 1);
  const [mistaken, language] = (Object.hasOwn(byEnding, ending) && byEnding[ending]) || [];
  return language !== undefined && languageId === mistaken ? language : languageId;
}
