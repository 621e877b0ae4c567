import { type Language, languageOf } from '../languages';
import { longestText } from '../longestText';
import { quoted } from '../problem';
import { isBlank } from '../text/characters';
import { scan } from '../text/scanner';
import { type Tokens, tokenCode, tokenKinds, tokenText } from '../text/tokens';
import { callValue, joins, pathEnd } from './callValue';
import type { CallArgument, CallValue, ConvolutionCall, TextParameters } from './convolutionCall';
import { importedNames, pathText } from './imports';
import { parameterLabels } from './labels';
import { type Signature, signatureOf, strangers } from './signatures';

/** Nobody looks at more calls at once. */
const mostCalls = 20;

interface Walk {
  readonly tokens: Tokens;
  readonly languageId: string;
  readonly imports: ReadonlyMap<string, string>;
  /** Names with the plain values that they were last given. */
  readonly assigned: Map<string, CallValue>;
  /** For each opening bracket the token that closes it; −1 where none does. */
  readonly closings: Int32Array;
  readonly calls: ConvolutionCall[];
  readonly strangers: string[];
}

/**
 * The parameters of a convolution that a text says: in calls of known functions, and in labels. `before` is the text of
 * the file up to there, for what it imports. Never throws; what is not understood is named, never guessed.
 */
export function readParameters(text: string, languageId: string, before = ''): TextParameters {
  if (text.length > longestText || before.length > longestText) return { calls: [], strangers: [], labels: [] };
  const language = languageOf(languageId);
  const tokens = scan(text, language);
  const imports = new Map(
    languageId === 'python' ? [...importedNames(scan(before, language)), ...importedNames(tokens)] : [],
  );
  const walk: Walk = {
    tokens,
    languageId,
    imports,
    assigned: new Map(),
    calls: [],
    strangers: [],
    closings: closingsOf(tokens),
  };
  let at = 0;
  while (at < tokens.count && walk.calls.length + walk.strangers.length < mostCalls) at = visit(walk, at);
  const isTaken = labelsAreTaken(tokens, language, walk);
  return { calls: walk.calls, strangers: walk.strangers, labels: parameterLabels(text, isTaken) };
}

/**
 * Where no label counts: in a call that was read, and in code, but for comments, anywhere except at the beginning of a
 * line outside brackets: `stride=2` among the arguments of some function says nothing of this convolution.
 */
function labelsAreTaken(tokens: Tokens, language: Language, { calls, closings }: Walk): (offset: number) => boolean {
  const { text, comments, starts } = tokens;
  const inCall = (offset: number) => calls.some(({ range }) => range.start <= offset && offset < range.end);
  if (language.isText) return inCall;
  let comment = 0;
  let token = 0;
  let bracketEnd = 0;
  // Offsets are asked in the order of the text.
  return (offset) => {
    while (comment < comments.length && comments[comment + 1]! <= offset) comment += 2;
    if (comment < comments.length && comments[comment]! <= offset) return false;
    for (; token < tokens.count && starts[token]! < offset; token++) {
      const close = closings[token]!;
      if (close > token) bracketEnd = Math.max(bracketEnd, starts[close]!);
    }
    return offset < bracketEnd || !beginsLine(text, offset) || inCall(offset);
  };
}

function beginsLine(text: string, offset: number): boolean {
  let at = offset;
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--;
  return at === 0 || text.charCodeAt(at - 1) === 10;
}

/** Reads what begins at a token, and gives the token to go on with. */
function visit(walk: Walk, at: number): number {
  const { tokens } = walk;
  const end = pathEnd(tokens, at, tokens.count);
  if (end === at || (at > 0 && joins(tokens, at - 1))) return at + 1;
  if (tokens.kinds[end] === tokenKinds.assign && end === at + 1) assign(walk, at, end + 1);
  if (tokens.kinds[end] !== tokenKinds.open || tokenCode(tokens, end) !== 40) return end;
  const path = pathText(tokens, at, end);
  const [first = ''] = path.split('.');
  const full = (walk.imports.get(first) ?? first) + path.slice(first.length);
  const name = tokenText(tokens, end - 1);
  const isKnown = signatureOf(full, walk.languageId) !== undefined || strangers.has(name);
  const close = isKnown ? walk.closings[end]! : -1;
  if (close < 0 || follows(tokens, at, 'def') || follows(tokens, at, 'function')) return end + 1;
  const split = splitArguments(walk, end + 1, close);
  const signature = signatureOf(full, walk.languageId) ?? signatureOf(guessed(full, split), walk.languageId);
  const callee = tokens.text.slice(tokens.starts[at], tokens.ends[end - 1]);
  const call = signature && bound(signature, split);
  if (!call || !isMeant(signature, call.arguments)) {
    walk.strangers.push(callee);
    return end + 1;
  }
  const range = { start: tokens.starts[at]!, end: tokens.ends[close]! };
  const { arguments: named, others } = call;
  const index = indexOf(walk, close + 1);
  walk.calls.push({
    function: signature.function,
    callee,
    range,
    arguments: named,
    others: index ? [...others, index] : others,
  });
  return close + 1;
}

/** MATLAB's conv2(u, v, A) is another function than its conv2(A, K, shape). */
function isMeant({ words }: Signature, named: ConvolutionCall['arguments']): boolean {
  const [name, ...known] = words ?? [];
  const value = name === undefined ? undefined : named[name]?.value;
  return value === undefined || (value.kind === 'word' && known.includes(value.word));
}

/** What is taken of the result, `[::2, ::2]`. */
function indexOf({ tokens, closings }: Walk, open: number): CallArgument | undefined {
  if (tokens.kinds[open] !== tokenKinds.open || tokenCode(tokens, open) !== 91 || closings[open]! < 0) return undefined;
  const range = { start: tokens.starts[open]!, end: tokens.ends[closings[open]!]! };
  return { value: { kind: 'other' }, range, text: quoted(tokens.text, range.start, range.end) };
}

function follows(tokens: Tokens, at: number, word: string): boolean {
  return at > 0 && tokens.kinds[at - 1] === tokenKinds.name && tokenText(tokens, at - 1) === word;
}

/** Of names that libraries share, the one whose own keywords are used: `conv2d(…, strides=2)` is TensorFlow's. */
function guessed(path: string, split: readonly Split[]): string {
  const has = (...keywords: readonly string[]) => split.some(({ keyword }) => keyword && keywords.includes(keyword));
  if (path === 'conv2d' && has('strides', 'data_format', 'dilations')) return 'nn.conv2d';
  if (path === 'conv2d' && has('stride', 'dilation', 'groups')) return 'F.conv2d';
  return (path === 'convolve' || path === 'correlate') && has('cval', 'origin') ? `ndimage.${path}` : path;
}

/** Notes `name = value` where a plain value is all that stands there. */
function assign({ tokens, assigned }: Walk, at: number, from: number): void {
  let to = from;
  let depth = 0;
  for (; to < tokens.count && to - from < 20; to++) {
    const kind = tokens.kinds[to];
    if (kind === tokenKinds.open) depth++;
    else if (kind === tokenKinds.close) depth--;
    else if (depth === 0 && (kind === tokenKinds.newline || kind === tokenKinds.semicolon)) break;
  }
  assigned.set(tokenText(tokens, at), callValue(tokens, from, to));
}

function closingsOf({ kinds, count }: Tokens): Int32Array {
  const closings = new Int32Array(count).fill(-1);
  const open: number[] = [];
  for (let at = 0; at < count; at++) {
    if (kinds[at] === tokenKinds.open) open.push(at);
    else if (kinds[at] === tokenKinds.close) closings[open.pop() ?? at] = at;
  }
  return closings;
}

interface Split extends CallArgument {
  readonly keyword: string | undefined;
}

function splitArguments(walk: Walk, from: number, close: number): readonly Split[] {
  const { kinds } = walk.tokens;
  const found: Split[] = [];
  let depth = 0;
  let start = from;
  for (let at = from; at <= close; at++) {
    if (kinds[at] === tokenKinds.open) depth++;
    else if (at === close || (depth === 0 && kinds[at] === tokenKinds.comma)) {
      const argument = argumentOf(walk, start, at);
      if (argument) found.push(argument);
      start = at + 1;
    } else if (kinds[at] === tokenKinds.close) depth--;
  }
  return found;
}

function argumentOf({ tokens, assigned }: Walk, from: number, to: number): Split | undefined {
  let start = from;
  let end = to;
  while (start < end && tokens.kinds[start] === tokenKinds.newline) start++;
  while (end > start && tokens.kinds[end - 1] === tokenKinds.newline) end--;
  if (start === end) return undefined;
  const isKeyword = tokens.kinds[start] === tokenKinds.name && tokens.kinds[start + 1] === tokenKinds.assign;
  const first = isKeyword ? start + 2 : start;
  if (first >= end) return undefined;
  const range = { start: tokens.starts[first]!, end: tokens.ends[end - 1]! };
  const value = callValue(tokens, first, end);
  const isName = value.kind === 'word' && end - first === 1 && tokens.kinds[first] === tokenKinds.name;
  return {
    keyword: isKeyword ? tokenText(tokens, start) : undefined,
    value: (isName && assigned.get(value.word)) || value,
    range,
    text: quoted(tokens.text, tokens.starts[start]!, range.end),
  };
}

/** The arguments by name. */
function bound(signature: Signature, split: readonly Split[]): Pick<ConvolutionCall, 'arguments' | 'others'> {
  const named = new Map<string, CallArgument>();
  const others: CallArgument[] = [];
  let position = 0;
  for (const { keyword, ...argument } of split) {
    const name = keyword === undefined ? signature.arguments[position++] : (signature.keywords?.[keyword] ?? keyword);
    if (name === undefined || named.has(name)) others.push(argument);
    else named.set(name, argument);
  }
  return { arguments: Object.fromEntries(named), others };
}
