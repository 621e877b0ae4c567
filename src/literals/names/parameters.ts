import { tokenCode, tokenKinds, tokenText } from '../text/tokens';
import type { OpenBracket, Walk } from './nameWalk';
import { positionOf } from './position';
import { functionBodyOf, isSign, isWord, type Program } from './program';
import { bind, nameOf, record } from './recordName';

const longestSignature = 40;
/** Words before a round bracket that holds no parameters. */
const controlWords = [
  'if',
  'while',
  'for',
  'switch',
  'match',
  'when',
  'with',
  'using',
  'lock',
  'synchronized',
  'else',
  'foreach',
];

/** The token that begins the body of the function whose parameters stand in the round bracket at `open`, or -1. */
export function bodyBehind({ tokens, pairs, scopes, language }: Program, open: number, statement: number): number {
  const close = pairs[open]!;
  if (scopes.blocks === 'ends') return isArrow(tokens, close + 1) ? close + 1 : -1;
  if (scopes.blocks === 'indents') return isWord(tokens, open - 2, 'def') ? close : -1;
  if (isWord(tokens, open - 1, ...controlWords)) return -1;
  if (language.arrow)
    return isWord(tokens, open - 1, 'function') || tokens.text[tokens.starts[open - 1]!] === '\\' ? close : -1;
  const isFunction = isWord(tokens, statement, 'func', 'fn', 'fun');
  for (let at = close + 1; at < Math.min(tokens.count, close + longestSignature); at++) {
    const kind = tokens.kinds[at];
    if (isSign(tokens, at, '=>') || (at === close + 1 && !scopes.hasPreprocessor && isArrow(tokens, at) && !isFunction))
      return at;
    if (kind === tokenKinds.open) {
      const code = tokenCode(tokens, at);
      if (code === 123) return at;
      if (code === 40 && !isFunction && tokens.kinds[close + 1] !== tokenKinds.colon) return -1;
      at = pairs[at]!;
    } else if (!staysInSignature(tokens.kinds[at]!, language.lineEnds && !isBrace(tokens, at + 1))) return -1;
    else if (kind === tokenKinds.comma && at === close + 1) return -1;
  }
  return -1;
}

function isArrow(tokens: Program['tokens'], at: number): boolean {
  return isSign(tokens, at, '->', '=>');
}

function isBrace(tokens: Program['tokens'], at: number): boolean {
  return tokens.kinds[at] === tokenKinds.open && tokenCode(tokens, at) === 123;
}

function staysInSignature(kind: number, endsAtLine: boolean): boolean {
  if (kind === tokenKinds.newline) return !endsAtLine;
  return (
    kind === tokenKinds.name || kind === tokenKinds.colon || kind === tokenKinds.operator || kind === tokenKinds.comma
  );
}

/** Makes the name at a token a parameter of the function whose parameters stand in a bracket. */
export function recordParameter(walk: Walk, i: number, { token, body }: NonNullable<OpenBracket['parameters']>): void {
  const { program } = walk;
  const { pairs } = program;
  bind(walk, nameOf(walk, i), i, pairs[token]! + 1);
  bindBody(walk, i, body, token);
}

/** The name at a token is a parameter in the body that begins at `body`, or in the expression there. */
export function bindBody(walk: Walk, i: number, body: number, before: number): void {
  const { program } = walk;
  const block = functionBodyOf(program, body);
  if (block > 0) record(walk, i, { kind: 'bound', owner: positionOf(program.cell, block), isImmediate: true });
  else bind(walk, nameOf(walk, i), body, expressionEnd(walk, body, before));
}

const longestExpression = 400;

/** The end of what stands around a token: the bracket around it, or the statement. */
export function expressionEnd({ program, brackets }: Walk, from: number, before: number): number {
  const { tokens, pairs } = program;
  const around = brackets.findLast(({ token }) => token < before);
  if (around && !around.isBody) return pairs[around.token]!;
  const first = tokens.kinds[from] === tokenKinds.close ? from + 1 : from;
  for (let at = first; at < Math.min(tokens.count, from + longestExpression); at++) {
    const kind = tokens.kinds[at];
    if (kind === tokenKinds.open) at = pairs[at]!;
    else if (kind === tokenKinds.newline || kind === tokenKinds.semicolon || kind === tokenKinds.close) return at;
  }
  return tokens.count;
}

/** Whether the name at a token is a parameter without brackets: `image => …`, `|image| …`. */
export function bareParameterBody({ program }: Walk, i: number): number {
  const { tokens, scopes } = program;
  if (isSign(tokens, i + 1, '=>')) return i + 1;
  if (scopes.blocks !== 'indents' && !scopes.hasPreprocessor && !program.language.arrow && isSign(tokens, i + 1, '->'))
    return i + 1;
  const isBar = isSign(tokens, i - 1, '|') || tokens.kinds[i - 1] === tokenKinds.comma;
  return scopes.blocks === 'braces' && isBar && isSign(tokens, i + 1, '|') ? i + 1 : -1;
}

/** Whether a name in a bracket of parameters is one, not a default value or a type. */
export function isParameterName({ program }: Walk, i: number): boolean {
  const { tokens, scopes } = program;
  if (scopes.blocks === 'braces' && !program.language.arrow) return !isAfterAssign(tokens, i);
  const before = tokens.kinds[i - 1];
  return before === tokenKinds.open || before === tokenKinds.comma || isSign(tokens, i - 1, '*', '**');
}

function isAfterAssign({ kinds }: Program['tokens'], i: number): boolean {
  return kinds[i - 1] === tokenKinds.assign;
}

/** Whether a word stands for a parameter of MATLAB's `@(image) …`. */
export function isHandle({ tokens }: Program, open: number): boolean {
  return open > 0 && tokenText(tokens, open - 1) === '@';
}
