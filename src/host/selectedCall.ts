import type * as vscode from 'vscode';
import type { ConvolutionCall, TextParameters } from '../literals/parameters/convolutionCall';
import type { Operand } from '../session/operand';
import { textOperand } from './readEditor';
import { readingLanguage } from './readingLanguage';
import { sourceCells } from './sourceCells';
import type { TextReader } from './textReader';

/** What selections say besides their matrices. */
export interface SaidInText {
  readonly parameters: TextParameters;
  /** Input and kernel of the first call, where both are matrices that can be read. */
  readonly operands: readonly [input: Operand, kernel: Operand] | undefined;
}

/** Longer texts hold numbers, and are not searched for calls and imports. */
const longestSearched = 2_000_000;

/** Reads the parameters that the selections of an editor say, and the matrices that are handed to the first call. */
export async function selectedCall(editor: vscode.TextEditor, reader: TextReader): Promise<SaidInText> {
  const { document, selections } = editor;
  const all: TextParameters[] = [];
  for (const selection of [...selections].sort((a, b) => a.start.compareTo(b.start))) {
    if (selection.isEmpty) continue;
    const start = document.offsetAt(selection.start);
    const languageId = readingLanguage(document);
    const before = languageId === 'python' ? textBefore(document, start) : '';
    const text = document.getText(selection);
    if (text.length > longestSearched) continue;
    const request = { kind: 'parameters', text, languageId, before } as const;
    all.push(movedBy(await reader.readForPerson(request), start));
  }
  const parameters = {
    calls: all.flatMap(({ calls }) => calls),
    strangers: all.flatMap(({ strangers }) => strangers),
    labels: all.flatMap(({ labels }) => labels),
  };
  const [call] = parameters.calls;
  return { parameters, operands: call && (await callOperands(call, document, reader)) };
}

/** The text of the cells before, and of the document up to an offset. */
function textBefore(document: vscode.TextDocument, offset: number): string {
  const { documents, index } = sourceCells(document);
  const earlier = documents.slice(0, Math.max(0, index)).filter(({ languageId }) => languageId === 'python');
  const text = [...earlier.map((cell) => cell.getText()), document.getText().slice(0, offset)].join('\n');
  return text.length > longestSearched ? '' : text;
}

async function callOperands(
  call: ConvolutionCall,
  document: vscode.TextDocument,
  reader: TextReader,
): Promise<readonly [Operand, Operand] | undefined> {
  const input = await argumentOperand(call, 'input', document, reader);
  const kernel = input && (await argumentOperand(call, 'kernel', document, reader));
  return kernel && [input, kernel];
}

/** The matrix that an argument is, written there or under its name. */
async function argumentOperand(
  call: ConvolutionCall,
  name: 'input' | 'kernel',
  document: vscode.TextDocument,
  reader: TextReader,
): Promise<Operand | undefined> {
  const range = call.arguments[name]?.range;
  if (!range) return undefined;
  const { documents, index } = sourceCells(document);
  const cells = documents.map((cell) => ({ text: cell.getText(), languageId: readingLanguage(cell) }));
  const { placed } = await reader.readForPerson({ kind: 'named', cells, index, ...range });
  const [only, ...others] = placed;
  const source = only && documents[only.cellIndex];
  return source && others.length === 0 ? textOperand(only.literal, source) : undefined;
}

function movedBy({ calls, ...rest }: TextParameters, offset: number): TextParameters {
  const moved = (range: { start: number; end: number }) => ({ start: range.start + offset, end: range.end + offset });
  return {
    ...rest,
    calls: calls.map((call) => ({
      ...call,
      range: moved(call.range),
      arguments: Object.fromEntries(
        Object.entries(call.arguments).map(([name, argument]) => [name, { ...argument, range: moved(argument.range) }]),
      ),
    })),
  };
}
