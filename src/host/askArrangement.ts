import * as vscode from 'vscode';
import { arranged, type Operand, planeShape } from '../session/operand';
import { type Arrangement, arrangementsOf } from '../session/planeLayout';
import { readAsName } from '../words/readingWords';
import type { ReadingMemory } from './readingMemory';

/**
 * The matrices as the person means their axes: as they have said before, else those of one axis are asked about, all
 * at once. Undefined when they turn away.
 */
export async function askArrangements(
  operands: readonly Operand[],
  memory: ReadingMemory,
): Promise<readonly Operand[] | undefined> {
  const known = operands.map((operand) => asRemembered(operand, memory));
  const open = known.filter(isOpen);
  if (open.length === 0) return known;
  const arrangement = await pickArrangement(open);
  if (arrangement === undefined) return undefined;
  const settled = known.map((operand) => (open.includes(operand) ? arranged(operand, arrangement) : operand));
  for (const operand of settled) memory.remember(operand);
  return settled;
}

/** A matrix of one axis as a row, any other as it is. */
export function asRow(operand: Operand): Operand {
  return isOpen(operand) ? arranged(operand, 'row') : operand;
}

function asRemembered(operand: Operand, memory: ReadingMemory): Operand {
  const arrangement = operand.arrangement ?? (operand.reading && memory.recall(operand));
  return arrangement === undefined ? operand : { ...operand, arrangement };
}

/** Numbers of one axis out of a text. */
function isOpen({ reading, tensor, arrangement }: Operand): boolean {
  return reading !== undefined && arrangement === undefined && arrangementsOf(tensor.shape).includes('row');
}

async function pickArrangement(operands: readonly Operand[]): Promise<Arrangement | undefined> {
  const fitting = arrangementsOf(operands[0]!.tensor.shape).filter((arrangement) =>
    operands.every(({ tensor }) => arrangementsOf(tensor.shape).includes(arrangement)),
  );
  const items = fitting.map((arrangement) => ({
    label: readAsName(vscode.l10n.t, arrangement),
    description: operands.map((operand) => planeShape(arranged(operand, arrangement)).join(' × ')).join(', '),
    arrangement,
  }));
  const title =
    operands.length === 1 ? titleOf(operands[0]!) : vscode.l10n.t('How are these numbers of one axis meant?');
  const placeHolder = vscode.l10n.t('Asked once for each text; Read as … in the panel changes it.');
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder });
  return picked?.arrangement;
}

function titleOf({ name, tensor }: Operand): string {
  const count = tensor.data.length;
  return name === undefined
    ? vscode.l10n.t('How are these {0} numbers meant?', count)
    : vscode.l10n.t('How are the {0} numbers of {1} meant?', count, name);
}
