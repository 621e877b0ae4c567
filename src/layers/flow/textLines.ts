/** The lines of a text. */
export interface TextLines {
  readonly text: string;
  /** The line of an offset, counted from 0. */
  lineAt(offset: number): number;
  /** The line that a comment at this offset belongs to: its own where code stands before it, else the next with code. */
  codeLineAt(offset: number): number | undefined;
}

/** Finds the lines of a text once. */
export function textLines(text: string): TextLines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineAt = (offset: number) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  // From the end, so that many comments in a row are passed once.
  const nextCode: (number | undefined)[] = new Array(starts.length);
  let next: number | undefined;
  for (let line = starts.length - 1; line >= 0; line--) {
    nextCode[line] = next;
    if (/^[^\S\n]*(?!#|\/\/|\/\*|\*)[^\s]/.test(text.slice(starts[line], starts[line + 1]))) next = line;
  }
  const codeLineAt = (offset: number) => {
    const line = lineAt(offset);
    return text.slice(starts[line], offset).trim() === '' ? nextCode[line] : line;
  };
  return { text, lineAt, codeLineAt };
}
