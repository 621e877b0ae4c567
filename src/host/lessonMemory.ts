import * as vscode from 'vscode';
import { isCount, isRecord } from '../session/readParams';
import { lessonNames } from './lessonNames';
import { fileLesson, type LessonSource, shippedLesson } from './lessonSource';

const key = 'convolutionLens.lesson';

/** The lesson that is given in this workspace, for the time after a reload. */
export class LessonMemory {
  constructor(
    private readonly store: vscode.Memento,
    private readonly extensionUri: vscode.Uri,
  ) {}

  /** The lesson, and the step that was shown; undefined where none is given. */
  recall(): { readonly source: LessonSource; readonly at: number } | undefined {
    const kept = this.store.get(key);
    if (!isRecord(kept) || typeof kept.lesson !== 'string' || !isCount(kept.at)) return undefined;
    const { lesson, at } = kept;
    const source = lessonNames.includes(lesson)
      ? shippedLesson(this.extensionUri, lesson)
      : fileLesson(vscode.Uri.parse(lesson));
    return { source, at };
  }

  remember(source: LessonSource, at: number): void {
    void this.store.update(key, { lesson: source.key, at });
  }

  forget(): void {
    void this.store.update(key, undefined);
  }
}
