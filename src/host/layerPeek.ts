import * as vscode from 'vscode';

/**
 * What is said of a layer, under its line: a comment of the editor's own, which stays where it is while the person works,
 * moves with the text and is closed like every other. At most one is there.
 */
export class LayerPeek implements vscode.Disposable {
  private readonly controller = vscode.comments.createCommentController('convolutionLens.layers', 'Convolution Lens');
  private thread: vscode.CommentThread | undefined;

  /** Says something under a range; its links may run our commands `allowed` alone. */
  show(
    document: vscode.TextDocument,
    range: vscode.Range,
    title: string,
    body: vscode.MarkdownString,
    allowed: readonly string[] = [],
  ): void {
    this.thread?.dispose();
    body.isTrusted = { enabledCommands: allowed };
    const comment: vscode.Comment = {
      body,
      mode: vscode.CommentMode.Preview,
      author: { name: 'Convolution Lens' },
    };
    const thread = this.controller.createCommentThread(document.uri, range, [comment]);
    thread.label = title;
    thread.canReply = false;
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    this.thread = thread;
  }

  dispose(): void {
    this.thread?.dispose();
    this.controller.dispose();
  }
}
