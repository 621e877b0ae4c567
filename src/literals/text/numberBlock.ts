import { type ByteWindow, isSpace, openWindow, showNumber, skipSpace } from './byteWindow';
import { NumberPool } from './numberPool';
import { type PlainScan, readPlain } from './plainNumber';

/** A bracketed list of plain numbers, or of such lists of one shape, with the place of every number. */
export interface NumberBlock {
  readonly shape: readonly number[];
  readonly numbers: NumberPool;
  /** No number has a point or an exponent. */
  readonly whole: boolean;
  readonly end: number;
}

/** Where the reading of a block stopped, because the text is something else there. */
export interface NoBlock {
  readonly stoppedAt: number;
}

interface BlockReader extends PlainScan {
  readonly window: ByteWindow;
  readonly numbers: NumberPool;
  readonly open: number;
  readonly close: number;
}

/** Shorter lists are read token by token, which tells more of what is wrong in them. */
const fewestNumbers = 64;
const mostAxes = 4;
const comma = 44;

/**
 * Reads the list whose bracket stands at `start` in one go, without tokens: commas between the items, blanks and line
 * ends anywhere, no comments, no arithmetic. What is anything else, or short, is left to the tokens.
 */
export function readNumberBlock(text: string, start: number): NumberBlock | NoBlock {
  const open = text.charCodeAt(start);
  const window = openWindow(text, start);
  const reader = { window, numbers: new NumberPool(), open, close: open + 2, whole: true };
  const shape = readLists(reader);
  const end = window.base + window.at;
  if (!shape || reader.numbers.size < fewestNumbers) return { stoppedAt: end };
  return { shape, numbers: reader.numbers, whole: reader.whole, end };
}

/** The shape of the lists at the window's place; undefined where they are not of one shape, or something else. */
function readLists(reader: BlockReader): readonly number[] | undefined {
  const { window, open } = reader;
  const sides: number[] = [];
  const counts: number[] = [];
  let rank = 0;
  for (;;) {
    while (skipSpace(window) === open && counts.length < mostAxes) {
      window.at++;
      counts.push(0);
    }
    rank ||= counts.length;
    if (counts.length !== rank) return undefined;
    counts[rank - 1] = readCells(reader);
    do {
      const count = counts.pop()!;
      sides[counts.length] ??= count;
      if (count < 1 || sides[counts.length] !== count) return undefined;
      if (counts.length === 0) return sides;
      expectRows(reader, count);
      counts[counts.length - 1]!++;
    } while (closesAgain(reader));
    if (counts.length === rank || skipSpace(window) !== open) return undefined;
  }
}

/** Moves past the mark behind a list: true where it ends the list around it, false for a comma before the next one. */
function closesAgain({ window, close }: BlockReader): boolean {
  if (skipSpace(window) === comma) {
    window.at++;
    if (skipSpace(window) !== close) return false;
  } else if (skipSpace(window) !== close) {
    // Neither: no list can begin here.
    window.length = 0;
    return false;
  }
  window.at++;
  return true;
}

/** Makes room for as many rows as the text has up to the end of their list, once the first one is known. */
function expectRows({ window, numbers, close }: BlockReader, width: number): void {
  if (numbers.size !== width) return;
  const { text, base, at } = window;
  const mark = String.fromCharCode(close);
  let rows = 1;
  let last = base + at - 1;
  for (let next = text.indexOf(mark, last + 1); next >= 0; next = text.indexOf(mark, last + 1)) {
    if (isGap(text, last + 1, next)) break;
    last = next;
    rows++;
  }
  numbers.reserveExactly(rows * width);
}

/** Whether nothing but blanks, line ends and commas stands between two offsets. */
function isGap(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === comma)) at++;
  return at === to;
}

/** Reads the numbers up to the bracket that ends their list, and past it: how many they are, or -1 where something else stands. */
function readCells(reader: BlockReader): number {
  const { window, numbers, close } = reader;
  const { bytes } = window;
  const first = numbers.size;
  for (let mark = comma; mark === comma; window.at++) {
    if (skipSpace(window) === close && numbers.size > first) break;
    if (!showNumber(window)) return -1;
    const start = window.at;
    const value = readPlain(window, reader);
    if (!Number.isFinite(value)) return -1;
    numbers.push(value, window.base + start, window.base + window.at);
    mark = bytes[window.at]!;
    if (mark !== comma && mark !== close) mark = isSpace(mark) ? skipSpace(window) : 0;
    if (mark === 0) return -1;
    if (mark === close) break;
    if (mark !== comma) return -1;
  }
  window.at++;
  return numbers.size - first;
}
