import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { Thread, ThreadEvents } from './thread';

/** Starts a thread on the Node host. */
export async function startThread(extensionUri: vscode.Uri, { message, ended }: ThreadEvents): Promise<Thread> {
  const worker = new Worker(vscode.Uri.joinPath(extensionUri, 'dist', 'worker.js').fsPath);
  worker.on('message', message);
  worker.on('error', (error) => ended(String(error)));
  worker.on('exit', () => ended(''));
  return {
    post: (data, moved) => worker.postMessage(data, moved),
    stop: () => void worker.terminate(),
  };
}
