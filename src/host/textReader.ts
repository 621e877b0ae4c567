import * as vscode from 'vscode';
import type { ReadAnswers, ReadRequest } from '../literals/answerReading';
import type { Job, JobThread } from './jobThread';
import { newOwner } from './newOwner';

/** The thread that reads. */
export type ReadThread = JobThread<ReadRequest, ReadAnswers[ReadRequest['kind']]>;

type Kind = ReadRequest['kind'];
type RequestOf<K extends Kind> = ReadRequest & { readonly kind: K };

/** How long a person waits before it is said what for, with a way out. */
const quietMilliseconds = 200;

/** Reads texts, all on the thread: what a short one takes is less than what the reader weighs in the host's bundle. */
export class TextReader implements vscode.Disposable {
  constructor(private readonly thread: ReadThread) {}

  /** The answer; rejects with a `JobError`. */
  read<K extends Kind>(request: RequestOf<K>): Promise<ReadAnswers[K]> {
    return answerOf(this.job(request));
  }

  /** The same while a person waits, who can turn away: then it rejects with a `CancellationError`. */
  readForPerson<K extends Kind>(request: RequestOf<K>): Promise<ReadAnswers[K]> {
    const job = this.job(request);
    const waiting = setTimeout(() => showWaiting(job), quietMilliseconds);
    return answerOf(job).finally(() => clearTimeout(waiting));
  }

  dispose(): void {
    this.thread.dispose();
  }

  private job<K extends Kind>(request: RequestOf<K>): Job<ReadAnswers[K]> {
    return this.thread.run({ owner: newOwner(), request: () => request }) as Job<ReadAnswers[K]>;
  }
}

async function answerOf<T>({ result }: Job<T>): Promise<T> {
  const answer = await result;
  if (answer === undefined) throw new vscode.CancellationError();
  return answer;
}

function showWaiting({ result, cancel }: Job<unknown>): void {
  const title = vscode.l10n.t('Reading matrices…');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  void vscode.window.withProgress(options, async (_, token) => {
    token.onCancellationRequested(cancel);
    await result.catch(() => undefined);
  });
}
