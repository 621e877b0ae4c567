export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a text stands on the page: its sides, and the height of its middle. */
export interface TextPlace {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

interface Wanted {
  readonly text: string;
  /** A text that the code cell holds in which to look; without it, the first editor with a match. */
  readonly within?: string | undefined;
  /** Look only at or after the first place of this text. */
  readonly after?: string | undefined;
}

/** Runs in the page, hence all in one: finds the first place of a text in the lines that an editor shows. */
export function placeOf({ text, within, after }: Wanted): TextPlace | undefined {
  const plain = (shown: string | null) => (shown ?? '').replaceAll('\u00a0', ' ').replaceAll('\u200b', '');
  const lineTop = (line: HTMLElement) => line.getBoundingClientRect().top;
  const linesOf = (editor: Element) =>
    [...editor.querySelectorAll<HTMLElement>('.view-line')].sort((a, b) => lineTop(a) - lineTop(b));

  function rangeIn(line: HTMLElement, from: number, to: number): DOMRect {
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let passed = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = plain(node.textContent).length;
      if (from >= passed && from < passed + length) range.setStart(node, from - passed);
      if (to > passed && to <= passed + length) range.setEnd(node, to - passed);
      passed += length;
    }
    return range.getBoundingClientRect();
  }

  for (const editor of document.querySelectorAll('.monaco-editor')) {
    const lines = linesOf(editor);
    if (within && !lines.some((line) => plain(line.textContent).includes(within))) continue;
    let found = after === undefined;
    for (const line of lines) {
      const shown = plain(line.textContent);
      let from = 0;
      if (!found && after !== undefined) {
        from = shown.indexOf(after);
        if (from < 0) continue;
        found = true;
      }
      const at = shown.indexOf(text, from);
      if (at < 0) continue;
      const { left, right, top, height } = rangeIn(line, at, at + text.length);
      if (height > 0) return { left, right, middle: top + height / 2 };
    }
  }
  return undefined;
}
