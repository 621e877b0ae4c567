import type { Finding } from '../expression/machine';
import { problemAt, quoted } from '../problem';
import { type LiteralReader, problemFinding, type Source } from '../reading';
import { noteAt } from '../report/readingNote';
import { cellProblem } from '../rows/cellProblem';
import { RowsBuilder } from '../rows/rowsBuilder';
import { skipBlanks } from '../text/characters';
import { latexCell, skipSpace } from './latexCell';
import { latexFactor } from './latexFactor';
import { latexText } from './latexText';

/** Matrix environments of LaTeX: `bmatrix`, `pmatrix`, `array{ccc}`, … */
export const latexReader: LiteralReader = { form: 'latex', read: readLatex };

const begin = '\\begin';
const environments = /^(?:[bBpvV]?(?:small)?matrix\*?|array|tabular|[bBpvV]?NiceMatrix)$/;

interface Environment {
  readonly name: string;
  readonly start: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly end: number;
}

function readLatex(source: Source): readonly Finding[] | undefined {
  if (!source.text.includes('begin')) return undefined;
  const text = latexText(source.text);
  const findings: Finding[] = [];
  for (let at = text.indexOf(begin); at >= 0; ) {
    const opened = braceAt(text, at + begin.length);
    if (!opened || !environments.test(opened.name)) {
      at = text.indexOf(begin, at + begin.length);
      continue;
    }
    const closed = closeOf(text, opened.name, opened.end);
    if (!closed) {
      const details = { found: opened.name, expected: `\\end{${opened.name}}` };
      findings.push(problemFinding(problemAt('unbalanced', at, opened.end, details)));
      break;
    }
    findings.push(readEnvironment(text, { ...closed, name: opened.name, start: at, bodyStart: opened.end }));
    at = text.indexOf(begin, closed.end);
  }
  return findings.length > 0 ? findings : undefined;
}

/** The name in braces at a place, behind blanks. */
function braceAt(text: string, from: number): { readonly name: string; readonly end: number } | undefined {
  const open = skipBlanks(text, from);
  const close = text[open] === '{' ? text.indexOf('}', open) : -1;
  return close < 0 || close > open + 40 ? undefined : { name: text.slice(open + 1, close).trim(), end: close + 1 };
}

function closeOf(
  text: string,
  name: string,
  from: number,
): { readonly bodyEnd: number; readonly end: number } | undefined {
  for (let at = text.indexOf('\\end', from); at >= 0; at = text.indexOf('\\end', at + 4)) {
    const closed = braceAt(text, at + 4);
    if (closed?.name === name) return { bodyEnd: at, end: closed.end };
  }
  return undefined;
}

function readEnvironment(text: string, { name, bodyStart, bodyEnd, ...outer }: Environment): Finding {
  const hasColumns = name === 'array' || name === 'tabular' || name.endsWith('*');
  const from = hasColumns ? afterColumns(text, bodyStart) : bodyStart;
  const rows = new RowsBuilder('latex');
  readBody(text, from, bodyEnd, rows);
  if (rows.isEmpty) return problemFinding(problemAt('empty', outer.start, outer.end));
  const { factor, written, name: called, isKnown } = latexFactor(text, outer.start, outer.end);
  const finding = rows.finish(called);
  if (!finding?.literal) return finding ?? problemFinding(problemAt('empty', outer.start, outer.end));
  if (!isKnown) {
    const found = quoted(text, Math.max(0, outer.start - 12), outer.start);
    return problemFinding(problemAt('unsupported', outer.start, outer.end, { found }));
  }
  const literal = { ...finding.literal, range: outer };
  if (factor === 1) return { ...finding, literal };
  const notes = [noteAt('factor', outer.start, outer.end, { found: written })];
  const data = literal.data.map((value) => value * factor);
  return { ...finding, literal: { ...literal, data, computed: true, notes } };
}

function afterColumns(text: string, from: number): number {
  let at = skipBlanks(text, from);
  // A position comes before the columns: `[t]{cc}`.
  if (text[at] === '[' && text[at + 2] === ']' && text[at + 3] === '{') at += 3;
  const open = text[at];
  const end = open === '{' || open === '[' ? text.indexOf(open === '{' ? '}' : ']', at) : -1;
  return end < 0 ? from : end + 1;
}

function readBody(text: string, from: number, to: number, rows: RowsBuilder): void {
  let cellStart = from;
  let column = 0;
  for (let at = from; at <= to; at++) {
    const isEnd = at === to;
    const code = isEnd ? 0 : text.charCodeAt(at);
    if (code === 37) at = Math.min(to, lineEnd(text, at)) - 1;
    if (!isEnd && code !== 38 && code !== 92) continue;
    const breaks = code === 92 ? rowBreakEnd(text, at) : at;
    if (code === 92 && breaks === at) {
      at++;
      continue;
    }
    const isLast = isEnd && column === 0 && isBlankBetween(text, cellStart, at);
    if (!isLast && !(isEnd && isBlankBetween(text, cellStart, at) && column === 0))
      addCell(text, cellStart, at, rows, column);
    column = code === 38 ? column + 1 : 0;
    if (code !== 38) rows.endRow({ start: cellStart, end: at });
    cellStart = code === 38 ? at + 1 : Math.max(breaks, at + 1);
    at = cellStart - 1;
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Whether nothing but blanks and rules stands between two offsets. */
function isBlankBetween(text: string, from: number, to: number): boolean {
  return skipSpace(text, from, to) === to;
}

/** The end of `\\`, `\\[2pt]` or the doubled `\\\\` of a string; `at` where a command begins. */
function rowBreakEnd(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 92) end++;
  const isBreak = end - at === 2 || end - at === 4;
  if (!isBreak) return text.startsWith('\\cr', at) && !/[a-z]/i.test(text[at + 3] ?? '') ? at + 3 : at;
  if (text[end] !== '[') return end;
  const close = text.slice(end, end + 20).indexOf(']');
  return close < 0 ? end : end + close + 1;
}

function addCell(text: string, from: number, to: number, rows: RowsBuilder, column: number): void {
  const cell = latexCell(text, from, to);
  if (cell.kind === 'number') {
    rows.push(cell.value, cell.start, cell.end);
    return;
  }
  const code = cellProblem(text, cell);
  const found = quoted(text, cell.start, cell.end).trim();
  rows.fail(problemFinding(problemAt(code, cell.start, cell.end, { row: rows.rowCount, column, found })));
}
