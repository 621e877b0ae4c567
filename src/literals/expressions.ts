import { evaluate } from './evaluate';
import { joinLooseRows } from './looseRows';
import type { Finding, Write } from './machine';
import { problemAt } from './problem';
import type { LiteralReader, Source } from './reading';

/** Brackets, braces, calls and what is computed around them, in any language. */
export const expressionReader: LiteralReader = { form: 'brackets', read: readExpressions };

function readExpressions(source: Source): readonly Finding[] {
  if (!hasBracket(source.text)) return [];
  const { findings, writes } = evaluate(source.tokens(), source.language);
  return withoutWritten(joinLooseRows(findings, source.text), writes);
}

/** The matrices as they stand, whatever the text does with their names afterwards. */
export const standingReader: LiteralReader = {
  form: 'brackets',
  read: (source) =>
    hasBracket(source.text) ? joinLooseRows(evaluate(source.tokens(), source.language).findings, source.text) : [],
};

/** A matrix that the same text changes afterwards is not what was written first. */
function withoutWritten(findings: readonly Finding[], writes: readonly Write[]): readonly Finding[] {
  if (writes.length === 0) return findings;
  const last = new Map(writes.map((write) => [write.name, write]));
  return findings.map((finding) => {
    const { literal } = finding;
    const write = literal?.name === undefined ? undefined : last.get(literal.name);
    if (!literal || !write || write.start < literal.range.end) return finding;
    const problem = problemAt('unsupported', write.start, write.end, { found: write.name });
    return { problem, weak: false, loose: false };
  });
}

/** Without a bracket there is no matrix that is an expression. */
function hasBracket(text: string): boolean {
  return text.includes('[') || text.includes('(') || text.includes('{');
}
