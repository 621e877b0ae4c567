import * as vscode from 'vscode';
import { lessonEnding } from '../session/lessons/lessonEnding';

/** Opens a new lesson file: one step with a scene and a question, to be written over. */
export async function newLesson(): Promise<void> {
  const name = untakenName();
  const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'untitled', path: name }));
  const editor = await vscode.window.showTextDocument(document);
  await vscode.languages.setTextDocumentLanguage(document, 'json');
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), firstText()));
}

function untakenName(): string {
  const taken = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.path));
  const names = Array.from({ length: taken.size + 1 }, (_, index) => `lesson-${index + 1}${lessonEnding}`);
  return names.find((name) => !taken.has(name))!;
}

function firstText(): string {
  const t = vscode.l10n.t;
  const lesson = {
    version: 1,
    title: t('A lesson of mine'),
    intro: t('What it is about, in one sentence.'),
    steps: [
      {
        scene: {
          in: 'lens',
          input: [
            [1, 2, 3],
            [4, 5, 6],
            [7, 8, 9],
          ],
          kernel: [
            [1, 0],
            [0, -1],
          ],
        },
        text: t('What there is to see here, in two or three sentences.'),
        question: {
          ask: t('How large is the map?'),
          answer: { kind: 'size' },
          why: t('Why it is so.'),
        },
      },
    ],
  };
  // A matrix reads best by its rows.
  return `${JSON.stringify(lesson, null, 2).replace(/\[\s+(-?\d[^[\]]*?)\s+\]/g, (_, row: string) => `[${row.replace(/\s+/g, ' ')}]`)}\n`;
}
