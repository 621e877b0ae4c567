import { tokenCode, tokenKinds, tokenText } from '../text/tokens';
import type { Walk } from './nameWalk';
import { expressionEnd } from './parameters';
import { isMember, isSign, isWord } from './program';
import { bind, type NameDeed, nameOf, record } from './recordName';

/** Records the names on the left of the `=` at a token that do not stand right before it: `a, image = …`, `[a, image] = …`. */
export function recordTargets(walk: Walk, assign: number): void {
  const { program, left } = walk;
  const { tokens, pairs, scopes } = program;
  if (scopes.blocks === 'braces' && !program.language.arrow) {
    if (isPattern(walk, assign)) recordAll(walk, pairs[assign - 1]! + 1, assign - 1);
    return;
  }
  const isCallLeft = tokens.kinds[assign - 1] === tokenKinds.close && tokenCode(tokens, assign - 1) === 41;
  if (isCallLeft && isDefinition(walk, assign)) bindAll(walk, pairs[assign - 1]!, assign);
  else if (program.language.arrow) recordReplaced(walk, assign);
  else recordListed(walk, left, assign);
}

/** `const { image } = …`, `[a, image] = …`: not the index of something, nor what a declaration counts. */
function isPattern({ program }: Walk, assign: number): boolean {
  const { tokens, pairs } = program;
  if (tokens.kinds[assign - 1] !== tokenKinds.close) return false;
  const open = pairs[assign - 1]!;
  if (open < 0) return false;
  const before = open === 0 ? tokenKinds.newline : tokens.kinds[open - 1];
  const isWordBefore = isWord(tokens, open - 1, 'const', 'let', 'var', 'val', 'auto', 'final');
  return isWordBefore || (before !== tokenKinds.name && before !== tokenKinds.close) || isSign(tokens, open - 1, '&');
}

/** Julia's `blur(image) = …`; MATLAB's `image(1) = …` is an assignment to a part. */
function isDefinition({ program, left }: Walk, assign: number): boolean {
  const { scopes, pairs, tokens } = program;
  if (scopes.blocks !== 'ends' || scopes.copies) return false;
  const open = pairs[assign - 1]!;
  return open > 0 && open - 1 === left && tokens.kinds[open - 1] === tokenKinds.name;
}

function bindAll(walk: Walk, open: number, assign: number): void {
  const { tokens } = walk.program;
  const end = expressionEnd(walk, assign, assign);
  for (let i = open; i < assign; i++) {
    if (tokens.kinds[i] === tokenKinds.name && !isMember(tokens, i)) bind(walk, tokenText(tokens, i), open, end);
  }
}

function recordAll(walk: Walk, from: number, to: number): void {
  const { tokens } = walk.program;
  const declares = isWord(tokens, from - 2, 'const', 'let', 'auto', 'val', 'final')
    ? { declares: 'block' as const }
    : {};
  for (let i = from; i < to; i++) {
    if (tokens.kinds[i] === tokenKinds.name && !isMember(tokens, i)) {
      record(walk, i, { kind: 'changed', rebinds: true, ...declares });
    }
  }
}

/** R's `dim(image) <- …` and `names(image)[1] <- …`. */
function recordReplaced(walk: Walk, assign: number): void {
  const { tokens } = walk.program;
  for (let i = walk.left + 1; i < assign - 1; i++) {
    const isInCall = tokens.kinds[i] === tokenKinds.name && tokens.kinds[i - 1] === tokenKinds.open;
    if (isInCall && tokenCode(tokens, i - 1) === 40) record(walk, i, { kind: 'changed' }, nameOf(walk, i));
  }
}

/** The names of a tuple or of MATLAB's list of results. */
function recordListed(walk: Walk, left: number, assign: number): void {
  const { tokens, pairs } = walk.program;
  const isList = tokens.kinds[assign - 1] === tokenKinds.close;
  for (let i = left; i < assign - (isList ? 0 : 1); i++) {
    const kind = tokens.kinds[i];
    if (kind === tokenKinds.open && i > left && tokens.kinds[i - 1] === tokenKinds.name) i = pairs[i]!;
    else if (kind === tokenKinds.colon) return;
    else if (kind === tokenKinds.name && !isMember(tokens, i) && isListed(walk, i)) {
      record(walk, i, listedDeed(walk, i, isList || tokenText(tokens, assign) !== '='));
    }
  }
}

function listedDeed({ program: { tokens, scopes } }: Walk, i: number, isOpaque: boolean): NameDeed {
  const next = tokens.kinds[i + 1];
  if (next === tokenKinds.open || next === tokenKinds.dot) return { kind: 'changed' };
  const isPlain = !isOpaque && !isSign(tokens, i - 1, '*') && scopes.blocks !== 'ends';
  return isPlain ? { kind: 'assigned' } : { kind: 'changed', rebinds: true };
}

function isListed({ program: { tokens, scopes } }: Walk, i: number): boolean {
  const next = tokens.kinds[i + 1];
  // In MATLAB blanks divide the names, and a part of one may be meant.
  if (scopes.blocks === 'ends') return true;
  return next === tokenKinds.comma || next === tokenKinds.close || next === tokenKinds.open || next === tokenKinds.dot;
}
