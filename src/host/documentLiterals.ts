import type * as vscode from 'vscode';
import type { MatrixLiteral } from '../literals/literal';
import { readingLanguage } from './readingLanguage';
import type { TextReader } from './textReader';

type Literals = Promise<readonly MatrixLiteral[]>;

/** Longer texts are not searched unasked. */
const longestUnasked = 2_000_000;

const kept = new WeakMap<vscode.TextDocument, { readonly version: number; readonly literals: Literals }>();

/**
 * All literals of a document; its text is searched once for each version of it. A very long text is searched only for
 * a person who `isWaiting`, and may turn away: then it rejects with a `CancellationError`.
 */
export function documentLiterals(
  document: vscode.TextDocument,
  reader: TextReader,
  { isWaiting = false }: { readonly isWaiting?: boolean } = {},
): Literals {
  const { version } = document;
  const known = kept.get(document);
  if (known?.version === version) return known.literals;
  const last = document.lineAt(document.lineCount - 1).range.end;
  if (!isWaiting && document.offsetAt(last) > longestUnasked) return Promise.resolve([]);
  const request = { kind: 'literals', text: document.getText(), languageId: readingLanguage(document) } as const;
  const literals = isWaiting ? reader.readForPerson(request) : reader.read(request);
  kept.set(document, { version, literals });
  literals.catch(() => {
    if (kept.get(document)?.literals === literals) kept.delete(document);
  });
  return literals;
}
