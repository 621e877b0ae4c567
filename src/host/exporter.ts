import * as vscode from 'vscode';
import type { ExportAnswer, ExportOrder, ExportRequest } from '../export/answerExport';
import type { JobThread } from './jobThread';
import { newOwner } from './newOwner';

/** The thread that writes what is exported. */
export type ExportThread = JobThread<ExportRequest, ExportAnswer>;

/** Has exports written on a thread; undefined once the person has turned away. Rejects with a `JobError`. */
export class Exporter implements vscode.Disposable {
  constructor(private readonly thread: ExportThread) {}

  async write(order: ExportOrder, token?: vscode.CancellationToken): Promise<ExportAnswer | undefined> {
    const request = { kind: 'export', order, words: vscode.l10n.bundle ?? {} } as const;
    const job = this.thread.run({ owner: newOwner(), request: () => request });
    const cancelling = token?.onCancellationRequested(job.cancel);
    try {
      return await job.result;
    } finally {
      cancelling?.dispose();
    }
  }

  dispose(): void {
    this.thread.dispose();
  }
}
