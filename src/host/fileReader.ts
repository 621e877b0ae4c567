import * as vscode from 'vscode';
import type { FileReading } from '../literals/files/fileReading';
import type { FileAnswer, OpenFileRequest } from '../session/answerFile';
import type { JobThread } from './jobThread';
import { newOwner } from './newOwner';
import type { PictureCache } from './pictureCache';

/** The thread that reads files. */
export type FileThread = JobThread<OpenFileRequest, FileAnswer>;

/** Reads files on a thread that ends with the last of them, and gives back the memory that they took. */
export class FileReader implements vscode.Disposable {
  private running = 0;

  constructor(
    private readonly thread: FileThread,
    private readonly pictures: PictureCache,
  ) {}

  /**
   * What a file is read as; the pictures of what it holds are made with it. The thread starts while the request comes.
   * Rejects as that does, with a `JobError`, or with a `CancellationError` once the person has turned away.
   */
  async read(
    coming: Promise<OpenFileRequest>,
    token: vscode.CancellationToken,
    tell: (share: number) => void,
  ): Promise<FileReading> {
    this.running += 1;
    this.thread.prepare();
    try {
      const answer = await this.answerTo(await coming, token, tell);
      if (!answer) throw new vscode.CancellationError();
      this.keepPictures(answer);
      return answer.reading;
    } finally {
      this.running -= 1;
      if (this.running === 0) this.thread.dispose();
    }
  }

  dispose(): void {
    this.thread.dispose();
  }

  private async answerTo(
    request: OpenFileRequest,
    token: vscode.CancellationToken,
    tell: (share: number) => void,
  ): Promise<FileAnswer | undefined> {
    if (token.isCancellationRequested) return undefined;
    const job = this.thread.run({ owner: newOwner(), request: () => request, tell });
    const cancelling = token.onCancellationRequested(job.cancel);
    try {
      return await job.result;
    } finally {
      cancelling.dispose();
    }
  }

  private keepPictures({ reading, pictures }: FileAnswer): void {
    if ('problem' in reading) return;
    reading.matrices.forEach(({ shape: [rows = 0, cols = 0], data }, i) => {
      const picture = pictures[i];
      if (picture) this.pictures.put({ shape: [rows, cols], data }, picture);
    });
  }
}
