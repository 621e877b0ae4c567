/** Streams that press and unpress bytes, as both extension hosts have them. */
interface ByteStream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
    cancel(): Promise<void>;
  };
}

interface PressingStream {
  readonly readable: ByteStream;
  readonly writable: { getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> } };
}

declare const CompressionStream: new (format: 'deflate-raw') => PressingStream;
declare const DecompressionStream: new (format: 'deflate-raw') => PressingStream;
declare function atob(text: string): string;
