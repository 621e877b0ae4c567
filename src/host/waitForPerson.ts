import * as vscode from 'vscode';

/** How long a person waits before it is said what for, with a way out. */
const quietMilliseconds = 200;

/** Work that a person waits for; `tell` takes the share done, from 0 to 1. */
export type Work<T> = (token: vscode.CancellationToken, tell: (share: number) => void) => Promise<T>;

/** Does work; where it takes longer than a moment its title is shown, and the person can turn away. */
export async function waitForPerson<T>(title: string, work: Work<T>): Promise<T> {
  const cancelling = new vscode.CancellationTokenSource();
  let tell: (share: number) => void = () => undefined;
  const result = work(cancelling.token, (share) => tell(share));
  const waiting = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(options, async (progress, token) => {
      let told = 0;
      tell = (share) => {
        progress.report({ increment: (share - told) * 100 });
        told = share;
      };
      token.onCancellationRequested(() => cancelling.cancel());
      await result.catch(() => undefined);
    });
  }, quietMilliseconds);
  try {
    return await result;
  } finally {
    clearTimeout(waiting);
    cancelling.dispose();
  }
}
