import * as vscode from 'vscode';
import { isCount, isRecord } from '../session/readParams';

const key = 'convolutionLens.lessons';

/** How far a person is in one lesson. */
export interface LessonPlace {
  /** The step that was shown last. */
  readonly at: number;
  readonly isDone: boolean;
}

/** How far a person is in each lesson, across windows and restarts. */
export class LessonProgress implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onChange = this.changed.event;

  constructor(private readonly store: vscode.Memento) {}

  /** The place in a lesson; undefined before it was begun. */
  placeIn(lesson: string): LessonPlace | undefined {
    const place = this.kept()[lesson];
    return isRecord(place) && isCount(place.at) && typeof place.isDone === 'boolean'
      ? { at: place.at, isDone: place.isDone }
      : undefined;
  }

  /** Keeps the place; what was done once stays done. */
  keep(lesson: string, place: LessonPlace): void {
    const isDone = place.isDone || (this.placeIn(lesson)?.isDone ?? false);
    void this.store.update(key, { ...this.kept(), [lesson]: { at: place.at, isDone } });
    this.changed.fire();
  }

  /** Forgets every place. */
  reset(): void {
    void this.store.update(key, undefined);
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private kept(): Readonly<Record<string, unknown>> {
    const kept = this.store.get(key);
    return isRecord(kept) ? kept : {};
  }
}
