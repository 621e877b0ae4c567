import * as vscode from 'vscode';
import type { LessonPlayer } from './lessonPlayer';
import { lessonOf } from './lessonPlayer';
import type { LessonProgress } from './lessonProgress';
import type { LessonReader } from './lessonReader';
import { fileLesson, isLessonFile, type LessonSource } from './lessonSource';

/** What the commands of lessons work with. */
export interface LessonServices {
  readonly extensionUri: vscode.Uri;
  readonly lessons: LessonPlayer;
  readonly progress: LessonProgress;
  readonly reader: LessonReader;
}

/** Opens the lesson of a row; without one, the first that is not done. */
export async function openLesson({ extensionUri, lessons }: LessonServices, argument: unknown): Promise<void> {
  const source = lessonOf(extensionUri, argument);
  if (source) await lessons.open(source);
  else await lessons.openBeside(1);
}

/** Opens a lesson file: the one that was clicked, the one in the active editor, or one that is picked. */
export async function openLessonFile({ lessons }: LessonServices, argument: unknown): Promise<void> {
  const uri = argument instanceof vscode.Uri ? argument : (activeLessonFile() ?? (await pickLessonFile()));
  if (uri) await lessons.open(fileLesson(uri));
}

/** The lesson that a command is about: of a row or file, the one that is given, or the file in the active editor. */
export function lessonFor({ extensionUri, lessons }: LessonServices, argument: unknown): LessonSource | undefined {
  const active = activeLessonFile();
  return lessonOf(extensionUri, argument) ?? lessons.source ?? (active && fileLesson(active));
}

/** Forgets how far the person is, once they have said that they mean it. */
export async function resetLessons({ progress }: LessonServices): Promise<void> {
  const reset = vscode.l10n.t('Reset');
  const question = vscode.l10n.t('Forget how far you are in every lesson?');
  if ((await vscode.window.showWarningMessage(question, { modal: true }, reset)) === reset) progress.reset();
}

function activeLessonFile(): vscode.Uri | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri && isLessonFile(uri) ? uri : undefined;
}

async function pickLessonFile(): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    filters: { [vscode.l10n.t('Lessons')]: ['convlesson.json', 'json'] },
  });
  return picked?.[0];
}
