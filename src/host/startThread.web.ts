import * as vscode from 'vscode';
import type { Thread, ThreadEvents } from './thread';

/** Starts a thread on the web host, whose own address is another than the extension's: the script comes as a blob. */
export async function startThread(extensionUri: vscode.Uri, { message, ended }: ThreadEvents): Promise<Thread> {
  const script = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'web', 'worker.js'));
  const address = URL.createObjectURL(new Blob([new Uint8Array(script)], { type: 'text/javascript' }));
  const worker = new Worker(address);
  worker.onmessage = ({ data }) => message(data);
  worker.onerror = (event) => ended(event.message ?? '');
  return {
    post: (data, moved) => worker.postMessage(data, [...moved]),
    stop: () => {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}
