const letter = /^[\p{L}\p{Nl}]$/u;

/** Whether a UTF-16 code unit is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a code unit can begin a name in one of the languages that are read. */
export function isNameStart(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36;
  return letter.test(String.fromCharCode(code));
}

/** Whether a code unit can stand inside a name. */
export function isNamePart(code: number): boolean {
  return isDigit(code) || isNameStart(code);
}

/** Whether a code unit is white space that ends no line: blank, tab, no-break and typographic spaces, byte order mark. */
export function isBlank(code: number): boolean {
  if (code < 128) return code === 32 || code === 9 || (code >= 11 && code <= 13);
  return (
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Whether a code unit is written as a minus: the hyphen or U+2212. */
export function isMinus(code: number): boolean {
  return code === 45 || code === 0x2212;
}

/** The first place at or after `from` that is no blank. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The end of the line that holds `from`, before its line feed. */
export function lineEndAt(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
