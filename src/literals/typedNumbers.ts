import { longestText } from './longestText';

const digit = 1;
const letter = 2;
const point = 3;
const sign = 4;
const mark = 5;
const comma = 6;
const kinds = kindTable();
/** So many characters are looked at before it is asked whether they are enough. */
const stretch = 2 ** 16;

/**
 * Whether more than `most` numbers are written in a text, found without room for them: it may say no of a few too many,
 * and never yes of too few. Takes time only for texts that are long enough.
 */
export function hasMoreNumbers(text: string, most: number): boolean {
  // A number has at least one character, and one between it and the next.
  if (hasFewDigitRuns(text, most)) return false;
  let numbers = 0;
  let joined = 0;
  let ended = 0;
  let isWord = false;
  let isNumber = false;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (kind === sign && isNumber && isExponent(text.charCodeAt(at - 1))) continue;
    if (kind === digit || kind === letter || kind === point) {
      if (!isWord) {
        isNumber = kind === digit || (kind === point && kindAt(text, at + 1) === digit);
        if (isNumber) numbers++;
      }
      isWord = true;
    } else {
      if (isNumber && kind === mark) ended++;
      if (kind === comma && before === digit && kindAt(text, at + 1) === digit) joined++;
      isWord = false;
      isNumber = false;
    }
    before = kind;
  }
  // Each of these commas may be a decimal sign, where something else, or the text, ends the numbers.
  return numbers - Math.min(joined, ended + 1) > most;
}

/**
 * Whether digits begin at most so often in a text: at least as often as numbers do, and found several times as fast. Each
 * takes two characters, so that the beginning of a text is mostly enough.
 */
function hasFewDigitRuns(text: string, most: number): boolean {
  let runs = 0;
  let before = 0;
  for (let from = 0; runs + Math.max(0, text.length - from + 1) / 2 > most; from += stretch) {
    if (from >= text.length) return false;
    const end = Math.min(from + stretch, text.length);
    for (let at = from; at < end; at++) {
      const isDigit = (text.charCodeAt(at) - 48) >>> 0 < 10 ? 1 : 0;
      runs += isDigit & ~before;
      before = isDigit;
    }
  }
  return true;
}

/** Whether a text is longer, or has more numbers written in it, than are read. */
export function isTooMuch(text: string, most: number): boolean {
  return text.length > longestText || hasMoreNumbers(text, most);
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < kinds.length ? kinds[code]! : 0;
}

function isExponent(code: number): boolean {
  return (code | 32) === 101;
}

function kindTable(): Uint8Array {
  const table = new Uint8Array(128);
  const set = (characters: string, kind: number) => {
    for (const one of characters) table[one.charCodeAt(0)] = kind;
  };
  set('0123456789', digit);
  set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', letter);
  set('.', point);
  set('+-', sign);
  set(' \t\r\n;', mark);
  set(',', comma);
  return table;
}
