import * as vscode from 'vscode';
import type { MatrixLiteral } from '../literals/literal';
import { literalAround } from '../literals/literalAround';
import type { Operand } from '../session/operand';
import { shortNumber } from '../words/numberText';
import { documentLiterals } from './documentLiterals';
import { textOperand } from './readEditor';
import type { TextReader } from './textReader';

const mostPreviewed = 6;

/**
 * The operands as the person wants them where a selection leaves out what its text computes with a matrix, such as
 * `/ 16` behind it; undefined when they turn away.
 */
export async function askAround(
  operands: readonly Operand[],
  document: vscode.TextDocument,
  reader: TextReader,
): Promise<readonly Operand[] | undefined> {
  const asked: Operand[] = [];
  const literals = await documentLiterals(document, reader);
  for (const operand of operands) {
    const around = computedAround(operand, literals, document);
    const chosen = around ? await pick(operand, textOperand(around, document)) : operand;
    if (!chosen) return undefined;
    asked.push(chosen);
  }
  return asked;
}

/** The matrix of the whole text that these characters are a part of, where it has other numbers. */
function computedAround(
  { origin, tensor }: Operand,
  literals: readonly MatrixLiteral[],
  { uri }: vscode.TextDocument,
): MatrixLiteral | undefined {
  if (origin.kind !== 'text' || origin.uri !== uri.toString()) return undefined;
  const around = literalAround(literals, origin.start);
  if (!around?.computed || around.data.length !== tensor.data.length) return undefined;
  // What lies within the selection was computed there.
  if (around.range.start >= origin.start && around.range.end <= origin.end) return undefined;
  return around.data.some((value, i) => !Object.is(value, tensor.data[i])) ? around : undefined;
}

async function pick(selected: Operand, computed: Operand): Promise<Operand | undefined> {
  const t = vscode.l10n.t;
  const items = [
    { label: t('As the text computes it'), description: preview(computed), operand: computed },
    { label: t('As it is selected'), description: preview(selected), operand: selected },
  ];
  const placeHolder = t('The text computes with this matrix. Which numbers are meant?');
  const picked = await vscode.window.showQuickPick(items, { title: placeHolder, placeHolder });
  return picked?.operand;
}

function preview({ tensor: { data } }: Operand): string {
  const numbers = Array.from(data.subarray(0, mostPreviewed), (value) => shortNumber(value, 8));
  return data.length > mostPreviewed ? `${numbers.join('  ')} …` : numbers.join('  ');
}
