import type * as vscode from 'vscode';
import type { MatrixLiteral } from '../literals/literal';
import { allLiterals } from '../literals/literalAt';
import { readingLanguage } from './readingLanguage';

interface Kept {
  readonly version: number;
  readonly literals: readonly MatrixLiteral[];
}

const kept = new WeakMap<vscode.TextDocument, Kept>();

/** All literals of a document; its text is searched once for each version of it. */
export function documentLiterals(document: vscode.TextDocument): readonly MatrixLiteral[] {
  const known = kept.get(document);
  if (known?.version === document.version) return known.literals;
  const literals = allLiterals(document.getText(), readingLanguage(document));
  kept.set(document, { version: document.version, literals });
  return literals;
}
