import * as vscode from 'vscode';
import type { AboutLayersAnswers, AboutLayersRequest } from '../layers/answerAboutLayers';
import type { LayersAnswer, LayersRequest } from '../layers/answerLayers';
import type { ReadAnswers, ReadRequest } from '../literals/answerReading';
import type { TextParamsRequest } from '../session/answerTextParams';
import type { TextParams } from '../session/textParams';
import type { Job, JobThread } from './jobThread';
import { newOwner } from './newOwner';
import { mostNumbersRead } from './settings';

type Request = ReadRequest | LayersRequest | AboutLayersRequest | TextParamsRequest;
type Kind = Request['kind'];
type Answers = ReadAnswers & AboutLayersAnswers & { readonly layers: LayersAnswer; readonly 'text-params': TextParams };
type RequestOf<K extends Kind> = Request & { readonly kind: K };

/** The thread that reads. */
export type ReadThread = JobThread<Request, Answers[Kind]>;

/** How long a person waits before it is said what for, with a way out. */
const quietMilliseconds = 200;

/** Reads texts, all on the thread: what a short one takes is less than what the reader weighs in the host's bundle. */
export class TextReader implements vscode.Disposable {
  constructor(private readonly thread: ReadThread) {}

  /** The answer; rejects with a `JobError`. */
  read<K extends Kind>(request: RequestOf<K>): Promise<Answers[K]> {
    return answerOf(this.job(request));
  }

  /** The same while a person waits, who can turn away: then it rejects with a `CancellationError`. */
  readForPerson<K extends Kind>(request: RequestOf<K>): Promise<Answers[K]> {
    const job = this.job(request);
    const waiting = setTimeout(() => showWaiting(job), quietMilliseconds);
    return answerOf(job).finally(() => clearTimeout(waiting));
  }

  dispose(): void {
    this.thread.dispose();
  }

  /** The same where what is asked may be of no use any more before it is answered: then it is to be cancelled. */
  begin<K extends Kind>(request: RequestOf<K>): { readonly answer: Promise<Answers[K]>; readonly cancel: () => void } {
    const job = this.job(request);
    return { answer: answerOf(job), cancel: job.cancel };
  }

  private job<K extends Kind>(request: RequestOf<K>): Job<Answers[K]> {
    const limited = { ...request, mostNumbers: mostNumbersRead() };
    return this.thread.run({ owner: newOwner(), request: () => limited }) as Job<Answers[K]>;
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
