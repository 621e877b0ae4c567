import type { MatrixLiteral } from '../literal';
import { problemAt } from '../problem';
import { isBlank } from '../text/characters';
import type { Finding } from './machine';

/** Joins rows that stand one after another without brackets around them all: `[1, 2]` above `[3, 4]`, `{1, 2}, {3, 4}`. */
export function joinLooseRows(findings: readonly Finding[], text: string): readonly Finding[] {
  const joined: Finding[] = [];
  for (let i = 0; i < findings.length; ) {
    let end = i + 1;
    while (end < findings.length && continues(findings[end - 1]!, findings[end]!, text)) end++;
    joined.push(end - i === 1 ? findings[i]! : joinedRows(findings.slice(i, end).map(({ literal }) => literal!)));
    i = end;
  }
  return joined;
}

function continues(above: Finding, below: Finding, text: string): boolean {
  if (!above.loose || !below.loose || !above.literal || !below.literal || below.literal.name !== undefined)
    return false;
  const { end } = above.literal.range;
  const { start } = below.literal.range;
  let lines = 0;
  for (let at = end; at < start; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) lines++;
    if (!isBlank(code) && code !== 10 && code !== 44 && code !== 45) return false;
  }
  return lines < 2;
}

function joinedRows(rows: readonly MatrixLiteral[]): Finding {
  const first = rows[0]!;
  const width = first.data.length;
  if (rows.some(({ computed }) => computed !== first.computed)) {
    // A factor before the first of several rows, which may be meant for all of them.
    const range = { start: first.range.start, end: rows.at(-1)!.range.end };
    return { problem: problemAt('ambiguous', range.start, range.end), weak: false, loose: false };
  }
  const wrong = rows.findIndex(({ data }) => data.length !== width);
  if (wrong >= 0) {
    const { range, data } = rows[wrong]!;
    const problem = problemAt('ragged', range.start, range.end, { row: wrong, found: data.length, expected: width });
    return { problem, weak: false, loose: false };
  }
  const data = new Float64Array(rows.length * width);
  const starts = new Uint32Array(data.length);
  const ends = new Uint32Array(data.length);
  for (const [index, row] of rows.entries()) {
    data.set(row.data, index * width);
    starts.set(row.starts, index * width);
    ends.set(row.ends, index * width);
  }
  const range = { start: first.range.start, end: rows.at(-1)!.range.end };
  const literal = { ...first, shape: [rows.length, width], data, starts, ends, range };
  return { literal, weak: false, loose: false };
}
