/** What starts a thread and talks to it: a module of Node, classes of a browser. */
declare module 'node:worker_threads' {
  export class Worker {
    constructor(file: string, options?: { readonly workerData: unknown });
    on(event: 'message', listener: (message: unknown) => void): this;
    on(event: 'error', listener: (error: unknown) => void): this;
    on(event: 'exit', listener: () => void): this;
    postMessage(message: unknown, moved?: readonly ArrayBuffer[]): void;
    terminate(): Promise<number>;
    unref(): void;
  }
  export const workerData: unknown;
  export const parentPort: {
    on(event: 'message', listener: (message: unknown) => void): void;
    postMessage(message: unknown, moved?: readonly ArrayBuffer[]): void;
  };
}

declare function setImmediate(callback: () => void): unknown;

/** The script of a thread of Node. */
declare const __filename: string;

declare class Worker {
  constructor(address: string);
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: unknown, moved: readonly ArrayBuffer[]): void;
  terminate(): void;
}

declare const self: {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown, moved: readonly ArrayBuffer[]): void;
};

declare class MessageChannel {
  readonly port1: { onmessage: (() => void) | null };
  readonly port2: { postMessage(message: undefined): void };
}

declare class Blob {
  constructor(parts: readonly Uint8Array[], options: { readonly type: string });
}

declare const URL: {
  createObjectURL(blob: Blob): string;
  revokeObjectURL(address: string): void;
};
