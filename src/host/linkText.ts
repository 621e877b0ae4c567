/** Above this, in characters, messengers, mail programs and the command lines that links travel through cut them off. */
export const longestLink = 8000;

/** What a text may grow to; a few characters can be made to hold far more. */
const mostBytes = 2 ** 24;

/** A text as few characters that mean nothing in an address: deflated, in base64 for addresses. */
export async function packedText(text: string): Promise<string> {
  const packed = await throughStream(
    new Uint8Array(new TextEncoder().encode(text)),
    new CompressionStream('deflate-raw'),
  );
  // Within the arguments that a call may have.
  const parts = Array.from({ length: Math.ceil(packed.length / 4096) }, (_, i) =>
    String.fromCharCode(...packed.subarray(4096 * i, 4096 * (i + 1))),
  );
  return btoa(parts.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The text that `packedText` packed; undefined for anything else, and for what would grow too large. */
export async function unpackedText(packed: string): Promise<string | undefined> {
  if (!/^[\w-]*$/.test(packed)) return undefined;
  try {
    const letters = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(Array.from(letters, (letter) => letter.charCodeAt(0)));
    return new TextDecoder().decode(await throughStream(bytes, new DecompressionStream('deflate-raw')));
  } catch {
    // Not base64, not deflated, or too large: in each case nothing that was packed here.
    return undefined;
  }
}

async function throughStream(
  bytes: Uint8Array<ArrayBuffer>,
  { readable, writable }: InstanceType<typeof CompressionStream>,
): Promise<Uint8Array> {
  const writer = writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  // What goes wrong in the stream is heard by its reader.
  written.catch(() => {});
  const reader = readable.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || !value) return joined(chunks, size);
    chunks.push(value);
    size += value.length;
    if (size > mostBytes) {
      await reader.cancel();
      throw new RangeError('too large');
    }
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
