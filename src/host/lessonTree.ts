import * as vscode from 'vscode';
import { lessonNames } from './lessonNames';
import type { LessonProgress } from './lessonProgress';
import type { LessonReader } from './lessonReader';
import { readSource, shippedLesson } from './lessonSource';

/** One row of the tree: a lesson by its name. */
export interface LessonRow {
  readonly name: string;
  readonly number: number;
  readonly title: string;
  readonly steps: number;
  readonly intro: string;
}

/** The lessons that come with the extension in the order of the course, each with how far the person is in it. */
export class LessonTree implements vscode.TreeDataProvider<LessonRow> {
  readonly onDidChangeTreeData: vscode.Event<void>;
  private rows: Promise<readonly LessonRow[]> | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly progress: LessonProgress,
    private readonly reader: LessonReader,
  ) {
    this.onDidChangeTreeData = progress.onChange;
  }

  getChildren(row?: LessonRow): Thenable<LessonRow[]> {
    this.rows ??= Promise.all(lessonNames.map((name, index) => this.rowOf(name, index + 1)));
    return row ? Promise.resolve([]) : this.rows.then((rows) => [...rows]);
  }

  getTreeItem({ name, number, title, steps, intro }: LessonRow): vscode.TreeItem {
    const place = this.progress.placeIn(name);
    const item = new vscode.TreeItem(`${number}. ${title}`);
    const said = place === undefined ? undefined : placeText(place.isDone, place.at, steps);
    item.id = name;
    item.tooltip = intro;
    item.contextValue = 'lesson';
    item.iconPath = new vscode.ThemeIcon(iconOf(place?.isDone));
    if (said !== undefined) item.description = said;
    item.accessibilityInformation = {
      label: said === undefined ? `${number}. ${title}` : `${number}. ${title}, ${said}`,
    };
    item.command = {
      command: 'convolutionLens.openLesson',
      title: vscode.l10n.t('Open Lesson'),
      arguments: [{ name }],
    };
    return item;
  }

  private async rowOf(name: string, number: number): Promise<LessonRow> {
    const { lesson } = await readSource(this.reader, shippedLesson(this.extensionUri, name));
    return { name, number, title: lesson?.title ?? name, steps: lesson?.steps.length ?? 0, intro: lesson?.intro ?? '' };
  }
}

function placeText(isDone: boolean, at: number, steps: number): string {
  return isDone ? vscode.l10n.t('done') : vscode.l10n.t('step {0} of {1}', at + 1, steps);
}

function iconOf(isDone: boolean | undefined): string {
  if (isDone === undefined) return 'circle-large-outline';
  return isDone ? 'pass-filled' : 'record-small';
}
