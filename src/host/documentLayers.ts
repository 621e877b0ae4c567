import type * as vscode from 'vscode';
import type { LayerReport } from '../layers/flow/layerReport';
import type { InputShapeMemory } from './inputShapeMemory';
import { readingLanguage } from './readingLanguage';
import { sourceCells } from './sourceCells';
import type { TextReader } from './textReader';

/** Longer texts are not read unasked. */
const longestUnasked = 2_000_000;

/** The calls of layers in a document, with places and lines of that document. */
export interface DocumentLayers {
  readonly reports: Promise<readonly LayerReport[]>;
  readonly cancel: () => void;
}

interface Kept extends DocumentLayers {
  readonly state: string;
}

const kept = new WeakMap<vscode.TextDocument, Kept>();

/**
 * What the layers of a document make of their inputs; read once for each version of it, and of the notebook around it.
 * What was asked of an earlier version is cancelled: its promise rejects with a `CancellationError`.
 */
export function documentLayers(
  document: vscode.TextDocument,
  reader: TextReader,
  memory: InputShapeMemory,
): Promise<readonly LayerReport[]> {
  const { text, base, state } = joinedText(document, memory.revision);
  const known = kept.get(document);
  if (known?.state === state) return known.reports;
  known?.cancel();
  if (text().length > longestUnasked) return Promise.resolve([]);
  const { answer, cancel } = reader.begin({
    kind: 'layers',
    text: text(),
    languageId: readingLanguage(document),
    remembered: memory.recall(document.uri),
  });
  const reports = answer.then(({ reports: all }) => placed(all, base(), document));
  kept.set(document, { state, reports, cancel });
  reports.catch(() => {
    if (kept.get(document)?.reports === reports) kept.delete(document);
  });
  return reports;
}

interface JoinedText {
  readonly text: () => string;
  /** What stands before the document's own text. */
  readonly base: () => string;
  /** Changes with every change of the text. */
  readonly state: string;
}

/** A notebook's cells up to the last one of the language, since names and imports come from other cells. */
function joinedText(document: vscode.TextDocument, revision: number): JoinedText {
  const { documents, index } = sourceCells(document);
  const isLike = (one: vscode.TextDocument) => one.languageId === document.languageId;
  const before = documents.slice(0, Math.max(0, index)).filter(isLike);
  const after = documents.slice(index + 1).filter(isLike);
  const all = [...before, document, ...after];
  const textOf = (some: readonly vscode.TextDocument[]) => some.map(cellText);
  return {
    text: () => textOf(all).join('\n'),
    base: () =>
      textOf(before)
        .map((one) => `${one}\n`)
        .join(''),
    state: `${revision} ${all.map((one) => `${one.uri.fragment}@${one.version}`).join()}`,
  };
}

/** A cell in which the notebook's own commands, `%matplotlib inline` and `!pip install`, are comments of the same length. */
function cellText(document: vscode.TextDocument): string {
  const text = document.getText();
  return document.uri.scheme === 'vscode-notebook-cell' ? text.replace(/^[%!]/gm, '#') : text;
}

function placed(reports: readonly LayerReport[], base: string, document: vscode.TextDocument): readonly LayerReport[] {
  const lines = base.split('\n').length - 1;
  const end = base.length + document.getText().length;
  const own = reports.filter((report) => report.start >= base.length && report.end <= end);
  return own.map((report) => ({
    ...report,
    start: report.start - base.length,
    end: report.end - base.length,
    uses: report.uses.map((use) => ({ ...use, origin: originHere(use.origin, lines, document.lineCount) })),
  }));
}

function originHere(
  origin: LayerReport['uses'][number]['origin'],
  lines: number,
  count: number,
): LayerReport['uses'][number]['origin'] {
  if (origin?.line === undefined) return origin;
  const line = origin.line - lines;
  return { ...origin, line: line >= 0 && line < count ? line : undefined };
}
