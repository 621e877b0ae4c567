import * as vscode from 'vscode';
import type { LiteralProblem } from '../literals/literal';
import { choicesOf, openQuestion, type ReadingChoice } from '../literals/report/readingChoice';
import { choiceName, questionText } from '../words/choiceWords';

/**
 * Reads a text, and again with what the person has chosen, as long as it can be read in more than one way and they can
 * say which is meant. Undefined when they turn away.
 */
export async function readAsking<T extends { readonly problem: LiteralProblem | undefined }>(
  read: (choice: ReadingChoice | undefined) => Promise<T>,
): Promise<T | undefined> {
  let choice: ReadingChoice | undefined;
  for (;;) {
    const reading = await read(choice);
    const question = openQuestion(reading.problem, choice);
    if (question === undefined) return reading;
    const answer = await pickChoice(question, reading.problem?.details.found);
    if (answer === undefined) return undefined;
    choice = { ...choice, ...answer };
  }
}

async function pickChoice(
  question: keyof ReadingChoice,
  found: string | number | undefined,
): Promise<ReadingChoice | undefined> {
  const items = choicesOf(question).map((choice) => ({ label: choiceName(vscode.l10n.t, choice), choice }));
  const title = questionText(vscode.l10n.t, question, String(found ?? ''));
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: title });
  return picked?.choice;
}
