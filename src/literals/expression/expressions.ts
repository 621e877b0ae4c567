import type { LiteralReader, Source } from '../reading';
import { evaluate } from './evaluate';
import { joinLooseRows } from './looseRows';
import type { Finding } from './machine';
import { afterWrites } from './writtenMatrices';

/** Brackets, braces, calls and what is computed around them, in any language. */
export const expressionReader: LiteralReader = { form: 'brackets', read: readExpressions };

function readExpressions(source: Source): readonly Finding[] {
  if (!hasBracket(source.text)) return [];
  const machine = evaluate(source.tokens(), source.language);
  return afterWrites(source, joinLooseRows(machine.findings, source.text), machine);
}

/** The matrices as they stand, whatever the text does with their names afterwards. */
export const standingReader: LiteralReader = {
  form: 'brackets',
  read: (source) =>
    hasBracket(source.text) ? joinLooseRows(evaluate(source.tokens(), source.language).findings, source.text) : [],
};

/** Without a bracket, C++'s `<<` or dlib's type, there is no matrix that is an expression. */
function hasBracket(text: string): boolean {
  return ['[', '(', '{', '<<', 'matrix<'].some((mark) => text.includes(mark));
}
