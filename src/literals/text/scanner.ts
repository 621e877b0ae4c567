import type { Language } from '../languages';
import { mostTokens } from '../longestText';
import { isBlank, isDigit, isNamePart, isNameStart, lineEndAt, skipBlanks } from './characters';
import { type NumberKind, type NumberScan, type NumberStyle, scanNumber, startsNumber } from './number';
import { type BlockScratch, newBlockScratch, readNumberBlock } from './numberBlock';
import { promptEnd } from './prompts';
import { stringEnd } from './stringEnd';
import { TokenList, type Tokens, tokenKinds } from './tokens';

interface Scanner {
  readonly text: string;
  readonly language: Language;
  readonly style: NumberStyle;
  readonly number: NumberScan;
  readonly list: TokenList;
  readonly takesPrompts: boolean;
  hasPrompts: boolean;
  /** Where blocks of numbers are looked for again; before it, something stands between the numbers. */
  blocksFrom: number;
  readonly blockScratch: BlockScratch;
  /** For a quote without its end: the place up to which no end needs to be looked for again. */
  readonly unclosed: Map<string, number>;
}

const numberKinds: Readonly<Record<NumberKind, number>> = {
  integer: tokenKinds.integer,
  decimal: tokenKinds.decimal,
  complex: tokenKinds.complex,
  bad: tokenKinds.bad,
};

const threeSigns = new Set(['===', '!==', '**=', '//=', '<<=', '>>=', '>>>', '...', '<<-']);
const twoSigns = new Set(
  '** // .* ./ .^ .\\ == != ~= <= >= := <- -> => += -= *= /= %= ^= |= &= @= << >> && || :: ++ -- |> ?. ?? %% ++'.split(
    ' ',
  ),
);

/** Cuts a text into tokens, in one pass; never throws. */
export function scan(text: string, language: Language): Tokens {
  const scanner: Scanner = {
    text,
    language,
    style: { octal: language.octal, dotOperators: language.blankCells },
    number: { end: 0, value: 0, kind: 'bad' },
    list: new TokenList(text),
    takesPrompts: !language.lineComments.includes('//'),
    hasPrompts: false,
    blocksFrom: 0,
    blockScratch: newBlockScratch(),
    unclosed: new Map(),
  };
  let at = afterPrompt(scanner, 0);
  while (at < text.length && scanner.list.count < mostTokens) at = scanToken(scanner, at);
  return scanner.list.finish(at >= text.length);
}

function scanToken(scanner: Scanner, at: number): number {
  const { text, list } = scanner;
  const code = text.charCodeAt(at);
  if (isDigit(code)) return scanNumberToken(scanner, at);
  switch (code) {
    case 32:
      return at + 1;
    case 44:
      list.push(tokenKinds.comma, at, at + 1);
      return at + 1;
    case 40:
      list.push(tokenKinds.open, at, at + 1);
      return at + 1;
    case 91:
    case 123:
      return scanOpen(scanner, at, code);
    case 41:
    case 93:
    case 125:
      return scanClose(scanner, at);
    case 10:
      list.push(tokenKinds.newline, at, at + 1);
      return afterPrompt(scanner, at + 1);
    case 27:
      return skipEscape(scanner, at);
  }
  if (isBlank(code)) return at + 1;
  return scanOther(scanner, at, code);
}

function scanOther(scanner: Scanner, at: number, code: number): number {
  const { text, list, language } = scanner;
  const comment = commentEnd(scanner, at);
  if (comment > at) {
    list.pushComment(at, comment);
    return comment;
  }
  if (isNameStart(code) && !(code === 36 && language.isText)) return scanName(scanner, at);
  if (startsNumber(text, at)) return scanNumberToken(scanner, at);
  if (language.quotes.includes(text[at]!)) {
    const end = stringEnd(text, at, language, scanner.unclosed);
    if (end > at) {
      list.push(tokenKinds.string, at, end);
      return end;
    }
  }
  return scanSign(scanner, at, code);
}

function scanOpen(scanner: Scanner, at: number, code: number): number {
  const { text, list } = scanner;
  if (mayBeBlock(scanner, at, code)) {
    const block = readNumberBlock(text, at, scanner.blockScratch);
    if ('shape' in block) {
      list.pushBlock(block, at);
      return block.end;
    }
    scanner.blocksFrom = block.stoppedAt;
  }
  list.push(tokenKinds.open, at, at + 1);
  return at + 1;
}

/** Whether a bracket can only be a list: not behind a name, whose element or initialiser it may be, nor with MATLAB's rules inside. */
function mayBeBlock({ text, list, language, blocksFrom }: Scanner, at: number, code: number): boolean {
  if (at < blocksFrom || text.length - at < shortestBlock || language.blankCells) return false;
  if (code === 123 && language.lists === 'sequences') return false;
  return beforeBlocks.has(list.lastKindOnAnyLine);
}

/** No list of as many numbers as a block has is shorter. */
const shortestBlock = 128;
const beforeBlocks = new Set<number>([
  tokenKinds.open,
  tokenKinds.comma,
  tokenKinds.colon,
  tokenKinds.assign,
  tokenKinds.end,
]);

function scanClose({ text, list, language }: Scanner, at: number): number {
  list.push(tokenKinds.close, at, at + 1);
  return language.blankCells ? scanTransposes(text, at + 1, list) : at + 1;
}

/** A quote right after a value is a transpose in the languages of MATLAB's family. */
function scanTransposes(text: string, from: number, list: TokenList): number {
  let at = from;
  while (text.charCodeAt(at) === 39 || (text.charCodeAt(at) === 46 && text.charCodeAt(at + 1) === 39)) {
    const end = text.charCodeAt(at) === 39 ? at + 1 : at + 2;
    list.push(tokenKinds.operator, at, end);
    at = end;
  }
  return at;
}

function scanName({ text, list, language }: Scanner, start: number): number {
  let at = start + 1;
  while (isNamePart(text.charCodeAt(at))) at++;
  const opens = text.charCodeAt(at) === 33 ? text[at + 1] : undefined;
  if (opens === '[' || opens === '(' || opens === '{') at++;
  list.push(tokenKinds.name, start, at);
  return language.blankCells ? scanTransposes(text, at, list) : at;
}

function scanNumberToken({ text, list, style, number, language }: Scanner, at: number): number {
  scanNumber(text, at, style, number);
  list.push(numberKinds[number.kind], at, number.end, number.value);
  return language.blankCells ? scanTransposes(text, number.end, list) : number.end;
}

function scanSign(scanner: Scanner, at: number, code: number): number {
  const { text, list, language } = scanner;
  if (code === 0x2026 || code === 0x22ef) return push(list, tokenKinds.ellipsis, at, at + 1);
  if (code === 59) return push(list, tokenKinds.semicolon, at, at + 1);
  if (code === 92 && (text[at + 1] === '\n' || text.startsWith('\r\n', at + 1))) {
    return afterPrompt(scanner, lineEndAt(text, at) + 1);
  }
  const length = signLength(text, at);
  const sign = text.slice(at, at + length);
  if (sign === '...' && language.continuation === '...') return Math.min(text.length, lineEndAt(text, at) + 1);
  return push(list, signKind(sign, language), at, at + length);
}

function push(list: TokenList, kind: number, start: number, end: number): number {
  list.push(kind, start, end);
  return end;
}

function signLength(text: string, at: number): number {
  if (threeSigns.has(text.slice(at, at + 3))) return 3;
  return twoSigns.has(text.slice(at, at + 2)) ? 2 : 1;
}

function signKind(sign: string, language: Language): number {
  if (sign === '...') return tokenKinds.ellipsis;
  if (sign === ':') return tokenKinds.colon;
  if (sign === '.') return tokenKinds.dot;
  if (sign === '=' || sign === ':=') return tokenKinds.assign;
  if (language.arrow && (sign === '<-' || sign === '<<-')) return tokenKinds.assign;
  if (sign.length > 1 && sign.endsWith('=') && !'=!<>~'.includes(sign[0]!)) return tokenKinds.assign;
  if (sign === '<<=' || sign === '>>=') return tokenKinds.assign;
  if (sign.length > 1 || "+-*/%^|&~!<>?@\\\u2212\u00d7\u00f7'".includes(sign)) return tokenKinds.operator;
  return tokenKinds.bad;
}

function commentEnd({ text, language }: Scanner, at: number): number {
  for (const [open, close] of language.blockComments) {
    if (!text.startsWith(open, at)) continue;
    const end = text.indexOf(close, at + open.length);
    return end < 0 ? text.length : end + close.length;
  }
  return language.lineComments.some((mark) => text.startsWith(mark, at)) ? lineEndAt(text, at) : at;
}

function afterPrompt(scanner: Scanner, lineStart: number): number {
  if (!scanner.takesPrompts) return lineStart;
  if (scanner.language.itemMarks) return itemMarkEnd(scanner.text, lineStart);
  const end = promptEnd(scanner.text, lineStart, scanner.hasPrompts);
  if (end === lineStart) return end;
  scanner.hasPrompts = true;
  scanner.list.pushPrompt(lineStart, end);
  return end;
}

/** A terminal's colour; between two digits it would cut a number in two, which no program does on purpose. */
function skipEscape({ text, list }: Scanner, start: number): number {
  let at = start + 1;
  if (text[at] === '[') at++;
  const first = at;
  while (at < text.length && at < first + 30 && '0123456789;'.includes(text[at]!)) at++;
  const end = Math.min(text.length, at + 1);
  const isNumber = list.lastKind === tokenKinds.integer || list.lastKind === tokenKinds.decimal;
  if (isNumber && list.lastEnd === start && startsNumber(text, end)) list.spoilLast(end);
  return end;
}

/** YAML's `- ` before an item of a list. */
function itemMarkEnd(text: string, lineStart: number): number {
  const at = skipBlanks(text, lineStart);
  return text.charCodeAt(at) === 45 && isBlank(text.charCodeAt(at + 1)) ? at + 1 : lineStart;
}
