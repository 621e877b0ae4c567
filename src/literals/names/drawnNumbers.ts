import { sizeOf } from '../expression/value';
import type { LiteralProblem } from '../literal';
import { problemAt } from '../problem';
import { type DrawCall, drawCall } from '../random/drawCall';
import { draw } from '../random/drawing';
import { type GeneratorKind, type RandomSource, randomSource } from '../random/randomSource';
import { tokenKinds, tokenText } from '../text/tokens';
import { firstIn } from './definition';
import type { NameEvent } from './nameEvent';
import type { NameIndex } from './nameIndex';
import { type Call, file } from './nameWalk';
import { cellOf, positionOf, tokenOf } from './position';
import { isSign, isWord, type Program } from './program';
import { groupOf } from './sharing';

/** What a call draws: the numbers, the generator and its seed; or why that cannot be said. */
export type Drawn =
  | { readonly data: Float64Array; readonly call: DrawCall; readonly source: RandomSource; readonly method: string }
  | { readonly refused: RefusalReason; readonly by: number };

/** No seed is in sight; a line may have drawn before; the call itself, or its place, is not reproduced. */
export type RefusalReason = 'unseeded' | 'drawn-between' | 'not-reproduced';

/** A generator as far as the text was followed. */
interface Track {
  source: RandomSource | undefined;
  /** The place from which on it is not known what was drawn. */
  lost: number | undefined;
  /** Up to here its changes have been seen. */
  seen: number;
}

/** The draws of some cells, followed in the order of the text as far as they were asked for. */
export interface Draws {
  readonly index: NameIndex;
  readonly results: Map<number, Drawn>;
  readonly legacy: Track;
  readonly torch: Track;
  readonly own: Map<NameEvent, Track>;
  next: number;
  /** How many more numbers may be drawn. */
  budget: number;
}

const mostDrawn = 2 ** 22;

/** The draws of indexed cells. */
export function drawsOf(index: NameIndex): Draws {
  const track = (): Track => ({ source: undefined, lost: undefined, seen: 0 });
  return { index, results: new Map(), legacy: track(), torch: track(), own: new Map(), next: 0, budget: mostDrawn };
}

/** What the call whose round bracket stands at a position draws; undefined for one that draws nothing that is known. */
export function drawnAt(draws: Draws, position: number): Drawn | undefined {
  const { calls } = draws.index;
  while (draws.next < calls.length && calls[draws.next]!.at <= position) follow(draws, calls[draws.next++]!);
  return draws.results.get(position);
}

/** Why a draw was refused, for a message. */
export function drawProblem(
  { programs }: NameIndex,
  position: number,
  { refused, by }: Extract<Drawn, { refused: RefusalReason }>,
): LiteralProblem {
  const { tokens } = programs[cellOf(position)]!;
  const open = tokenOf(position);
  const place = programs[cellOf(by)]!.tokens;
  const line = place.text.slice(0, place.starts[tokenOf(by)]!).split('\n').length;
  const found = tokenText(tokens, open - 1);
  return problemAt('unsupported', tokens.starts[open - 1]!, tokens.ends[open]!, {
    found,
    reason: refused,
    line,
    cell: cellOf(by) + 1,
  });
}

function follow(draws: Draws, call: Call): void {
  const dot = call.callee.lastIndexOf('.');
  const [owner, method] = [call.callee.slice(0, Math.max(0, dot)), call.callee.slice(dot + 1)];
  if (owner === 'np.random' || owner === 'numpy.random') followLegacy(draws, call, method);
  else if (owner === '?') followInline(draws, call, method);
  else if (owner === 'torch') followTorch(draws, call, method);
  else if (isStandardRandom(draws, call, owner)) return;
  else if (owner !== '' && !owner.includes('.') && followOwn(draws, call, owner, method)) return;
  else loseAll(draws, call);
}

/** Python's own `random` has a generator of its own. */
function isStandardRandom({ index }: Draws, { at }: Call, owner: string): boolean {
  if (owner !== 'random') return false;
  const last = lastGiven(index, 'random', at);
  if (!last) return false;
  const { tokens } = index.programs[cellOf(last.at)]!;
  return (
    isWord(tokens, last.statement, 'import') &&
    last.statement + 1 === tokenOf(last.at) &&
    tokens.kinds[tokenOf(last.at) + 1] === tokenKinds.newline
  );
}

/** What an unknown call, or one that may run more or less than once, leaves of the generators that all can reach. */
function loseAll(draws: Draws, call: Call): void {
  if (isInFunction(draws, call)) return;
  const { callee } = call;
  const isOfTorch = callee.startsWith('nn.') || callee.startsWith('F.');
  for (const track of isOfTorch ? [draws.torch] : [draws.legacy, draws.torch]) lose(track, call.at);
}

function lose(track: Track, at: number): void {
  track.source = undefined;
  track.lost ??= at;
}

function seed(track: Track, source: RandomSource | undefined, at: number): void {
  track.source = source;
  track.lost = source ? undefined : at;
  track.seen = at;
}

/** Functions of `np.random` that draw nothing. */
const silent = new Set(['default_rng', 'RandomState', 'Generator', 'PCG64', 'MT19937', 'SeedSequence', 'get_state']);

function followLegacy(draws: Draws, call: Call, method: string): void {
  if (!silent.has(method)) followShared(draws, draws.legacy, call, { method, kind: 'RandomState', seeds: 'seed' });
}

/** Functions of PyTorch that draw nothing. */
const silentTorch = new Set(
  'tensor as_tensor from_numpy zeros ones full eye arange linspace zeros_like ones_like full_like cat stack sum mean max min abs sqrt matmul flatten reshape no_grad device Size is_tensor flip rot90 transpose permute'.split(
    ' ',
  ),
);

function followTorch(draws: Draws, call: Call, method: string): void {
  if (!silentTorch.has(method)) followShared(draws, draws.torch, call, { method, kind: 'torch', seeds: 'manual_seed' });
}

interface Shared {
  readonly method: string;
  readonly kind: GeneratorKind;
  readonly seeds: string;
}

function followShared(draws: Draws, track: Track, call: Call, { method, kind, seeds }: Shared): void {
  if (isInFunction(draws, call)) {
    draws.results.set(call.at, { refused: 'not-reproduced', by: call.at });
    return;
  }
  const isStraight = runsOnce(draws, call);
  if (method === seeds) {
    const start = isStraight ? seedIn(draws, call) : undefined;
    seed(track, start === undefined ? undefined : randomSource(kind, start), call.at);
    return;
  }
  drawOn(draws, track, call, { method, kind, isStraight });
}

function drawOn(
  draws: Draws,
  track: Track,
  call: Call,
  { method, kind, isStraight }: { method: string; kind: GeneratorKind; isStraight: boolean },
): void {
  const { source, lost } = track;
  if (!source) {
    draws.results.set(
      call.at,
      lost === undefined ? { refused: 'unseeded', by: call.at } : { refused: 'drawn-between', by: lost },
    );
    return;
  }
  const drawn = isStraight ? drawnBy(draws, source, call, method) : undefined;
  draws.results.set(call.at, drawn ?? { refused: 'not-reproduced', by: call.at });
  if (!drawn) lose(track, call.at);
  else if (kind !== source.kind) lose(track, call.at);
}

function drawnBy(draws: Draws, source: RandomSource, call: Call, method: string): Drawn | undefined {
  const program = draws.index.programs[cellOf(call.at)]!;
  const open = tokenOf(call.at);
  const { tokens, pairs } = program;
  const asked = drawCall(source.kind, method, {
    tokens,
    open,
    close: pairs[open]!,
    numberOf: (token) => numberNamed(draws.index, program, token),
  });
  const count = asked && sizeOf(asked.shape);
  if (!asked || count === undefined || count > draws.budget) return undefined;
  draws.budget -= count;
  return { data: draw(source, asked.drawing, count), call: asked, source, method };
}

/** `np.random.default_rng(0).random((3, 3))`: a generator that nothing else can reach. */
function followInline(draws: Draws, call: Call, method: string): void {
  const program = draws.index.programs[cellOf(call.at)]!;
  const close = tokenOf(call.at) - 3;
  const open = close > 0 && program.tokens.kinds[close] === tokenKinds.close ? program.pairs[close]! : -1;
  const source = open > 0 ? constructed(draws, program, open) : undefined;
  if (!source) {
    loseAll(draws, call);
    return;
  }
  const drawn = drawnBy(draws, source, call, method);
  draws.results.set(call.at, drawn ?? { refused: 'not-reproduced', by: call.at });
}

/** A draw on a generator that a name stands for; false where the name stands for none. */
function followOwn(draws: Draws, call: Call, owner: string, method: string): boolean {
  const { index } = draws;
  const event = lastGiven(index, owner, call.at);
  const track = event?.kind === 'assigned' ? trackOf(draws, event) : undefined;
  if (!event || !track) return false;
  const name = call.at - 2 - 1;
  const group = groupOf(index.sharing, event.value);
  const before = firstIn(index.changes.get(group) ?? [], Math.max(track.seen, event.statementEnd), name);
  const hidden = index.captured.get(group)?.[0]?.at ?? firstIn(index.wild, event.statementEnd, name);
  const isSeeded = !event.isConditional && event.block === 0;
  const loss = isSeeded ? (hidden ?? before) : event.at;
  if (loss !== undefined) lose(track, loss);
  track.seen = name + 1;
  const isStraight = !isInFunction(draws, call) && runsOnce(draws, call);
  drawOn(draws, track, call, { method, kind: track.source?.kind ?? 'default_rng', isStraight });
  return true;
}

/** The generator that an assignment makes; undefined where it makes none. */
function trackOf(draws: Draws, event: NameEvent): Track | undefined {
  const known = draws.own.get(event);
  if (known) return known;
  const program = draws.index.programs[cellOf(event.at)]!;
  const { tokens, pairs } = program;
  let open = tokenOf(event.at) + 2;
  while (tokens.kinds[open] === tokenKinds.name || tokens.kinds[open] === tokenKinds.dot) open++;
  const isCall = tokens.kinds[open] === tokenKinds.open && isWord(tokens, open - 1, 'default_rng', 'RandomState');
  const end = isCall ? pairs[open]! + 1 : -1;
  const isWhole = end >= tokenOf(event.statementEnd) - 1;
  if (!isCall || !isWhole) return undefined;
  const source = constructed(draws, program, open);
  const track: Track = { source, lost: undefined, seen: event.statementEnd };
  draws.own.set(event, track);
  return track;
}

/** The source that `default_rng(seed)` or `RandomState(seed)` makes, whose bracket opens at a token. */
function constructed(draws: Draws, { cell, tokens }: Program, open: number): RandomSource | undefined {
  const isNew = isWord(tokens, open - 1, 'default_rng');
  if (!isNew && !isWord(tokens, open - 1, 'RandomState')) return undefined;
  const start = seedIn(draws, { at: positionOf(cell, open) });
  return start === undefined ? undefined : randomSource(isNew ? 'default_rng' : 'RandomState', start);
}

/** The only argument of a call, where it is a whole number in sight: `0`, `seed=0`, `seed`. */
function seedIn({ index }: Draws, { at }: Pick<Call, 'at'>): number | undefined {
  const program = index.programs[cellOf(at)]!;
  const { tokens, pairs } = program;
  const open = tokenOf(at);
  const isNamed = isWord(tokens, open + 1, 'seed') && tokens.kinds[open + 2] === tokenKinds.assign;
  const value = isNamed ? open + 3 : open + 1;
  if (pairs[open] !== value + 1) return undefined;
  if (tokens.kinds[value] === tokenKinds.integer) return tokens.values[value];
  return tokens.kinds[value] === tokenKinds.name ? numberNamed(index, program, value) : undefined;
}

/** A name that is given more is not followed. */
const mostGiven = 200;

/** The number that a name was assigned, where it is written there and nowhere computed; no call can change it. */
function numberNamed(index: NameIndex, program: Program, token: number): number | undefined {
  const use = positionOf(program.cell, token);
  const last = lastGiven(index, tokenText(program.tokens, token), use);
  const isCertain = last?.kind === 'assigned' && last.block === 0 && !last.isConditional && last.end <= use;
  if (!isCertain || firstIn(index.wild, last.end, use) !== undefined) return undefined;
  return numberAssigned(index.programs[cellOf(last.at)]!, last);
}

const givenOf = new WeakMap<readonly NameEvent[], readonly NameEvent[]>();

/** What a file's own name was last given before a position; undefined where a function may give it something else. */
function lastGiven({ names }: NameIndex, name: string, before: number): NameEvent | undefined {
  const events = names.get(name)?.get(file);
  if (!events) return undefined;
  const given = givenOf.get(events) ?? events.filter(({ kind, rebinds }) => kind !== 'changed' || rebinds);
  givenOf.set(events, given);
  const isCaptured = given.slice(0, mostGiven).some((event) => event.isCaptured);
  return isCaptured || given.length > mostGiven ? undefined : given.findLast(({ at }) => at < before);
}

function numberAssigned({ tokens }: Program, { at, statementEnd }: NameEvent): number | undefined {
  const value = tokenOf(at) + 2;
  const kind = tokens.kinds[value];
  const isNumber = kind === tokenKinds.integer || kind === tokenKinds.decimal;
  const next = tokens.kinds[value + 1];
  const isEnd = next === tokenKinds.newline || next === tokenKinds.semicolon || value + 1 === tokens.count;
  const isPlain = tokens.kinds[value - 1] === tokenKinds.assign && isEnd && value + 2 >= tokenOf(statementEnd);
  return isPlain && isNumber ? tokens.values[value] : undefined;
}

function isInFunction({ index }: Draws, { at }: Call): boolean {
  const { blocks, tokens } = index.programs[cellOf(at)]!;
  const open = tokenOf(at);
  for (let block = blocks.at[open]!; block > 0; block = blocks.list[block]!.parent) {
    if (blocks.list[block]!.kind === 'function') return true;
  }
  return isOneLine(tokens, open);
}

const longestLine = 200;

/** Whether a token stands in a function of one line. */
function isOneLine(tokens: Program['tokens'], token: number): boolean {
  for (let at = token; at >= 0 && token - at < longestLine && tokens.kinds[at] !== tokenKinds.newline; at--) {
    if (isWord(tokens, at, 'def')) return true;
  }
  return false;
}

const branching = [
  'for',
  'while',
  'if',
  'else',
  'elif',
  'and',
  'or',
  'lambda',
  'try',
  'except',
  'finally',
  'yield',
  'await',
  'case',
  'match',
  'class',
];
const longestStatement = 2000;

/** Whether a call runs exactly once when its file or cell is run. */
function runsOnce({ index }: Draws, { at, statement }: Call): boolean {
  const { blocks, tokens, pairs } = index.programs[cellOf(at)]!;
  const open = tokenOf(at);
  if (blocks.at[open] !== 0) return false;
  for (let i = statement, steps = 0; i < tokens.count; i++, steps++) {
    if (steps > longestStatement) return false;
    const kind = tokens.kinds[i];
    if (kind === tokenKinds.block) continue;
    if (kind === tokenKinds.name && branching.includes(tokenText(tokens, i))) return false;
    if (isSign(tokens, i, '%', '%%') && i === statement) return false;
    const isEnd = kind === tokenKinds.newline || kind === tokenKinds.semicolon;
    if (isEnd && i > open && i > (pairs[open] ?? open) && !isInBrackets(tokens, pairs, i, statement)) return true;
  }
  return true;
}

/** Whether a bracket that opens in the statement closes behind a token. */
function isInBrackets({ kinds }: Program['tokens'], pairs: Int32Array, token: number, statement: number): boolean {
  for (let i = statement; i < token; i++) {
    if (kinds[i] !== tokenKinds.open) continue;
    if (pairs[i]! > token) return true;
    i = pairs[i]!;
  }
  return false;
}
