import { nameHistory } from '../names/occurrences';
import { problemAt } from '../problem';
import type { LiteralReader, Source } from '../reading';
import { evaluate } from './evaluate';
import { joinLooseRows } from './looseRows';
import type { Finding, Write } from './machine';

/** Brackets, braces, calls and what is computed around them, in any language. */
export const expressionReader: LiteralReader = { form: 'brackets', read: readExpressions };

function readExpressions(source: Source): readonly Finding[] {
  if (!hasBracket(source.text)) return [];
  const { findings, writes } = evaluate(source.tokens(), source.language);
  return withoutWritten(source, joinLooseRows(findings, source.text), writes);
}

/** The matrices as they stand, whatever the text does with their names afterwards. */
export const standingReader: LiteralReader = {
  form: 'brackets',
  read: (source) =>
    hasBracket(source.text) ? joinLooseRows(evaluate(source.tokens(), source.language).findings, source.text) : [],
};

/** A matrix that the same text changes afterwards is not what was written first. */
function withoutWritten(source: Source, findings: readonly Finding[], writes: readonly Write[]): readonly Finding[] {
  const last = new Map([...changesInPlace(source, findings), ...writes].map((write) => [write.name, write]));
  if (last.size === 0) return findings;
  return findings.map((finding) => {
    const { literal } = finding;
    const write = literal?.name === undefined ? undefined : last.get(literal.name);
    if (!literal || !write || write.start < literal.range.end) return finding;
    const problem = problemAt('unsupported', write.start, write.end, { found: write.name });
    return { problem, weak: false, loose: false };
  });
}

/** What methods, steps and functions known for it do to the named matrices: `k.sort()`, `k[0][0]++`. */
function changesInPlace({ text, tokens, language }: Source, findings: readonly Finding[]): readonly Write[] {
  const names = new Set(findings.flatMap(({ literal }) => (literal?.name === undefined ? [] : [literal.name])));
  if (language.isText || names.size > mostNames) return [];
  return [...names].flatMap((name) => {
    const { starts, ends } = tokens();
    const { events } = nameHistory(tokens(), language, name, text.length);
    const sure = events.filter(({ kind, isSure }) => kind === 'written' && isSure);
    return sure.map(({ token }) => ({ name, start: starts[token]!, end: ends[token]! }));
  });
}

/** A text with more names is a file, in which each literal stands for itself. */
const mostNames = 40;

/** Without a bracket there is no matrix that is an expression. */
function hasBracket(text: string): boolean {
  return text.includes('[') || text.includes('(') || text.includes('{');
}
