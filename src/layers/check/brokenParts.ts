import type { Tree } from '@lezer/common';

/** Where a text cannot be parsed. */
export interface BrokenParts {
  /** Whether a range lies in a statement of the text that is not whole. */
  readonly holds: (start: number, end: number) => boolean;
  /** Whether a function or a class is not whole, of which others may make use. */
  readonly hasDefinition: boolean;
}

const definitions = new Set(['FunctionDefinition', 'ClassDefinition', 'DecoratedStatement', 'ImportStatement']);

/** The outermost statements of a text with something in them that is no Python. */
export function brokenParts({ topNode }: Tree): BrokenParts {
  const broken: { readonly from: number; readonly to: number }[] = [];
  let hasDefinition = false;
  for (let statement = topNode.firstChild; statement; statement = statement.nextSibling) {
    let isBroken = statement.type.isError;
    statement.cursor().iterate(({ type }) => {
      isBroken ||= type.isError;
      return !isBroken;
    });
    if (!isBroken) continue;
    const { from, to, name } = statement;
    broken.push({ from, to });
    hasDefinition ||= definitions.has(name);
  }
  return { holds: (start, end) => holds(broken, start, end), hasDefinition };
}

/** `parts` follow each other without overlapping. */
function holds(parts: readonly { readonly from: number; readonly to: number }[], start: number, end: number): boolean {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.to <= start) low = middle + 1;
    else high = middle;
  }
  const first = parts[low];
  return first !== undefined && first.from < end;
}
