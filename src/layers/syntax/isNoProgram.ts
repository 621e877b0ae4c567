const mostOpen = 1000;
/** Signs in a row without a word or a number between them; a ruler in a comment is shorter. */
const mostSigns = 1000;

/**
 * Whether a text has no call of anything, or is no program: more than a thousand brackets open at once are more than a
 * parser's stack holds, and of more than a thousand signs in a row a parser makes something at great length.
 */
export function isNoProgram(text: string): boolean {
  let [open, signs] = [0, 0];
  let hasCall = false;
  /** The last character that is no blank. */
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isBlank(code)) continue;
    signs = isSign(code) ? signs + 1 : 0;
    if (signs > mostSigns) return true;
    if (code === 40 || code === 91 || code === 123) {
      hasCall ||= code === 40 && last !== 0 && !isSign(last);
      if (++open > mostOpen) return true;
    } else if ((code === 41 || code === 93 || code === 125) && open > 0) open--;
    last = code;
  }
  return !hasCall;
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** A character of ASCII that is no letter, digit or underscore; quotes and the sign of a comment hold any text. */
function isSign(code: number): boolean {
  if (code > 126 || code === 34 || code === 35 || code === 39 || code === 95 || code === 96) return false;
  return code < 48 || (code > 57 && code < 65) || (code > 90 && code < 97) || code > 122;
}
