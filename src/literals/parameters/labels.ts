import { isBlank, isDigit, isNamePart, skipBlanks } from '../text/characters';
import { readNumber } from '../text/number';
import type { CallValue, ParameterLabel } from './convolutionCall';

type Parameter = ParameterLabel['parameter'];

const words: Readonly<Record<string, Parameter>> = {
  stride: 'stride',
  strides: 'stride',
  padding: 'padding',
  pad: 'padding',
  pads: 'padding',
  dilation: 'dilation',
  dilations: 'dilation',
  groups: 'groups',
  zero_padding: 'zero-padding',
  zeropadding: 'zero-padding',
  zeropad: 'zero-padding',
};

const longestWord = 16;

/** The parameters that a text names with a colon or an equals sign, `Zero Padding: 1`, but for places that are taken. */
export function parameterLabels(text: string, isTaken: (offset: number) => boolean): readonly ParameterLabel[] {
  const labels: ParameterLabel[] = [];
  let at = 0;
  while (at < text.length) {
    if (!isNamePart(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    while (isNamePart(text.charCodeAt(at))) at++;
    const label = labelAt(text, start, at);
    if (label && !isTaken(start)) labels.push(label);
  }
  return labels;
}

function labelAt(text: string, start: number, end: number): ParameterLabel | undefined {
  const word = end - start <= longestWord ? text.slice(start, end).toLowerCase() : '';
  if (!Object.hasOwn(words, word) || text[start - 1] === '.') return undefined;
  const sign = skipBlanks(text, end);
  const isSign = text[sign] === ':' || (text[sign] === '=' && text[sign + 1] !== '=');
  if (!isSign) return undefined;
  const from = skipBlanks(text, sign + 1);
  const to = valueEnd(text, from);
  const value = labelValue(text.slice(from, to));
  if (!value) return undefined;
  const isZero = word.startsWith('pad') && /\bzero[ \t-]?$/i.test(text.slice(Math.max(0, start - 6), start));
  return { parameter: isZero ? 'zero-padding' : words[word]!, value, text: text.slice(start, to) };
}

const longestValue = 40;

/** The end of what stands behind the sign: up to the line's end, a semicolon, a comment or a comma outside brackets. */
function valueEnd(text: string, from: number): number {
  let at = from;
  let depth = 0;
  for (; at < text.length && at - from <= longestValue; at++) {
    const sign = text[at]!;
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign) && --depth < 0) break;
    else if (sign === '\n' || sign === '\r' || '#%;|'.includes(sign) || (sign === ',' && depth === 0)) break;
    else if (sign === '.' && !isDigit(text.charCodeAt(at + 1))) break;
  }
  while (at > from && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** `2`, `(2, 1)`, `[1, 1]`, `2x1`, `2 × 1`, `same`, `'valid'`. */
function labelValue(written: string): CallValue | undefined {
  const inner = /^[([{](.*)[)\]}]$/.exec(written)?.[1] ?? written;
  const word = /^['"]?(same|valid|full|none)['"]?$/i.exec(inner)?.[1];
  if (word !== undefined) return { kind: 'word', word: word.toLowerCase() };
  const parts = inner.split(/[,x×]/);
  const numbers = parts.length <= 4 ? parts.map((part) => readNumber(part)) : [];
  const isWhole = numbers.length > 0 && numbers.every((number) => Number.isInteger(number));
  return isWhole ? { kind: 'numbers', numbers: numbers as number[] } : undefined;
}
