import * as vscode from 'vscode';
import type { NameReading, ReadRequest } from '../literals/answerReading';
import type { LiteralProblem, TextRange } from '../literals/literal';
import { literalAround } from '../literals/literalAround';
import type { TextParameters } from '../literals/parameters/convolutionCall';
import type { Operand } from '../session/operand';
import { assignRoles } from '../session/roles';
import { draftSession, literalOperand, startSession } from '../session/start';
import type { SessionState } from '../session/state';
import { callSizes, withTextParameters } from '../session/withTextParameters';
import { askAround } from './askAround';
import { askArrangements, asRow } from './askArrangement';
import { readAsking } from './askChoice';
import { documentLiterals } from './documentLiterals';
import type { KernelMemory } from './kernelMemory';
import type { LensPanel } from './lensPanel';
import { pickOperand } from './pickOperand';
import type { Playground } from './playground';
import { problemAround } from './problemAround';
import { namedOperand as namedOperandOf, otherMatrices, readSelections, textOperand } from './readEditor';
import { readingLanguage } from './readingLanguage';
import type { ReadingMemory } from './readingMemory';
import { type SaidInText, selectedCall } from './selectedCall';
import { sourceCells } from './sourceCells';
import type { SourceProblems } from './sourceProblems';
import { tellNothingRead, tellProblem, tellUnresolved } from './tell';
import type { TextReader } from './textReader';

/** What the commands work with. */
export interface ConvolveServices {
  readonly panel: LensPanel;
  readonly kernels: KernelMemory;
  readonly memory: ReadingMemory;
  readonly playground: Playground;
  readonly reader: TextReader;
  readonly problems: SourceProblems;
}

type Reading = Pick<ConvolveServices, 'reader' | 'problems'>;

/** A place in a text, as links of hovers name it. */
export interface TextPlace {
  readonly uri: string;
  readonly offset: number;
}

/** Convolves what is selected; with nothing selected, what the caret is at. */
export async function convolveSelection(services: ConvolveServices): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return tellNothingRead();
  if (editor.selections.every((selection) => selection.isEmpty)) return convolveAtCursor(services);
  const said = await selectedCall(editor, services.reader);
  const operands = said.operands ?? (await selectedOperands(editor, services));
  if (operands) await convolveOperands(services, operands, editor.document, said);
}

/** Makes what is selected the kernel of the panel, and of what is convolved next. */
export async function useSelectionAsKernel(services: ConvolveServices): Promise<void> {
  const { panel, kernels, memory } = services;
  const editor = vscode.window.activeTextEditor;
  if (!editor) return tellNothingRead();
  const operands = await selectedOperands(editor, services);
  if (!operands) return;
  const picked = await pickOperand(operands, vscode.l10n.t('Which matrix is the kernel?'));
  const [kernel] = (picked && (await askArrangements([picked], memory))) ?? [];
  if (!kernel) return;
  kernels.remember(kernel);
  panel.show({ ...(panel.state ?? draftSession()), kernel });
}

/** Convolves the literal around the caret or a given place, or the one that the name there was last assigned. */
export async function convolveAtCursor(services: ConvolveServices, place?: TextPlace): Promise<void> {
  const at = await caretOf(place);
  if (!at) return tellNothingRead();
  const operand = await operandAt(at.document, at.offset, services);
  if (operand) await convolveOperands(services, [operand], at.document);
}

/** Convolves what the clipboard holds, such as a printed output, which is no editor. */
export async function convolveFromClipboard(services: ConvolveServices): Promise<void> {
  const text = await vscode.env.clipboard.readText();
  const read = await readAsking((choice) => readText(services.reader, { text, languageId: 'plaintext', choice }));
  if (!read) return;
  const operands = read.literals.map((literal) => literalOperand(literal, { kind: 'clipboard' }));
  const tell = (problem: LiteralProblem) => tellProblem(problem, text, vscode.l10n.t('Clipboard'));
  if (await isEnough(operands, read.problem, tell)) await convolveOperands(services, operands, undefined);
  else if (operands.length === 0 && !read.problem) await tellNothingRead();
}

/** The matrices of a text, and the most telling problem. */
async function readText(reader: TextReader, request: Omit<Extract<ReadRequest, { kind: 'matrices' }>, 'kind'>) {
  const { literals, problems } = await reader.readForPerson({ kind: 'matrices', ...request });
  return { literals, problem: problems[0] };
}

/** The matrices of a whole text; undefined once the person was told why there are none. */
export async function documentOperands(
  document: vscode.TextDocument,
  reader: TextReader,
): Promise<readonly Operand[] | undefined> {
  const text = document.getText();
  const languageId = readingLanguage(document);
  const read = await readAsking(async (choice) => {
    const { literals, problem } = await readText(reader, { text, languageId, choice });
    return { operands: literals.map((literal) => textOperand(literal, document, choice)), problem };
  });
  if (!read) return undefined;
  const { operands, problem: first } = read;
  const isRead = await isEnough(operands, first, (problem) => tellProblem(problem, text, document));
  return isRead ? operands : undefined;
}

/** Shows matrices in the panel; of more than two the person chooses, one alone meets the kernel that was used last. */
export async function convolveOperands(
  { panel, kernels, memory, reader }: ConvolveServices,
  operands: readonly Operand[],
  document: vscode.TextDocument | undefined,
  said?: SaidInText,
): Promise<void> {
  const picked = operands.length > 2 ? await pickTwo(operands) : operands;
  // NumPy's convolutions take one axis, so nobody needs to say how it is meant.
  const isOneAxis = said?.parameters.calls[0]?.function.startsWith('numpy.');
  const chosen = isOneAxis ? picked?.map(asRow) : picked;
  const [first, second] = (chosen && (await askArrangements(chosen, memory))) ?? [];
  if (!first) return;
  const { input, kernel } = second
    ? operands.length > 2 || said?.operands
      ? { input: first, kernel: second }
      : assignRoles(first, second)
    : { input: first, kernel: kernels.recall() };
  const used = [input, kernel];
  const others = document
    ? await otherMatrices(document, used, reader)
    : operands.filter((operand) => !picked?.includes(operand));
  const session = startSession(input, kernel, others);
  panel.show(said ? await withSaid(session, said.parameters, reader) : session);
}

async function withSaid(session: SessionState, text: TextParameters, reader: TextReader): Promise<SessionState> {
  const params = await reader.read({ kind: 'text-params', text, sizes: callSizes(session) });
  return withTextParameters(session, text, params);
}

async function pickTwo(operands: readonly Operand[]): Promise<readonly Operand[] | undefined> {
  const input = await pickOperand(operands, vscode.l10n.t('Which matrix is the input?'));
  if (!input) return undefined;
  const rest = operands.filter((operand) => operand !== input);
  const kernel = await pickOperand(rest, vscode.l10n.t('Which matrix is the kernel?'));
  return kernel && [input, kernel];
}

/** The matrices of the selections, of a selected name, or undefined once the person was told why there are none. */
export async function selectedOperands(
  editor: vscode.TextEditor,
  { reader, problems }: ConvolveServices,
): Promise<readonly Operand[] | undefined> {
  const { document, selection } = editor;
  problems.clear(document);
  const read = await readAsking((choice) => readSelections(editor, reader, choice));
  if (!read) return undefined;
  const { operands, problem, missing } = read;
  if (operands.length === 0) {
    const named = await selectedName(document, selection, { reader, problems });
    if (named) return 'operand' in named ? [named.operand] : undefined;
    if (missing && !('literal' in missing.found) && !isTelling(problem)) {
      void tellUnresolved(missing.name, missing.found, sourceCells(document).documents);
      return undefined;
    }
  }
  const tell = (found: LiteralProblem) => {
    problems.show(document, found, selectionAround(editor, found.range.start));
    return tellProblem(found, document.getText(), document);
  };
  if (await isEnough(operands, problem, tell)) return askAround(operands, document, reader);
  if (operands.length === 0 && !problem) await tellNothingRead();
  return undefined;
}

/** Whether a problem says more than that a name stands for nothing. */
function isTelling(problem: LiteralProblem | undefined): boolean {
  return problem !== undefined && problem.problem !== 'no-matrix' && problem.problem !== 'unsupported';
}

/** The selection that holds an offset. */
function selectionAround({ document, selections }: vscode.TextEditor, offset: number): TextRange | undefined {
  const ranges = selections.map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }));
  return ranges.find(({ start, end }) => start <= offset && offset <= end);
}

/** What a selected name stands for, after the person was told where it is nothing; undefined for no name. */
async function selectedName(
  document: vscode.TextDocument,
  selection: vscode.Selection,
  { reader, problems }: Reading,
): Promise<{ readonly operand: Operand } | { readonly told: true } | undefined> {
  const end = document.offsetAt(selection.end);
  const reading = selection.isSingleLine ? await nameReading(document, end, reader) : undefined;
  if (reading?.name === undefined || reading.name !== document.getText(selection).trim()) return undefined;
  const operand = namedOperand(reading, document, problems);
  return operand ? { operand } : { told: true };
}

/**
 * Whether to go on with what was read. Beside a single matrix, what could not be read may be the very kernel that was
 * meant; beside a pair it is news, unless it is only something that goes on computing.
 */
async function isEnough(
  operands: readonly Operand[],
  problem: LiteralProblem | undefined,
  tell: (problem: LiteralProblem) => Promise<void>,
): Promise<boolean> {
  if (!problem) return operands.length > 0;
  if (operands.length < 2) {
    await tell(problem);
    return false;
  }
  if (problem.problem !== 'unsupported') void tell(problem);
  return true;
}

async function operandAt(
  document: vscode.TextDocument,
  offset: number,
  { reader, problems }: Reading,
): Promise<Operand | undefined> {
  problems.clear(document);
  const literal = literalAround(await documentLiterals(document, reader, { isWaiting: true }), offset);
  if (literal) return textOperand(literal, document);
  const reading = await nameReading(document, offset, reader);
  if (reading.name !== undefined) return namedOperand(reading, document, problems);
  const problem = await problemAround(document, offset, reader);
  if (problem) {
    problems.show(document, problem.found, problem.range);
    void tellProblem(problem.found, document.getText(), document);
  } else void tellNothingRead();
  return undefined;
}

function nameReading(document: vscode.TextDocument, offset: number, reader: TextReader): Promise<NameReading> {
  const { documents, index } = sourceCells(document);
  const cells = documents.map((cell) => ({ text: cell.getText(), languageId: readingLanguage(cell) }));
  return reader.readForPerson({ kind: 'name', cells, index, offset });
}

/** The matrix that a name stands for; undefined where it stands for none, which is told. */
function namedOperand(
  { name, found }: NameReading,
  document: vscode.TextDocument,
  problems: SourceProblems,
): Operand | undefined {
  const { documents } = sourceCells(document);
  if (!('literal' in found)) {
    const source = 'problem' in found ? documents[found.cellIndex] : undefined;
    if (source && 'problem' in found) problems.show(source, found.problem, undefined);
    void tellUnresolved(name ?? '', found, documents);
    return undefined;
  }
  const source = documents[found.cellIndex];
  return source && { ...namedOperandOf(found.literal, source), name };
}

async function caretOf(
  place: TextPlace | undefined,
): Promise<{ document: vscode.TextDocument; offset: number } | undefined> {
  if (place) {
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === place.uri);
    return document && { document, offset: place.offset };
  }
  const editor = vscode.window.activeTextEditor;
  return editor && { document: editor.document, offset: editor.document.offsetAt(editor.selection.active) };
}
