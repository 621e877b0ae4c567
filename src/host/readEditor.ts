import type * as vscode from 'vscode';
import type { ReadRequest } from '../literals/answerReading';
import type { LiteralProblem, MatrixLiteral, TextRange } from '../literals/literal';
import type { NamedReading } from '../literals/names/readNamed';
import type { Reading } from '../literals/readMatrices';
import type { ReadingChoice } from '../literals/report/readingChoice';
import { movedBy } from '../session/follow';
import type { Operand } from '../session/operand';
import { literalOperand } from '../session/start';
import { documentLiterals } from './documentLiterals';
import { readingLanguage } from './readingLanguage';
import { placeName, sourceCells } from './sourceCells';
import type { TextReader } from './textReader';

/** Candidates beyond this number would be a list that nobody reads. */
const mostCandidates = 60;

/** Longer texts hold numbers: where all of them are read, nobody waits for names as well. */
const longestNamed = 2_000_000;

/** What the selections of an editor hold, taken as one. */
export interface SelectionReading {
  readonly operands: readonly Operand[];
  readonly problem: LiteralProblem | undefined;
  /** The first name that stands for no matrix, and why. */
  readonly missing?: NamedReading['missing'];
}

/** Reads every selection of an editor, in the way that was chosen; offsets are those of the document. */
export async function readSelections(
  { document, selections }: vscode.TextEditor,
  reader: TextReader,
  choice?: ReadingChoice,
): Promise<SelectionReading> {
  const operands: Operand[] = [];
  let problem: LiteralProblem | undefined;
  let missing: NamedReading['missing'];
  for (const selection of [...selections].sort((a, b) => a.start.compareTo(b.start))) {
    if (selection.isEmpty) continue;
    const offset = document.offsetAt(selection.start);
    const request = {
      kind: 'matrices',
      text: document.getText(selection),
      languageId: readingLanguage(document),
      choice,
    } as const;
    const reading = await reader.readForPerson(request);
    const range = { start: offset, end: document.offsetAt(selection.end) };
    const isAllThere = request.text.length > longestNamed && isWhole(reading);
    const named = choice || isAllThere ? undefined : await reader.readForPerson(namesRequest(document, range));
    missing ??= named?.missing;
    if (named && isFuller(named, reading)) {
      operands.push(...namedOperands(named, document));
      continue;
    }
    operands.push(...reading.literals.map((literal) => textOperand(movedBy(literal, offset), document, choice)));
    problem ??= mostTelling(movedProblem(reading.problems[0], offset), named?.problems[0]);
  }
  return { operands, problem, missing };
}

/** Where a text has no sign of a matrix, its names and draws may tell why. */
function mostTelling(plain: LiteralProblem | undefined, named: LiteralProblem | undefined): LiteralProblem | undefined {
  return named && plain?.problem === 'no-matrix' ? named : plain;
}

function movedProblem(problem: LiteralProblem | undefined, offset: number): LiteralProblem | undefined {
  if (!problem) return undefined;
  const { start, end } = problem.range;
  return { ...problem, range: { start: start + offset, end: end + offset } };
}

/** Asks for the expressions of a range with the names in them, which may stand for matrices of earlier lines and cells. */
export function namesRequest(
  document: vscode.TextDocument,
  { start, end }: TextRange,
): Extract<ReadRequest, { readonly kind: 'named' }> {
  const { documents, index } = sourceCells(document);
  const cells = documents.map((cell) => ({ text: cell.getText(), languageId: readingLanguage(cell) }));
  return { kind: 'named', cells, index, start, end };
}

function isWhole({ literals, problems }: Reading): boolean {
  return literals.length > 0 && problems.length === 0;
}

/** Whether names tell of more matrices than the text alone, and of all that it speaks of. */
function isFuller({ placed, problems }: NamedReading, { literals, problems: plain }: Reading): boolean {
  if (problems.length > 0) return false;
  return (
    placed.length > literals.length || (placed.length === literals.length && placed.length > 0 && plain.length > 0)
  );
}

function namedOperands({ placed }: NamedReading, document: vscode.TextDocument): readonly Operand[] {
  const { documents } = sourceCells(document);
  return placed.flatMap(({ literal, cellIndex }) => {
    const source = documents[cellIndex];
    return source ? [namedOperand(literal, source)] : [];
  });
}

/** A literal that was read with the names of its text: one that is computed is read so again. */
export function namedOperand(literal: MatrixLiteral, document: vscode.TextDocument): Operand {
  const operand = textOperand(literal, document);
  if (!literal.computed || operand.origin.kind !== 'text') return operand;
  return { ...operand, origin: { ...operand.origin, isNamed: true } };
}

/** A literal of a document as an operand that can be followed. */
export function textOperand(literal: MatrixLiteral, document: vscode.TextDocument, choice?: ReadingChoice): Operand {
  const { start, end } = literal.range;
  const uri = document.uri.toString();
  const languageId = readingLanguage(document);
  const place = { kind: 'text', uri, place: placeName(document), start, end, languageId } as const;
  return literalOperand(literal, choice ? { ...place, choice } : place);
}

/** The other matrices of the file or notebook, in the order of the text. */
export async function otherMatrices(
  document: vscode.TextDocument,
  used: readonly Operand[],
  reader: TextReader,
): Promise<readonly Operand[]> {
  const isUsed = (operand: Operand) => used.some((one) => samePlace(one, operand));
  const operandsOf = async (cell: vscode.TextDocument) => {
    const literals = await documentLiterals(cell, reader).catch(() => []);
    return literals.map((found) => textOperand(found, cell));
  };
  const found = await Promise.all(sourceCells(document).documents.map(operandsOf));
  return found
    .flat()
    .filter((operand) => !isUsed(operand))
    .slice(0, mostCandidates);
}

function samePlace({ origin: one }: Operand, { origin: other }: Operand): boolean {
  return (
    one.kind === 'text' &&
    other.kind === 'text' &&
    one.uri === other.uri &&
    one.start < other.end &&
    other.start < one.end
  );
}
