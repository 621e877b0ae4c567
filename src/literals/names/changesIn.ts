import type { Language } from '../languages';
import type { TextRange } from '../literal';
import type { Tokens } from '../text/tokens';
import { nameIndex } from './nameIndex';
import { tokenOf } from './position';
import { programOfTokens } from './program';
import { likelyScopes } from './scopes';

/** Where a text surely changes what a name holds, without giving it another value: `k.sort()`, `k[0][0]++`. */
export function changesIn(tokens: Tokens, language: Language): ReadonlyMap<string, readonly TextRange[]> {
  const program = programOfTokens(tokens, language, likelyScopes(language), { cell: 0, languageId: '' });
  const { names } = nameIndex([program]);
  const changes = new Map<string, TextRange[]>();
  for (const [name, owners] of names) {
    const events = [...owners.values()].flat().filter(({ kind, isSure }) => kind === 'changed' && isSure);
    const ranges = events.map(({ at }) => ({ start: tokens.starts[tokenOf(at)]!, end: tokens.ends[tokenOf(at)]! }));
    if (ranges.length > 0) changes.set(name, ranges);
  }
  return changes;
}
