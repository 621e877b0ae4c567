import { type Language, languageOf } from '../languages';
import { scan } from '../text/scanner';
import { type Tokens, tokenKinds, tokenText } from '../text/tokens';
import { type Blocks, blocksOf } from './blocks';
import { bracketPairs } from './bracketPairs';
import { type Scopes, scopesOf } from './scopes';

/** A text in which names are looked up: a cell of a notebook, or a whole file. */
export interface SourceCell {
  readonly text: string;
  readonly languageId: string;
}

/** A cell as names need it. */
export interface Program {
  readonly cell: number;
  readonly languageId: string;
  readonly language: Language;
  readonly scopes: Scopes;
  readonly tokens: Tokens;
  readonly pairs: Int32Array;
  readonly blocks: Blocks;
}

/** A cell's tokens with their brackets and blocks; undefined in a language whose names are not followed. */
export function programOf({ text, languageId }: SourceCell, cell: number): Program | undefined {
  const scopes = scopesOf(languageId);
  const language = languageOf(languageId);
  return scopes && programOfTokens(scan(text, language), language, scopes, { cell, languageId });
}

/** The same for tokens that are cut already. */
export function programOfTokens(
  tokens: Tokens,
  language: Language,
  scopes: Scopes,
  { cell, languageId }: { readonly cell: number; readonly languageId: string },
): Program {
  const pairs = bracketPairs(tokens);
  return { cell, languageId, language, scopes, tokens, pairs, blocks: blocksOf(tokens, language, scopes) };
}

/** Whether token `i` is a name with one of the given characters. */
export function isWord(tokens: Tokens, i: number, ...words: readonly string[]): boolean {
  return i >= 0 && tokens.kinds[i] === tokenKinds.name && words.includes(tokenText(tokens, i));
}

/** Whether token `i` is an operator with one of the given characters. */
export function isSign(tokens: Tokens, i: number, ...signs: readonly string[]): boolean {
  return i >= 0 && tokens.kinds[i] === tokenKinds.operator && signs.includes(tokenText(tokens, i));
}

/** Whether a name is an attribute or a qualified name: something stands before it that says of what. */
export function isMember(tokens: Tokens, i: number): boolean {
  return i > 0 && (tokens.kinds[i - 1] === tokenKinds.dot || isSign(tokens, i - 1, '?.', '::', '->'));
}

/** The innermost body of a function or class around a block, or the file. */
export function functionAround({ blocks }: Program, block: number): number {
  return blocks.list[block]!.body;
}

/** The block that begins at a token or at the end of its line; 0 where none does. */
export function functionBodyOf({ tokens, blocks, scopes, pairs }: Program, from: number): number {
  if (scopes.blocks === 'braces') {
    let brace = from;
    while (isSign(tokens, brace, '=>', '->') || tokens.kinds[brace] === tokenKinds.newline || brace === pairs[brace])
      brace++;
    if (tokens.kinds[brace] === tokenKinds.close) brace++;
    while (tokens.kinds[brace] === tokenKinds.newline) brace++;
    return blocks.bodies[brace] === 1 ? blocks.at[brace]! : 0;
  }
  if (scopes.blocks === 'ends') return 0;
  for (let at = from; at < Math.min(tokens.count, from + 60); at++) {
    if (tokens.kinds[at] === tokenKinds.newline && tokens.kinds[at - 1] === tokenKinds.colon)
      return blocks.at[at]! === blocks.at[from]! ? 0 : blocks.at[at]!;
    if (tokens.kinds[at] === tokenKinds.newline) return 0;
  }
  return 0;
}
