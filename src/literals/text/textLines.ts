/** A line of a text, without its line end. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
}

/** The lines of a text in order. */
export function textLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed;
    const end = next > start && text.charCodeAt(next - 1) === 13 ? next - 1 : next;
    lines.push({ start, end });
    start = next + 1;
  }
  return lines;
}
