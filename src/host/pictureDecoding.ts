import * as vscode from 'vscode';
import type { FromView, ToView } from '../protocol/lens';

/** A picture as the view has decoded it. */
export type DecodedPicture = Omit<Extract<FromView, { readonly type: 'decoded' }>, 'type' | 'id'>;

interface Waiting {
  readonly message: Extract<ToView, { readonly type: 'decode' }>;
  readonly resolve: (picture: DecodedPicture | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Pictures that a view is to decode, which a browser can and an extension host cannot. */
export class PictureDecoding implements vscode.Disposable {
  private readonly waiting = new Map<number, Waiting>();
  private isOpen = false;
  private last = 0;

  constructor(private readonly post: (message: ToView) => void) {}

  /** The picture; undefined where the view cannot decode it. Rejects once the view is gone or the person has turned away. */
  decode(bytes: Uint8Array, mediaType: string, token: vscode.CancellationToken): Promise<DecodedPicture | undefined> {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      // What the file system hands over may be a part of a larger buffer, or of a kind that does not cross.
      const message = { type: 'decode', id, mediaType, bytes: new Uint8Array(bytes) } as const;
      this.waiting.set(id, { message, resolve, reject });
      token.onCancellationRequested(() => this.giveUp(id));
      if (this.isOpen) this.post(message);
    });
  }

  /** A view has loaded, and knows of nothing that an earlier one was asked for. */
  open(): void {
    this.isOpen = true;
    for (const { message } of this.waiting.values()) this.post(message);
  }

  decoded(id: number, picture: DecodedPicture | undefined): void {
    this.waiting.get(id)?.resolve(picture);
    this.waiting.delete(id);
  }

  dispose(): void {
    for (const id of this.waiting.keys()) this.giveUp(id);
  }

  private giveUp(id: number): void {
    this.waiting.get(id)?.reject(new vscode.CancellationError());
    this.waiting.delete(id);
  }
}
