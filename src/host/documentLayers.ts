import * as vscode from 'vscode';
import type { LayersAnswer, LayersRequest } from '../layers/answerLayers';
import type { LayerFault } from '../layers/check/layerFault';
import type { LayerReport } from '../layers/flow/layerReport';
import type { ModelReport } from '../layers/flow/modelReport';
import type { InputShapeMemory } from './inputShapeMemory';
import { readingLanguage } from './readingLanguage';
import { notebookOf, sourceCells } from './sourceCells';
import type { TextReader } from './textReader';

/** The languages in which layers are described. */
export const layerLanguages = ['python', 'javascript', 'javascriptreact', 'typescript', 'typescriptreact'];

/** Longer texts are not read unasked. */
const longestUnasked = 2_000_000;

/** Words without which a text has no layers of the libraries that are read. */
const libraryWords =
  /\b(?:torch|keras|tensorflow|tf|tfl|flax|linen|mxnet|gluon|nn|layers|onnx|signal|ndimage|cv2?|np)\b/;

/** What is asked, and of whom. */
export interface LayerServices {
  readonly reader: TextReader;
  readonly shapes: InputShapeMemory;
}

/**
 * What the layers that touch a range of a document make of their inputs, with places and lines of that document; empty
 * once the token is cancelled.
 */
export async function layerReportsIn(
  document: vscode.TextDocument,
  range: vscode.Range,
  services: LayerServices,
  token: vscode.CancellationToken,
): Promise<readonly LayerReport[]> {
  const joined = joinedText(document);
  const part = joined.parts.find((one) => one.document === document);
  if (!part) return [];
  const [start, end] = [range.start, range.end].map((position) => part.start + document.offsetAt(position));
  const asked = { range: { start: start!, end: end! }, wantsFaults: false, wantsModels: false };
  const { reports } = await ask(joined, asked, services, token);
  return reports.flatMap((report) => placedReport(report, part) ?? []);
}

/** A text with the models in it, which can go over several cells. */
export interface DocumentModels {
  readonly models: readonly ModelReport[];
  /** Where an offset of the models stands. */
  readonly placeOf: (offset: number) => { readonly document: vscode.TextDocument; readonly offset: number } | undefined;
}

/** The models of a document and of the notebook around it. */
export async function modelsAround(
  document: vscode.TextDocument,
  services: LayerServices,
  token: vscode.CancellationToken,
): Promise<DocumentModels> {
  const joined = joinedText(document);
  const { models } = await ask(joined, { range: undefined, wantsFaults: false, wantsModels: true }, services, token);
  const placeOf = (offset: number) => {
    const part = joined.parts.find(({ start, end }) => start <= offset && offset <= end);
    return part && { document: part.document, offset: offset - part.start };
  };
  return { models, placeOf };
}

/** The faults of a document and of the notebook around it, by document; undefined once the token is cancelled. */
export async function layerFaultsAround(
  document: vscode.TextDocument,
  services: LayerServices,
  token: vscode.CancellationToken,
): Promise<ReadonlyMap<vscode.TextDocument, readonly LayerFault[]> | undefined> {
  const joined = joinedText(document);
  const versions = joined.parts.map((part) => part.document.version);
  const { faults } = await ask(joined, { range: undefined, wantsFaults: true, wantsModels: false }, services, token);
  const isStale = joined.parts.some((part, index) => part.document.version !== versions[index]);
  if (token.isCancellationRequested || isStale) return undefined;
  return new Map(
    joined.parts.map((part) => [part.document, faults.flatMap((fault) => placedFault(fault, part) ?? [])]),
  );
}

/** Reads a document, so that what is asked of it afterwards is answered at once. */
export async function readLayersAhead(
  document: vscode.TextDocument,
  services: LayerServices,
  token: vscode.CancellationToken,
): Promise<void> {
  await ask(joinedText(document), { range: undefined, wantsFaults: false, wantsModels: false }, services, token);
}

const nothing: LayersAnswer = { reports: [], faults: [], models: [] };

/** An edit makes what was asked before of no use. */
async function ask(
  { address, text, uri, languageId }: JoinedText,
  asked: Pick<LayersRequest, 'range' | 'wantsFaults' | 'wantsModels'>,
  { reader, shapes }: LayerServices,
  token: vscode.CancellationToken,
): Promise<LayersAnswer> {
  if (token.isCancellationRequested || text.length > longestUnasked || !libraryWords.test(text)) return nothing;
  const remembered = shapes.recall(uri);
  const { answer, cancel } = reader.begin({
    kind: 'layers',
    document: address,
    text,
    languageId,
    remembered,
    ...asked,
  });
  const listening = token.onCancellationRequested(cancel);
  try {
    return await answer;
  } catch (error) {
    if (error instanceof vscode.CancellationError) return nothing;
    throw error;
  } finally {
    listening.dispose();
  }
}

/** A document in a text that is put together of several. */
interface Part {
  readonly document: vscode.TextDocument;
  /** UTF-16 code units of the whole text, half-open. */
  readonly start: number;
  readonly end: number;
  /** Lines before it. */
  readonly lines: number;
}

interface JoinedText {
  readonly uri: vscode.Uri;
  /** Names the text through its versions. */
  readonly address: string;
  readonly languageId: string;
  readonly text: string;
  readonly parts: readonly Part[];
}

/** The cells of the language, since names, imports and shapes come from other cells; or the one file. */
function joinedText(document: vscode.TextDocument): JoinedText {
  const cells = sourceCells(document).documents.filter((one) => one.languageId === document.languageId);
  const texts = cells.map(cellText);
  const parts: Part[] = [];
  let [start, lines] = [0, 0];
  for (const [index, one] of cells.entries()) {
    const end = start + texts[index]!.length;
    parts.push({ document: one, start, end, lines });
    start = end + 1;
    lines += one.lineCount;
  }
  const languageId = readingLanguage(document);
  const address = `${languageId} ${(notebookOf(document) ?? document).uri.toString()}`;
  return { uri: document.uri, address, languageId, text: texts.join('\n'), parts };
}

/** A cell in which the notebook's own commands, `%matplotlib inline` and `!pip install`, are comments of the same length. */
function cellText(document: vscode.TextDocument): string {
  const text = document.getText();
  return document.uri.scheme === 'vscode-notebook-cell' ? text.replace(/^[%!]/gm, '#') : text;
}

function placedReport(report: LayerReport, part: Part): LayerReport | undefined {
  if (report.start < part.start || report.end > part.end) return undefined;
  return {
    ...report,
    start: report.start - part.start,
    end: report.end - part.start,
    uses: report.uses.map((use) => ({ ...use, origin: originIn(part, use.origin) })),
  };
}

type Origin = LayerReport['uses'][number]['origin'];

function originIn({ lines, document }: Part, origin: Origin): Origin {
  if (origin?.line === undefined) return origin;
  const line = origin.line - lines;
  return { ...origin, line: line >= 0 && line < document.lineCount ? line : undefined };
}

function placedFault(fault: LayerFault, part: Part): LayerFault | undefined {
  if (fault.start < part.start || fault.end > part.end) return undefined;
  const moved = <T extends { readonly start: number; readonly end: number }>(one: T) => ({
    ...one,
    start: one.start - part.start,
    end: one.end - part.start,
  });
  return { ...moved(fault), fixes: fault.fixes.map(moved) };
}
