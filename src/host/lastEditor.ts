import * as vscode from 'vscode';

/** Remembers the text editor that was used last, since none is active while a panel has the focus. */
export class LastEditor implements vscode.Disposable {
  private last = vscode.window.activeTextEditor;
  private readonly listening = vscode.window.onDidChangeActiveTextEditor((editor) => {
    if (editor && isWritten(editor)) this.last = editor;
  });

  /** The text editor that is active, or was last and can still be seen. */
  get current(): vscode.TextEditor | undefined {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    if (activeTextEditor && isWritten(activeTextEditor)) return activeTextEditor;
    return visibleTextEditors.find((editor) => editor === this.last);
  }

  dispose(): void {
    this.listening.dispose();
  }
}

/** What programs put out is shown in an editor too, into which nobody writes. */
function isWritten({ document }: vscode.TextEditor): boolean {
  return document.uri.scheme !== 'output';
}
