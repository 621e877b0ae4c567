import * as vscode from 'vscode';
import type { ReadingChoice } from '../literals/report/readingChoice';
import type { Side } from '../session/act';
import { withLiteral } from '../session/follow';
import { arranged, type Operand } from '../session/operand';
import { arrangementsOf } from '../session/planeLayout';
import { choiceOf, type ReadAs } from '../session/readingReport';
import { literalFinder } from './literalFinder';
import { readingLanguage } from './readingLanguage';
import type { ReadingMemory } from './readingMemory';
import { openSource } from './sourceCells';
import type { Surface } from './surface';
import { tellJobFailed, tellProblem } from './tell';
import type { TextReader } from './textReader';

/** What other readings need. */
export interface ReadAsServices {
  readonly surface: Surface;
  readonly reader: TextReader;
  readonly memory: ReadingMemory;
}

/** Shows a side in another reading, as one act; where its text cannot be read so, that is told and nothing changes. */
export async function readAs({ surface, reader, memory }: ReadAsServices, side: Side, as: ReadAs): Promise<void> {
  const before = surface.state[side];
  const after = await otherReading(before, as, reader).catch(tellJobFailed);
  if (!after || surface.state[side] !== before) return;
  memory.remember(after);
  surface.replace(side, after);
}

async function otherReading(operand: Operand, as: ReadAs, reader: TextReader): Promise<Operand | undefined> {
  const choice = choiceOf(as);
  if (choice) return readAgain(operand, choice, reader);
  const arrangement = arrangementsOf(operand.tensor.shape).find((one) => one === as);
  return arrangement && arranged(operand, arrangement);
}

async function readAgain(operand: Operand, newChoice: ReadingChoice, reader: TextReader): Promise<Operand | undefined> {
  const { origin, name } = operand;
  const document = origin.kind === 'text' ? await openSource(vscode.Uri.parse(origin.uri)) : undefined;
  if (origin.kind !== 'text') return undefined;
  if (!document) {
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} can no longer be opened.', origin.place));
    return undefined;
  }
  const text = document.getText();
  const choice = { ...origin.choice, ...newChoice };
  const find = literalFinder({ text, languageId: readingLanguage(document) }, reader);
  const followed = await find({ range: origin, name, choice });
  if ('problem' in followed) void tellProblem(followed.problem, text, document);
  return 'literal' in followed
    ? withLiteral({ ...operand, origin: { ...origin, choice } }, followed.literal)
    : undefined;
}
