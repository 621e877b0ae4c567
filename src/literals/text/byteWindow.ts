/** A place in a text whose surroundings are bytes, which loops read faster than strings; only where the text is ASCII. */
export interface ByteWindow {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** The offset in the text of the first byte. */
  base: number;
  /** How many bytes there are; one more is readable and is 0. */
  length: number;
  /** The byte that is read next. */
  at: number;
}

/** No plain number is longer; so much is shown from where one begins. */
export const longestNumber = 64;

const firstWindow = 512;
const furtherWindows = 1 << 16;
const encoder = new TextEncoder();
const shared = new Uint8Array(furtherWindows + 1);

/** A window on a text from an offset; its bytes are valid until another one is opened. */
export function openWindow(text: string, from: number): ByteWindow {
  const window = { text, bytes: shared, base: from, length: 0, at: 0 };
  show(window, firstWindow);
  return window;
}

/** Lets the window begin at its place unless a number fits behind it; false where the text is not ASCII. */
export function showNumber(window: ByteWindow): boolean {
  const { base, length, at, text } = window;
  if (at + longestNumber <= length || base + length === text.length) return true;
  show(window, furtherWindows);
  return window.length > 0;
}

/** The byte behind blanks and line ends, which becomes the window's place; 0 at the end of what can be read. */
export function skipSpace(window: ByteWindow): number {
  const { bytes } = window;
  do {
    let { at } = window;
    while (isSpace(bytes[at]!)) at++;
    window.at = at;
    if (at < window.length) return bytes[at]!;
  } while (window.length > 0 && showNumber(window) && window.at < window.length);
  return 0;
}

/** Whether a byte is a blank or ends a line. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function show(window: ByteWindow, size: number): void {
  const from = window.base + window.at;
  const piece = window.text.slice(from, from + size);
  const { read, written } = encoder.encodeInto(piece, window.bytes);
  window.base = from;
  window.at = 0;
  // What is not ASCII takes more bytes than code units; nothing is read there.
  window.length = read === written && read === piece.length ? piece.length : 0;
  window.bytes[window.length] = 0;
}
