const mostOpen = 1000;

/** Whether more than a thousand brackets of a text are open at once: no program, and more than a parser's stack holds. */
export function isDeep(text: string): boolean {
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 40 || code === 91 || code === 123) {
      if (++open > mostOpen) return true;
    } else if ((code === 41 || code === 93 || code === 125) && open > 0) open--;
  }
  return false;
}
