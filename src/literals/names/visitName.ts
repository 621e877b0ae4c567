import { tokenCode, tokenKinds, tokenText } from '../text/tokens';
import { type Chain, chainBehind } from './chain';
import { isOneLineFunction, type OpenBracket, type Walk } from './nameWalk';
import { bareParameterBody, bindBody, expressionEnd, isHandle, isParameterName, recordParameter } from './parameters';
import { positionOf } from './position';
import { isMember, isSign, isWord } from './program';
import {
  callbackMethods,
  changesArgument,
  givesParts,
  inPlaceKeywords,
  isLibrary,
  leavesAlone,
  outputKeywords,
  wildFunctions,
} from './pureCalls';
import { bind, nameOf, record, valueNamed } from './recordName';
import { share } from './sharing';

/** Takes notice of what the text does to the name at a token. */
export function visitName(walk: Walk, i: number): void {
  const { program } = walk;
  const { tokens } = program;
  const word = tokenText(tokens, i);
  if (program.language.arrow && isSign(tokens, i - 1, '->', '->>')) record(walk, i, { kind: 'changed', rebinds: true });
  if (noteWord(walk, i, word) || isMember(tokens, i)) return;
  const bracket = walk.brackets.at(-1);
  const parameters = bracket?.parameters;
  if (parameters && isParameterName(walk, i)) recordParameter(walk, i, parameters);
  else if (bareParameterBody(walk, i) >= 0) bindBody(walk, i, bareParameterBody(walk, i), i);
  else if (walk.isLambda) bind(walk, word, i, expressionEnd(walk, i, i));
  else if (bracket && isHandle(walk.program, bracket.token))
    bind(walk, word, i, expressionEnd(walk, bracket.token, bracket.token));
  else if (walk.isBlockHead) recordHead(walk, i);
  else if (walk.isForTarget) recordForTarget(walk, i, bracket);
  else if (isTaken(walk, i)) recordTaken(walk, i);
  else if (isOneLineFunction(walk) && isBound(walk, i)) return;
  else classify(walk, i, bracket);
}

/** Words that say what the names behind them are for; true where the word is no name itself. */
function noteWord(walk: Walk, i: number, word: string): boolean {
  const { program } = walk;
  const { tokens } = program;
  if (word === 'for' || word === 'foreach') walk.isForTarget = true;
  else if (word === 'in' || word === 'of') walk.isForTarget = false;
  else if (word === 'lambda' && program.scopes.blocks === 'indents') walk.isLambda = true;
  else if (word === 'do' && program.scopes.blocks === 'ends') walk.isBlockHead = true;
  else if (wildFunctions.has(word) && isWild(walk, i)) walk.records.wild.push(positionOf(program.cell, i));
  else return word === 'const' || word === 'let' || word === 'var' || word === 'auto';
  return (
    word === 'for' || word === 'in' || word === 'of' || word === 'lambda' || tokens.kinds[i + 1] === tokenKinds.open
  );
}

function isWild({ program, statement }: Walk, i: number): boolean {
  const { tokens, scopes } = program;
  if (isMember(tokens, i)) return false;
  const isCall = tokens.kinds[i + 1] === tokenKinds.open && tokenCode(tokens, i + 1) === 40;
  if (isCall) return true;
  const isMagic = i === statement + 1 && isSign(tokens, statement, '%');
  return isMagic || (i === statement && scopes.hasClosedFunctions && tokens.kinds[i + 1] !== tokenKinds.assign);
}

const takingWords = [
  'del',
  'import',
  'as',
  'global',
  'nonlocal',
  'persistent',
  'define',
  'undef',
  'delete',
  'def',
  'class',
  'fn',
  'func',
  'fun',
  'struct',
  'clear',
];

function isTaken(walk: Walk, i: number): boolean {
  const { program, statement, outer } = walk;
  const { tokens } = program;
  if (isWord(tokens, statement, 'global', 'nonlocal')) outer.add(nameOf(walk, i));
  const isListed =
    isWord(tokens, statement, 'del', 'import', 'from', 'global', 'nonlocal', 'persistent', 'clear') && i > statement;
  const isPattern = isWord(tokens, statement, 'case') && program.scopes.blocks === 'indents' && i > statement;
  const isDefined = isWord(tokens, i - 1, 'function') && !isSign(tokens, i, '=') && program.scopes.blocks !== 'ends';
  return isListed || isPattern || isDefined || isWord(tokens, i - 1, ...takingWords);
}

/** Whether the name at a token is a parameter there. */
function isBound({ program, records }: Walk, i: number): boolean {
  const last = records.bound.get(tokenText(program.tokens, i))?.at(-1);
  const position = positionOf(program.cell, i);
  return last !== undefined && last.from <= position && position < last.to;
}

/** Julia's `map(images) do image`. */
function recordHead(walk: Walk, i: number): void {
  const { cell, blocks } = walk.program;
  record(walk, i, { kind: 'bound', owner: positionOf(cell, blocks.at[i]!), isImmediate: true });
}

function recordTaken(walk: Walk, i: number): void {
  record(walk, i, { kind: 'changed', rebinds: true });
  if (isWord(walk.program.tokens, walk.statement, 'case')) walk.sources.push(...walk.subject);
}

/** `for image in images`, `[image for image in images]`, `for (const image of images) {`. */
function recordForTarget(walk: Walk, i: number, bracket: OpenBracket | undefined): void {
  const { program } = walk;
  const { tokens, pairs, scopes } = program;
  if (!bracket || bracket.isBody) {
    record(walk, i, { kind: 'changed', rebinds: true, isImmediate: true });
    return;
  }
  const isHead = bracket.callee === 'for' || bracket.callee === 'foreach';
  bind(walk, nameOf(walk, i), bracket.token, pairs[bracket.token]! + 1);
  walk.targets.push(valueNamed(walk, i, nameOf(walk, i)));
  if (isHead && scopes.blocks === 'braces') bindBody(walk, i, pairs[bracket.token]!, bracket.token);
  const isOwn = isHead && !program.language.arrow && tokens.kinds[i - 1] !== tokenKinds.open;
  if (isHead && !isOwn) record(walk, i, { kind: 'changed', rebinds: true, isImmediate: true });
}

function classify(walk: Walk, i: number, bracket: OpenBracket | undefined): void {
  const { program } = walk;
  const { tokens } = program;
  const chain = chainBehind(program, i);
  const next = tokens.kinds[chain.end];
  const inBlock = walk.groups === 0;
  if (isSign(tokens, chain.end, '++', '--') || isSign(tokens, i - 1, '++', '--'))
    record(walk, i, { kind: 'changed', isNested: chain.indices > 1 });
  else if (next === tokenKinds.assign && isAssigned(walk, chain.end, bracket)) classifyAssigned(walk, i, chain);
  else if (chain.isChanging && !isModule(walk, i))
    record(walk, i, { kind: 'changed', isImmediate: true, isNested: chain.indices > 0 });
  else if (isStreamTarget(walk, i, chain)) record(walk, i, { kind: 'changed' });
  else if (next === tokenKinds.colon && inBlock && chain.end === i + 1 && isTypedTarget(walk, i))
    classifyTyped(walk, i);
  else if (inBlock && isDeclaration(walk, i) && isDeclared(walk, chain))
    record(walk, i, { kind: 'assigned', declares: 'block' });
  else classifyUse(walk, i, chain, bracket);
}

/** Whether a name is a library's, whose functions are not methods of an object. */
function isModule({ program, records }: Walk, i: number): boolean {
  const word = tokenText(program.tokens, i);
  if (!isLibrary(word)) return false;
  const owners = [...(records.names.get(word)?.values() ?? [])];
  return !owners.some((events) => events.some(({ kind }) => kind !== 'changed'));
}

/** Whether `=` assigns: in the brackets of a call it may name a parameter. */
function isAssigned({ program, groups }: Walk, assign: number, bracket: OpenBracket | undefined): boolean {
  const sign = tokenText(program.tokens, assign);
  if (sign !== '=') return true;
  return groups === 0 || (bracket?.code === 40 && !program.scopes.hasKeywords && bracket.callee !== '');
}

function classifyAssigned(walk: Walk, i: number, chain: Chain): void {
  const { tokens, scopes, language } = walk.program;
  const sign = tokenText(tokens, chain.end);
  const isPlain = sign === '=' || sign === ':=' || sign === '<-' || sign === '<<-';
  const isWhole = chain.end === i + 1;
  const declares = declarationKind(walk, i, sign);
  const isDeref = isSign(tokens, i - 1, '*') && i - 1 === walk.statement;
  const isLabelled = walk.groups === 0 && (isWhole || (declares !== undefined && scopes.blocks === 'braces'));
  if (sign === '<<-' && language.arrow) record(walk, i, { kind: 'changed', isOuter: true });
  else if (isPlain && isLabelled && !isDeref) record(walk, i, { kind: 'assigned', ...(declares && { declares }) });
  else
    record(walk, i, {
      kind: 'changed',
      rebinds: isPlain && isWhole,
      isNested: chain.indices > 1 || !isPlain,
      holdsSources: true,
    });
}

/** What a declaration before `=` makes the name: `let k = …`, `float k[3] = …`, Go's `k := …`. */
function declarationKind(walk: Walk, i: number, sign: string): 'block' | 'function' | undefined {
  const { tokens, scopes } = walk.program;
  if (isWord(tokens, i - 1, 'var') && scopes.joinsBrackets) return 'function';
  return isDeclaration(walk, i) || (sign === ':=' && scopes.blocks === 'braces') ? 'block' : undefined;
}

function isDeclaration({ program: { tokens }, statement }: Walk, i: number): boolean {
  const before = tokens.kinds[i - 1];
  if (i <= statement) return false;
  if (before === tokenKinds.name)
    return !isWord(
      tokens,
      i - 1,
      'return',
      'in',
      'and',
      'or',
      'not',
      'is',
      'else',
      'yield',
      'await',
      'throw',
      'case',
      'do',
    );
  if (before === tokenKinds.close && tokenCode(tokens, i - 1) === 93) return true;
  return isSign(tokens, i - 1, '>', '*', '&') && i - 1 > statement;
}

/** A declaration without `=`: `float k[3][3];`, `Mat k(3, 3);`, `Mat k{…};`. */
function isDeclared({ program: { tokens, scopes } }: Walk, { end }: Chain): boolean {
  if (scopes.blocks !== 'braces') return false;
  const kind = tokens.kinds[end];
  return (
    kind === tokenKinds.semicolon ||
    kind === tokenKinds.comma ||
    kind === tokenKinds.open ||
    (kind === tokenKinds.newline && !scopes.joinsBrackets)
  );
}

/** Whether a colon behind a name is followed by its type. */
function isTypedTarget({ program: { tokens }, statement }: Walk, i: number): boolean {
  return i === statement || isWord(tokens, i - 1, 'const', 'let', 'var', 'val', 'final', 'static', 'mut');
}

/** `image: Array = …`. */
function classifyTyped(walk: Walk, i: number): void {
  const { tokens, pairs } = walk.program;
  const declares = i === walk.statement ? undefined : isWord(tokens, i - 1, 'var') ? 'function' : 'block';
  for (let at = i + 2; at < Math.min(tokens.count, i + 60); at++) {
    const kind = tokens.kinds[at];
    if (kind === tokenKinds.open) at = pairs[at]!;
    else if (kind === tokenKinds.newline || kind === tokenKinds.comma || kind === tokenKinds.semicolon) return;
    else if (kind === tokenKinds.assign) {
      record(walk, i, { kind: 'assigned', ...(declares && { declares }) });
      return;
    }
  }
}

/** C++'s `kernel << 1, 2, 3;` and `stream >> kernel`. */
function isStreamTarget({ program, statement, groups }: Walk, i: number, { end }: Chain): boolean {
  const { tokens, scopes } = program;
  if (!scopes.hasPreprocessor || groups > 0) return false;
  return (i === statement && isSign(tokens, end, '<<')) || isSign(tokens, i - 1, '>>');
}

function classifyUse(walk: Walk, i: number, chain: Chain, bracket: OpenBracket | undefined): void {
  const { program, records } = walk;
  const { tokens } = program;
  if (chain.firstMember !== undefined && callbackMethods.has(chain.firstMember) && hasWrites(walk, i, chain.end)) {
    record(walk, i, { kind: 'changed', isImmediate: true });
  }
  const keyword = tokens.kinds[i - 1] === tokenKinds.assign && i > 1 ? tokenText(tokens, i - 2) : '';
  const wanted = inPlaceKeywords[tokenText(tokens, i)];
  if (bracket && wanted !== undefined && isWord(tokens, i + 2, wanted)) recordArguments(walk, bracket);
  if (bracket && outputKeywords.has(keyword)) record(walk, i, { kind: 'changed', isImmediate: true });
  else if (bracket && bracket.callee !== '') recordArgument(walk, i, chain, bracket);
  if (chain.gives === 'new' || !mayBePart(walk, bracket) || isModule(walk, i) || isCalled(walk, i, chain)) return;
  // Of lists, sums and multiples hold the same rows.
  const isShallow = chain.gives === 'shallow' || isArithmetic(walk, i, chain);
  walk.sources.push({ value: valueNamed(walk, i, nameOf(walk, i)), isShallow });
  if (records.sharing.parents.length > mostValues) walk.sources.length = 0;
}

const mostValues = 4e6;

/** Whether a name is a function's that is called. */
function isCalled({ program: { tokens } }: Walk, i: number, { end }: Chain): boolean {
  return end === i + 1 && tokens.kinds[end] === tokenKinds.open && tokenCode(tokens, end) === 40;
}

/** Whether what stands at a use ends up, whole or in part, in what the statement assigns. */
function mayBePart({ program: { scopes } }: Walk, bracket: OpenBracket | undefined): boolean {
  if (scopes.copies) return false;
  return !bracket || bracket.callee === '' || givesParts(bracket.callee, scopes);
}

const signs = ['+', '-', '*', '/', '**', '//', '@', '%', '^', '.*', './', '<', '>', '==', '!=', '<=', '>='];

function isArithmetic({ program: { tokens } }: Walk, i: number, { end }: Chain): boolean {
  return isSign(tokens, end, ...signs) || (isSign(tokens, i - 1, ...signs) && isOperand(tokens.kinds[i - 2]));
}

function isOperand(kind: number | undefined): boolean {
  return kind !== undefined && (kind <= tokenKinds.name || kind === tokenKinds.close);
}

const longestCallback = 400;
const changingMethods = new Set(
  'push pop shift unshift splice sort reverse fill append extend insert remove clear set'.split(' '),
);

/** Whether something is written in a stretch of tokens; a long one may. */
function hasWrites({ program: { tokens } }: Walk, from: number, to: number): boolean {
  if (to - from > longestCallback) return true;
  for (let at = from + 1; at < to; at++) {
    if (tokens.kinds[at] === tokenKinds.assign || isSign(tokens, at, '++', '--')) return true;
    if (tokens.kinds[at - 1] === tokenKinds.dot && changingMethods.has(tokenText(tokens, at))) return true;
  }
  return false;
}

/** A name that is handed to a function, which may write to it. */
function recordArgument(walk: Walk, i: number, { end, gives }: Chain, { callee }: OpenBracket): void {
  const { program, records } = walk;
  const { tokens } = program;
  const before = tokens.kinds[i - 1];
  const isEnd = tokens.kinds[end] === tokenKinds.comma || tokens.kinds[end] === tokenKinds.close;
  const isMutable = isWord(tokens, i - 1, 'mut', 'ref', 'out', 'inout');
  const stands =
    before === tokenKinds.open ||
    before === tokenKinds.comma ||
    before === tokenKinds.colon ||
    before === tokenKinds.assign ||
    isMutable ||
    isSign(tokens, i - 1, '&', '*', '**');
  if (!isEnd || !stands || gives !== 'part' || isModule(walk, i)) return;
  const root = callee.split('.')[0]!;
  if (callee !== root && !isLibrary(root)) {
    const owner = valueNamed(walk, i, root);
    share(records.sharing, owner, valueNamed(walk, i, nameOf(walk, i)));
    share(records.rows, owner, valueNamed(walk, i, nameOf(walk, i)));
  }
  if (isMutable || !leavesAlone(callee, program.scopes)) {
    record(walk, i, { kind: 'changed', isSure: isMutable || changesArgument(callee) });
  }
}

/** The names handed to a function that writes into its arguments. */
function recordArguments(walk: Walk, { token }: OpenBracket): void {
  const { tokens, pairs } = walk.program;
  if (walk.inPlace.has(token)) return;
  walk.inPlace.add(token);
  for (let at = token + 1; at < pairs[token]!; at++) {
    if (tokens.kinds[at] === tokenKinds.open) at = pairs[at]!;
    else if (tokens.kinds[at] === tokenKinds.name && !isMember(tokens, at))
      record(walk, at, { kind: 'changed', isImmediate: true });
  }
}
