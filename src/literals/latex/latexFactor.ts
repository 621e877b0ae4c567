import { isBlank } from '../text/characters';
import { readNumber } from '../text/number';
import { fractionAt } from './latexCell';

/** What stands around a LaTeX matrix. */
export interface LatexContext {
  readonly factor: number;
  /** The characters of the factor. */
  readonly written: string;
  readonly name: string | undefined;
  /** Whether all of it was understood. */
  readonly isKnown: boolean;
}

const reach = 120;
/** Brackets of a matrix; `\[` and `\(` open a formula. */
const openers = /(?:\\left|\\[bB]ig{1,2}l?)?\s*(?:(?<!\\)[[({|]|\\[{|]|\\lvert|\\lVert|\\langle)\s*$/;

/** The factor before a matrix and the name that `=` gives it; a power, a sum or a product of other things is not followed. */
export function latexFactor(text: string, start: number, end: number): LatexContext {
  const lineHead = text.slice(Math.max(0, start - reach), start);
  const head = trimmed(lineHead).replace(openers, '');
  const after = text.slice(end, end + 24).trimStart();
  const isKnown =
    !/^(?:\^|'|[+\-\u2212/]|\\(?:top|intercal|circ|cdot|times|otimes)\b\s*[\d\\])/.test(after) || isConvolution(after);
  const equals = head.lastIndexOf('=') > head.lastIndexOf('\\end{') ? head.lastIndexOf('=') : -1;
  const between = equals >= 0 ? head.slice(equals + 1) : head.slice(lastBreak(head));
  const factor = factorOf(between);
  const name = equals >= 0 ? nameBefore(head.slice(0, equals)) : undefined;
  return { factor: factor ?? 1, written: between.trim(), name, isKnown: isKnown && factor !== undefined };
}

function isConvolution(after: string): boolean {
  return /^\\(?:ast|star|circledast|circ|otimes|times)\b/.test(after) && !/^\\times\s*[\d]/.test(after);
}

function trimmed(text: string): string {
  let end = text.length;
  while (end > 0 && (isBlank(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 10)) end--;
  return text.slice(0, end);
}

/** Where what belongs to the matrix begins: after the last mark that ends a formula, a sentence or another matrix. */
function lastBreak(head: string): number {
  let last = 0;
  for (const mark of [
    '$',
    '\\[',
    '\\(',
    '\n',
    '\\qquad',
    '\\quad',
    ',',
    ';',
    ':',
    '&',
    '*',
    '\\ast',
    '\\star',
    '\\circledast',
    '\\otimes',
    '\\circ',
    '}  ',
    '//!',
    '"',
    '`',
    "r'",
  ]) {
    const at = head.lastIndexOf(mark);
    if (at >= 0) last = Math.max(last, at + mark.length);
  }
  const environment = Math.max(head.lastIndexOf('\\end{'), head.lastIndexOf('\\begin{'));
  const close = environment < 0 ? -1 : head.indexOf('}', environment);
  return Math.max(last, close + 1);
}

/** The factor that a text before a matrix writes; undefined where it is something else. */
function factorOf(text: string): number | undefined {
  const plain = text
    .replace(/\\(?:cdot|times|left|,|;|!|:|quad|,)\s*$/, '')
    .replace(/[*({[]\s*$/, '')
    .trim();
  if (plain === '') return 1;
  if (/^[A-Za-z][A-Za-z ]*$/.test(plain) && plain.length > 1) return 1;
  const fraction = fractionAt(plain, 0, plain.length);
  if (fraction) return fraction.kind === 'number' ? fraction.value : undefined;
  return readNumber(plain.replace(/^\(|\)$/g, ''));
}

function nameBefore(head: string): string | undefined {
  const word = /[^\s$&([?]+$/.exec(head.trimEnd().slice(-60))?.[0];
  if (!word) return undefined;
  return /^\\(?:math|text|bold)[a-z]*\{([^{}]+)\}$/.exec(word)?.[1] ?? word;
}
