import { type Tree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/python';

/** A text of Python and its tree. */
export interface ParsedPython {
  readonly text: string;
  readonly tree: Tree;
}

/** How often the parser goes on within one step: about a millisecond. */
const advancesPerStep = 400;

/**
 * Parses a text in steps; what an earlier version of it holds unchanged is taken over from that version's tree. Never
 * throws.
 */
export function* parsePython(text: string, earlier?: ParsedPython): Generator<number, ParsedPython> {
  const parse = parser.startParse(text, earlier && unchangedParts(earlier, text));
  for (let advances = 1; ; advances++) {
    const tree = parse.advance();
    if (tree) return { text, tree };
    if (advances % advancesPerStep === 0) yield 0;
  }
}

/** The parts of a tree before the first and behind the last character that differs. */
function unchangedParts({ text: before, tree }: ParsedPython, after: string): readonly TreeFragment[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  const change = { fromA: start, toA: before.length - end, fromB: start, toB: after.length - end };
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]);
}
