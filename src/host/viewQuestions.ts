import * as vscode from 'vscode';
import type { ToView } from '../protocol/lens';

interface Waiting<A> {
  readonly message: ToView;
  readonly resolve: (answer: A | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Questions of the host that only a view can answer; each is asked again when the view has loaded anew. */
export class ViewQuestions<A> implements vscode.Disposable {
  private readonly waiting = new Map<number, Waiting<A>>();
  private isOpen = false;
  private isGone = false;
  private last = 0;

  constructor(private readonly post: (message: ToView) => void) {}

  /** The answer; undefined where the view cannot give one. Rejects once the view is gone or the person has turned away. */
  ask(question: (id: number) => ToView, token?: vscode.CancellationToken): Promise<A | undefined> {
    if (this.isGone) return Promise.reject(new vscode.CancellationError());
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      const message = question(id);
      this.waiting.set(id, { message, resolve, reject });
      token?.onCancellationRequested(() => this.giveUp(id));
      if (this.isOpen) this.post(message);
    });
  }

  /** A view has loaded, and knows of nothing that an earlier one was asked for. */
  open(): void {
    this.isOpen = true;
    for (const { message } of this.waiting.values()) this.post(message);
  }

  answer(id: number, answer: A | undefined): void {
    this.waiting.get(id)?.resolve(answer);
    this.waiting.delete(id);
  }

  dispose(): void {
    this.isGone = true;
    for (const id of this.waiting.keys()) this.giveUp(id);
  }

  private giveUp(id: number): void {
    this.waiting.get(id)?.reject(new vscode.CancellationError());
    this.waiting.delete(id);
  }
}
