import { lineEndAt } from '../text/characters';

const encoded = /%(?:5[cC]|7[bB])/;
const codes = /%([\da-fA-F]{2})/g;
const rowEnd = /%5[cC]%5[cC]/g;

/**
 * LaTeX as it stands in files, in HTML and in the address of a picture: comments, `&space;`, `&amp;` and `%5C` give way to
 * what they stand for and to blanks, so that the text stays as long as it was.
 */
export function latexText(text: string): string {
  let plain = text;
  if (plain.includes('&')) plain = plain.replaceAll('&space;', '       ').replaceAll('&amp;', '&    ');
  if (!plain.includes('%')) return plain;
  if (encoded.test(plain))
    return plain
      .replace(rowEnd, '    \\\\')
      .replace(codes, (_, hex: string) => `  ${charOf(Number.parseInt(hex, 16))}`);
  return withoutComments(plain);
}

/** Bytes that are parts of other characters are no part of a matrix of numbers. */
function charOf(code: number): string {
  return code >= 32 && code < 127 ? String.fromCharCode(code) : code === 10 ? '\n' : ' ';
}

/** Blanks in place of comments, but for lines that are nothing else, in which whole matrices stand. */
function withoutComments(text: string): string {
  const parts: string[] = [];
  let last = 0;
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', Math.max(last, at + 1))) {
    const isFirst = text.slice(text.lastIndexOf('\n', at) + 1, at).trim() === '';
    const end = isFirst || text[at - 1] !== '\\' ? lineEndAt(text, at) : at + 1;
    if (!isFirst && end > at + 1) parts.push(text.slice(last, at), ' '.repeat(end - at));
    else parts.push(text.slice(last, end));
    last = end;
  }
  parts.push(text.slice(last));
  return parts.join('');
}
