import type * as vscode from 'vscode';
import type { LessonAnswers, LessonRead, LessonRequest } from '../session/lessons/answerLesson';
import type { LessonStep } from '../session/lessons/lesson';
import type { Outcome } from '../session/lessons/outcome';
import type { JobThread } from './jobThread';
import { newOwner } from './newOwner';

/** The thread that reads lessons. */
export type LessonThread = JobThread<LessonRequest, LessonAnswers[LessonRequest['kind']]>;

/** Has lesson files read, and answers judged, on a thread. Rejects with a `JobError`. */
export class LessonReader implements vscode.Disposable {
  constructor(private readonly thread: LessonThread) {}

  /** A lesson file, read and checked. */
  async read(text: string): Promise<LessonRead> {
    return (await this.run({ kind: 'lesson', text })) as LessonRead;
  }

  /** What becomes of a step's question with these fields; without them, its answer. */
  async judge(step: LessonStep, fields: readonly string[] | undefined): Promise<Outcome | undefined> {
    return ((await this.run({ kind: 'lesson-answer', step, fields })) as LessonAnswers['lesson-answer']).outcome;
  }

  dispose(): void {
    this.thread.dispose();
  }

  private run(request: LessonRequest) {
    return this.thread.run({ owner: newOwner(), request: () => request }).result;
  }
}
