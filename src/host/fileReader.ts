import * as vscode from 'vscode';
import type { FileReading, FileRequest } from '../literals/files/fileReading';
import type { JobThread } from './jobThread';
import { newOwner } from './newOwner';

/** The thread that reads files. */
export type FileThread = JobThread<FileRequest, FileReading>;

/** Reads files on a thread that ends with the last of them, and gives back the memory that they took. */
export class FileReader implements vscode.Disposable {
  private running = 0;

  constructor(private readonly thread: FileThread) {}

  /** What a file is read as; rejects with a `JobError`, or a `CancellationError` once the person has turned away. */
  async read(
    request: FileRequest,
    token: vscode.CancellationToken,
    tell: (share: number) => void,
  ): Promise<FileReading> {
    this.running += 1;
    const job = this.thread.run({ owner: newOwner(), request: () => request, tell });
    const cancelling = token.onCancellationRequested(job.cancel);
    try {
      const reading = await job.result;
      if (!reading) throw new vscode.CancellationError();
      return reading;
    } finally {
      cancelling.dispose();
      this.running -= 1;
      if (this.running === 0) this.thread.dispose();
    }
  }

  dispose(): void {
    this.thread.dispose();
  }
}
