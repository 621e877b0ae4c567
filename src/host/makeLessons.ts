import * as vscode from 'vscode';
import type { LensPanel } from './lensPanel';
import type { LessonServices } from './lessonCommands';
import { LessonMemory } from './lessonMemory';
import { LessonPlayer } from './lessonPlayer';
import { LessonProblems } from './lessonProblems';
import { LessonProgress } from './lessonProgress';
import type { LessonReader } from './lessonReader';
import { LessonTree } from './lessonTree';
import type { NetworkPanel } from './networkPanel';

/** The lessons: their player, their tree, and the diagnostics of their files. */
export function makeLessons(
  { extensionUri, globalState, workspaceState }: vscode.ExtensionContext,
  panel: LensPanel,
  network: NetworkPanel,
  reader: LessonReader,
): LessonServices & vscode.Disposable {
  const progress = new LessonProgress(globalState);
  const lessons = new LessonPlayer({
    extensionUri,
    panel,
    network,
    progress,
    reader,
    memory: new LessonMemory(workspaceState, extensionUri),
  });
  const tree = vscode.window.registerTreeDataProvider(
    'convolutionLens.lessons',
    new LessonTree(extensionUri, progress, reader),
  );
  const all = vscode.Disposable.from(progress, lessons, new LessonProblems(reader), tree);
  return { extensionUri, lessons, progress, reader, dispose: () => all.dispose() };
}
