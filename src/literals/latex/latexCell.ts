import { type Cell, readCell } from '../rows/cell';
import { isBlank, isMinus, skipBlanks } from '../text/characters';
import { latexNumber } from './latexNumber';

const skipped = [
  '\\hline',
  '\\toprule',
  '\\midrule',
  '\\bottomrule',
  '\\phantom{-}',
  '\\quad',
  '\\qquad',
  '\\,',
  '\\;',
  '\\:',
  '\\!',
  '\\ ',
  '~',
  '\\displaystyle',
  '\\textstyle',
];
const dots = ['\\cdots', '\\ldots', '\\vdots', '\\ddots', '\\dots'];
const fractions = ['\\frac', '\\tfrac', '\\dfrac', '\\sfrac', '\\nicefrac'];

/** Reads a cell of a LaTeX matrix: a number, `\frac{1}{9}`, a number in braces, or dots. */
export function latexCell(text: string, from: number, to: number): Cell {
  let start = skipSpace(text, from, to);
  let end = to;
  while (end > start && (isBlank(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 10)) end--;
  if (dots.some((command) => text.startsWith(command, start))) return { kind: 'truncated', value: 0, start, end };
  const fraction = fractionAt(text, start, end);
  if (fraction) return fraction;
  const isWrapped = text[start] === '{' && text[end - 1] === '}' && end - start < 60;
  if (isWrapped) {
    start++;
    end--;
  }
  return latexNumber(text, start, end) ?? readCell(text, start, end);
}

/** The first place between two offsets that is no blank, no rule and no spacing command. */
export function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || code === 10) at++;
    else {
      const command = skipped.find((one) => text.startsWith(one, at));
      if (!command) return at;
      at += command.length;
    }
  }
  return Math.min(at, to);
}

/** Numbers in braces, or single digits without them: `\frac{1}{16}`, `\frac19`. */
const fractionParts = /^\s?(?:\{([^{}]*)\}|(\d))\s?(?:\{([^{}]*)\}|(\d))\s?$/;

function wholeCell(text: string): Cell {
  return readCell(text, 0, text.length);
}

/** The fraction `\frac{a}{b}`, with a sign before it, that fills the text between two offsets. */
export function fractionAt(text: string, start: number, end: number): Cell | undefined {
  if (end - start > 80) return undefined;
  const negative = isMinus(text.charCodeAt(start));
  const at = negative || text[start] === '+' ? skipBlanks(text, start + 1) : start;
  const command = fractions.find((one) => text.startsWith(one, at));
  if (!command) return undefined;
  const match = fractionParts.exec(text.slice(at + command.length, end));
  if (!match) return { kind: 'words', value: 0, start, end };
  const [, longTop, shortTop, longBottom, shortBottom] = match;
  const top = wholeCell(longTop ?? shortTop ?? '');
  const bottom = wholeCell(longBottom ?? shortBottom ?? '');
  const isNumber = top.kind === 'number' && bottom.kind === 'number' && bottom.value !== 0;
  const value = top.value / bottom.value;
  return { kind: isNumber ? 'number' : 'words', value: negative ? -value : value, start, end };
}
