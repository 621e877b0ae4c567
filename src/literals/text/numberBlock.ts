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

/** How many brackets close between two places of a text, as it was counted last. */
interface RowsAhead {
  mark: string;
  from: number;
  end: number;
  rows: number;
}

/** What the reading of one block leaves to the next one in the same text. */
export interface BlockScratch {
  readonly ahead: RowsAhead;
  /** Room for numbers, which a block that was read takes with it. */
  numbers: NumberPool;
}

/** The scratch for the first block of a text. */
export function newBlockScratch(): BlockScratch {
  return { ahead: { mark: '', from: 0, end: 0, rows: 0 }, numbers: new NumberPool() };
}

interface BlockReader extends PlainScan {
  readonly window: ByteWindow;
  readonly numbers: NumberPool;
  readonly open: number;
  readonly close: number;
  readonly ahead: RowsAhead;
}

/** Shorter lists are read token by token, which tells more of what is wrong in them. */
const fewestNumbers = 64;
const mostAxes = 4;
const comma = 44;

/**
 * Reads the list whose bracket stands at `start` in one go, without tokens: commas between the items, blanks and line
 * ends anywhere, no comments, no arithmetic. What is anything else, or short, is left to the tokens. `scratch` is one for
 * all blocks of a text.
 */
export function readNumberBlock(text: string, start: number, scratch: BlockScratch): NumberBlock | NoBlock {
  const open = text.charCodeAt(start);
  const window = openWindow(text, start);
  const { ahead, numbers } = scratch;
  numbers.size = 0;
  const reader = { window, numbers, open, close: open + 2, whole: true, ahead };
  const shape = readLists(reader);
  const end = window.base + window.at;
  if (!shape || numbers.size < fewestNumbers) return { stoppedAt: end };
  scratch.numbers = new NumberPool();
  return { shape, numbers, whole: reader.whole, end };
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
function expectRows({ window, numbers, close, ahead }: BlockReader, width: number): void {
  if (numbers.size !== width) return;
  const { text, base, at } = window;
  numbers.reserveExactly((1 + rowsAhead(text, ahead, String.fromCharCode(close), base + at)) * width);
}

/** How many brackets close before one that closes right after another; what was counted before is not counted again. */
function rowsAhead(text: string, ahead: RowsAhead, mark: string, from: number): number {
  if (ahead.mark === mark && from >= ahead.from && from < ahead.end) {
    for (let at = text.indexOf(mark, ahead.from); at < from; at = text.indexOf(mark, at + 1)) ahead.rows--;
    ahead.from = from;
    return ahead.rows;
  }
  let rows = 0;
  let last = from - 1;
  let next = text.indexOf(mark, from);
  for (; next >= 0 && !isGap(text, last + 1, next); next = text.indexOf(mark, next + 1)) {
    last = next;
    rows++;
  }
  Object.assign(ahead, { mark, from, rows, end: next < 0 ? text.length : next });
  return rows;
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
