import * as vscode from 'vscode';
import type { LessonViewAct } from '../protocol/lesson';
import type { Lesson, Scene } from '../session/lessons/lesson';
import { lessonNetwork } from '../session/lessons/lessonNetwork';
import { lessonSession } from '../session/lessons/lessonSession';
import {
  isSettled,
  type LessonState,
  moveInLesson,
  shownScene,
  shownStep,
  startLesson,
  withOutcome,
} from '../session/lessons/lessonState';
import { lessonProblemText } from '../words/lessonWords';
import type { LensPanel } from './lensPanel';
import type { LessonMemory } from './lessonMemory';
import { lessonNames } from './lessonNames';
import type { LessonProgress } from './lessonProgress';
import type { LessonReader } from './lessonReader';
import { fileLesson, type LessonSource, readSource, shippedLesson } from './lessonSource';
import { taughtStep } from './lessonStep';
import type { NetworkPanel } from './networkPanel';

interface Current {
  readonly source: LessonSource;
  readonly state: LessonState;
}

/** What a lesson is given with. */
export interface LessonPlayerServices {
  readonly extensionUri: vscode.Uri;
  readonly panel: LensPanel;
  readonly network: NetworkPanel;
  readonly progress: LessonProgress;
  readonly memory: LessonMemory;
  readonly reader: LessonReader;
}

/** The lesson that is given in the panel: opens it, takes answers, goes on, and keeps how far the person is. */
export class LessonPlayer implements vscode.Disposable {
  private current: Current | undefined;
  private readonly listening: vscode.Disposable;

  constructor(private readonly services: LessonPlayerServices) {
    const { panel, network } = services;
    this.listening = vscode.Disposable.from(
      panel.onLessonAct((act) => void this.take(act)),
      network.onLessonAct((act) => void this.take(act)),
      panel.onClose(() => this.closed('lens')),
      network.onClose(() => this.closed('network')),
      panel.onRestore(() => void this.resume('lens')),
      network.onRestore(() => void this.resume('network')),
      vscode.workspace.onDidChangeTextDocument(({ document }) => void this.follow(document)),
    );
  }

  /** The lesson that is given. */
  get source(): LessonSource | undefined {
    return this.current?.source;
  }

  /** Opens a lesson at the step where it was left; one that is done begins anew. */
  async open(source: LessonSource): Promise<void> {
    const { lesson, problems } = await readSource(this.services.reader, source);
    if (!lesson) {
      const first = lessonProblemText(vscode.l10n.t, problems[0]!);
      const name = source.uri.path.split('/').at(-1) ?? '';
      void vscode.window.showErrorMessage(vscode.l10n.t('{0} is no lesson that can be given. {1}', name, first));
      return;
    }
    const place = this.services.progress.placeIn(source.key);
    this.begin({ source, state: startLesson(lesson, place && !place.isDone ? place.at : 0) });
    this.panelOf(shownScene(this.current!.state)).reveal();
  }

  /** Opens the lesson before or after the one that is given; without one, the first that is not done. */
  async openBeside(by: 1 | -1): Promise<void> {
    const at = lessonNames.indexOf(this.current?.source.name ?? '');
    const firstOpen = lessonNames.find((name) => !this.services.progress.placeIn(name)?.isDone);
    const name = at < 0 ? (firstOpen ?? lessonNames[0]) : lessonNames[at + by];
    if (name !== undefined) await this.open(shippedLesson(this.services.extensionUri, name));
  }

  dispose(): void {
    this.listening.dispose();
  }

  private begin(current: Current): void {
    this.current = current;
    void vscode.commands.executeCommand('setContext', 'convolutionLens.inLesson', true);
    this.keep();
    this.show(true);
  }

  /** A panel has come back after a reload: the lesson that was given in it goes on. */
  private async resume(panel: Scene['in']): Promise<void> {
    const kept = this.services.memory.recall();
    if (!kept || this.current) return;
    // A file that is gone is told when somebody opens it.
    const { lesson } = await readSource(this.services.reader, kept.source).then(
      (reading) => reading,
      () => ({ lesson: undefined }),
    );
    const state = lesson && startLesson(lesson, kept.at);
    if (state && shownScene(state).in === panel) this.begin({ source: kept.source, state });
  }

  private panelOf(scene: Scene): LensPanel | NetworkPanel {
    return scene.in === 'lens' ? this.services.panel : this.services.network;
  }

  private closed(panel: Scene['in']): void {
    if (this.current && shownScene(this.current.state).in === panel) this.stop();
  }

  private stop(): void {
    this.current = undefined;
    void vscode.commands.executeCommand('setContext', 'convolutionLens.inLesson', false);
  }

  private async take(act: LessonViewAct): Promise<void> {
    if (!this.current) return;
    if (act.kind === 'leave') {
      this.stop();
      this.services.memory.forget();
      this.services.panel.teach(undefined);
      this.services.network.teach(undefined);
    } else if (act.kind === 'scene') this.show(true);
    else if (act.kind === 'next' && this.isAtEnd()) await this.end();
    else if (act.kind === 'next' || act.kind === 'back') this.moveTo(moveInLesson(this.current.state, act.kind));
    else await this.judge(act.kind === 'answer' ? act.fields : undefined);
  }

  private async judge(fields: readonly string[] | undefined): Promise<void> {
    const { state } = this.current!;
    const outcome = await this.services.reader.judge(shownStep(state), fields);
    // The person may have gone on meanwhile.
    if (this.current?.state === state) this.moveTo(withOutcome(state, outcome));
  }

  private moveTo(state: LessonState): void {
    const before = this.current;
    if (!before || state === before.state) return;
    this.current = { ...before, state };
    this.keep();
    const [shown, next] = [shownScene(before.state), shownScene(state)];
    this.show(next !== shown);
    if (next.in !== shown.in) this.panelOf(next).reveal();
  }

  private isAtEnd(): boolean {
    const { state } = this.current!;
    return isSettled(state) && state.at + 1 === state.lesson.steps.length;
  }

  private async end(): Promise<void> {
    const { source, state } = this.current!;
    this.services.progress.keep(source.key, { at: state.at, isDone: true });
    if (this.hasNext()) await this.openBeside(1);
    else await this.take({ kind: 'leave' });
  }

  private keep(): void {
    const { source, state } = this.current!;
    this.services.memory.remember(source, state.at);
    this.services.progress.keep(source.key, { at: state.at, isDone: this.isAtEnd() });
  }

  private hasNext(): boolean {
    const name = this.current?.source.name;
    return name !== undefined && name !== lessonNames.at(-1);
  }

  private show(withScene: boolean): void {
    const { source, state } = this.current!;
    const step = taughtStep(state, { place: placeOf(source), hasNext: this.hasNext() });
    const scene = shownScene(state);
    if (scene.in === 'lens') {
      this.services.network.teach(undefined);
      this.services.panel.teach(step, withScene ? lessonSession(scene) : undefined);
    } else {
      this.services.panel.teach(undefined);
      if (withScene) this.services.network.teach(step, lessonNetwork(scene), scene.scene);
      else this.services.network.teach(step);
    }
  }

  /** The file of the given lesson was changed: it goes on with what it says now; while it is broken, with what it said. */
  private async follow({ uri }: vscode.TextDocument): Promise<void> {
    const before = this.current;
    if (!before || before.source.uri.toString() !== uri.toString()) return;
    const { lesson } = await readSource(this.services.reader, before.source);
    if (lesson && this.current === before) this.goOnWith(before, lesson);
  }

  private goOnWith({ source, state }: Current, lesson: Lesson): void {
    this.current = { source, state: startLesson(lesson, state.at) };
    this.show(true);
  }
}

function placeOf({ name, uri }: LessonSource): string {
  if (name === undefined) return uri.path.split('/').at(-1) ?? '';
  return vscode.l10n.t('Lesson {0} of {1}', lessonNames.indexOf(name) + 1, lessonNames.length);
}

/** The lesson that a command was given: a row of the tree, a file of the explorer, or the file in the active editor. */
export function lessonOf(extensionUri: vscode.Uri, argument: unknown): LessonSource | undefined {
  if (argument instanceof vscode.Uri) return fileLesson(argument);
  const name = typeof argument === 'object' && argument !== null && 'name' in argument ? argument.name : undefined;
  return lessonNames.includes(name as string) ? shippedLesson(extensionUri, name as string) : undefined;
}
