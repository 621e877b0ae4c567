import * as vscode from 'vscode';

/** Remembers the text editor that was used last, since none is active while a panel has the focus. */
export class LastEditor implements vscode.Disposable {
  private last = vscode.window.activeTextEditor;
  private readonly listening = vscode.window.onDidChangeActiveTextEditor((editor) => {
    this.last = editor ?? this.last;
  });

  /** The text editor that is active, or was last and can still be seen. */
  get current(): vscode.TextEditor | undefined {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    return activeTextEditor ?? visibleTextEditors.find((editor) => editor === this.last);
  }

  dispose(): void {
    this.listening.dispose();
  }
}
