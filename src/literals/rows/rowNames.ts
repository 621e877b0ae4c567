import { type TextLine, textLines } from '../text/textLines';

const numbers = /^\s*[-+\u2212.\d][-+\u2212\d.eE,\s/]*$/;
const words = /^[A-Za-z_][\w. ]*$/;
const longestLine = 4000;
const longestName = 40;

interface Row extends TextLine {
  /** The stretch of the row's name and the sign behind it. */
  readonly name: TextLine | undefined;
}

/**
 * A text with the name before one of a matrix's rows out of the way, as long as the text: before the first row it becomes
 * a line of its own, before a middle one it becomes blanks. Undefined where no row has a name, or it is not clear of which.
 */
export function withoutRowNames(text: string): string | undefined {
  const parts: string[] = [];
  let last = 0;
  for (const run of runsOf(text)) {
    const named = run.filter(({ name }) => name);
    const isFirst = run[0]?.name !== undefined;
    if (named.length > 0 && !isFirst && (named.length > 1 || !isMiddle(run.indexOf(named[0]!), run.length)))
      return undefined;
    for (const { name } of named) {
      const { start, end } = name!;
      parts.push(text.slice(last, start), isFirst ? asLine(text.slice(start, end)) : ' '.repeat(end - start));
      last = end;
    }
  }
  parts.push(text.slice(last));
  return last > 0 ? parts.join('') : undefined;
}

/** Lines of numbers that follow one another, with a name before some of them or not. */
function runsOf(text: string): readonly (readonly Row[])[] {
  const runs: Row[][] = [[]];
  for (const line of textLines(text)) {
    const row = rowOf(text, line);
    if (row) runs.at(-1)!.push(row);
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  return runs;
}

function rowOf(text: string, line: TextLine): Row | undefined {
  if (line.end - line.start > longestLine) return undefined;
  const written = text.slice(line.start, line.end);
  if (numbers.test(written)) return { ...line, name: undefined };
  const sign = written.search(/[=:]/);
  const behind = written.startsWith(':=', sign) ? sign + 2 : sign + 1;
  const name = written.slice(0, Math.max(0, sign)).trim();
  if (name.length > longestName || !words.test(name) || !numbers.test(written.slice(behind))) return undefined;
  const start = line.start + written.indexOf(name);
  return { ...line, name: { start, end: line.start + behind } };
}

function isMiddle(index: number, count: number): boolean {
  return count > 2 && (index === count >> 1 || index === (count - 1) >> 1);
}

/** The name as the line above its rows, with the line end in place of the last character of its sign. */
function asLine(written: string): string {
  return `${written.slice(0, -1)}\n`;
}
