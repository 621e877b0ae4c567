import * as vscode from 'vscode';
import type { LessonRead } from '../session/lessons/answerLesson';
import { lessonEnding } from '../session/lessons/lessonEnding';
import type { LessonReader } from './lessonReader';

/** Where a lesson comes from; `key` names it in what is kept of its progress. */
export interface LessonSource {
  readonly key: string;
  readonly uri: vscode.Uri;
  /** The name of a lesson that comes with the extension. */
  readonly name: string | undefined;
}

/** One of the lessons that come with the extension. */
export function shippedLesson(extensionUri: vscode.Uri, name: string): LessonSource {
  return { key: name, name, uri: vscode.Uri.joinPath(extensionUri, 'media', 'lessons', `${name}${lessonEnding}`) };
}

/** A lesson file of anybody's. */
export function fileLesson(uri: vscode.Uri): LessonSource {
  return { key: uri.toString(), name: undefined, uri };
}

/** True for the address of a lesson file. */
export function isLessonFile(uri: vscode.Uri): boolean {
  return uri.path.toLowerCase().endsWith(lessonEnding);
}

/** The lesson as it stands: in an open editor with what was typed there, else in its file. */
export async function readSource(reader: LessonReader, { uri }: LessonSource): Promise<LessonRead> {
  return reader.read(await textOf(uri));
}

async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open ? open.getText() : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
