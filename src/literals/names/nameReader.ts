import { evaluate } from '../expression/evaluate';
import { joinLooseRows } from '../expression/looseRows';
import type { Finding } from '../expression/machine';
import type { DrawnNumbers, NamedNumbers, NumberTraits, Surroundings } from '../expression/surroundings';
import type { LiteralProblem, MatrixLiteral } from '../literal';
import { firstTokenFrom, type Tokens, tokenKinds, tokensBetween } from '../text/tokens';
import { definitionOf, rowChangeOf } from './definition';
import { type Drawn, type Draws, drawnAt, drawProblem, drawsOf } from './drawnNumbers';
import type { NameEvent } from './nameEvent';
import { type NameIndex, nameIndex } from './nameIndex';
import { cellOf, positionOf, tokenOf } from './position';
import { isMember, isWord, type Program, programOf, type SourceCell } from './program';
import { nameOf } from './recordName';

/** The value of a name: numbers and the cell in which they are written, or why there are none. */
export type NamedValue =
  | { readonly literal: MatrixLiteral; readonly traits: NumberTraits; readonly cell: number }
  | { readonly blocked: number; readonly isBound?: boolean }
  | { readonly unreadable: NameEvent; readonly problem: LiteralProblem | undefined };

/** Reads what names stand for in some cells. */
export interface NameReader {
  readonly index: NameIndex;
  /** The values of assignments that were needed so far. */
  readonly values: Map<NameEvent, NamedValue>;
  /** What the statements that were needed amount to. */
  readonly statements: Map<number, Statement>;
  readonly draws: Draws;
  /** How many more numbers may be handed out and computed. */
  budget: number;
}

/** No notebook computes more; a text made to do so is not read to its end. */
const mostHandedOut = 2 ** 24;

/** A reader of the names in cells up to one of them; each cell is passed over once. */
export function nameReader(cells: readonly SourceCell[], cell: number): NameReader {
  const languageId = cells[cell]?.languageId;
  const programs = cells
    .slice(0, cell + 1)
    .map((one, index) => (one.languageId === languageId ? programOf(one, index) : undefined));
  const index = nameIndex(programs);
  return { index, draws: drawsOf(index), statements: new Map(), values: new Map(), budget: mostHandedOut };
}

/** The value of the name at a token of a cell; undefined where nothing is known of it. */
export function valueAt(reader: NameReader, program: Program, token: number): NamedValue | undefined {
  prepare(reader, program, token, token + 1);
  return known(reader, program, token, nameOf({ program }, token));
}

/** Evaluates everything that the names between two tokens stand for, the earliest assignment first. */
export function prepare(reader: NameReader, program: Program, from: number, to: number): void {
  const needed = new Set<NameEvent>();
  const statements = new Set<number>();
  const ranges: { readonly program: Program; readonly from: number; readonly to: number }[] = [{ program, from, to }];
  for (let range = ranges.pop(); range; range = ranges.pop()) {
    for (const event of eventsIn(reader, range.program, range.from, range.to)) {
      if (needed.has(event) || reader.values.has(event)) continue;
      needed.add(event);
      const home = reader.index.programs[cellOf(event.at)]!;
      const statement = positionOf(home.cell, event.statement);
      if (statements.has(statement)) continue;
      statements.add(statement);
      ranges.push({ program: home, from: event.statement, to: tokenOf(event.statementEnd) });
    }
  }
  for (const event of [...needed].sort((one, other) => one.at - other.at)) {
    reader.values.set(event, evaluated(reader, event));
  }
}

function* eventsIn(reader: NameReader, program: Program, from: number, to: number): Iterable<NameEvent> {
  for (let token = from; token < to; token++) {
    if (program.tokens.kinds[token] !== tokenKinds.name || isMember(program.tokens, token)) continue;
    const definition = definitionOf(reader.index, program, nameOf({ program }, token), token);
    if (definition && 'assigned' in definition) yield definition.assigned;
  }
}

/** What is known of a name once its assignment was evaluated. */
function known(reader: NameReader, program: Program, token: number, name: string): NamedValue | undefined {
  const definition = definitionOf(reader.index, program, name, token);
  if (!definition) return undefined;
  if ('blocked' in definition) return definition;
  const value = reader.values.get(definition.assigned);
  if (!value || !('literal' in value)) return value;
  const isArray = value.traits.holder === 'array';
  const rows = rowChangeOf(reader.index, definition.assigned, positionOf(program.cell, token), isArray);
  return rows === undefined ? value : { blocked: rows };
}

/** Who asks, and hears what became of the names. */
export interface Listener {
  readonly takesScalars: boolean;
  readonly missed: (name: string, value: Exclude<NamedValue, KnownValue>) => void;
  readonly used?: (name: string, value: KnownValue) => void;
}

type KnownValue = Extract<NamedValue, { literal: unknown }>;

/** What surrounds an expression that begins at a token. */
export function surroundingsAt(
  reader: NameReader,
  program: Program,
  from: number,
  { takesScalars, missed, used }: Listener,
): Surroundings {
  return {
    takesScalars,
    named: (name, at) => {
      const token = from + at;
      if (!isUse(program, token)) return undefined;
      const value = known(reader, program, token, name);
      if (value && 'literal' in value && reader.budget >= value.literal.data.length) {
        reader.budget -= value.literal.data.length;
        used?.(name, value);
        return handedOut(value, program.cell);
      }
      if (value && !('literal' in value)) missed(name, value);
      return undefined;
    },
    drawn: (start) => {
      const position = positionOf(program.cell, firstTokenFrom(program.tokens, start));
      const drawn = drawnAt(reader.draws, position);
      if (drawn && 'refused' in drawn) return drawProblem(reader.index, position, drawn);
      return drawn && drawnNumbers(drawn);
    },
  };
}

function handedOut({ literal, traits, cell }: KnownValue, here: number): NamedNumbers {
  return { literal, traits, isHere: cell === here };
}

function drawnNumbers({ data, call, source, method }: Extract<Drawn, { data: unknown }>): DrawnNumbers {
  const { kind, seed } = source;
  const { drawing, shape, whole } = call;
  const isNarrow = drawing.kind === 'integers' && drawing.bits < 64;
  const precision = kind === 'torch' || drawing.kind === 'singles' ? 'single' : isNarrow ? 'narrow' : 'double';
  return { data, shape, whole, precision, generator: `${kind}.${method}`, seed };
}

/** Whether a name is asked for its value: it is no target, keyword or key. */
function isUse({ tokens }: Program, token: number): boolean {
  const next = tokens.kinds[token + 1];
  return next !== tokenKinds.assign && next !== tokenKinds.colon && !isMember(tokens, token);
}

function evaluated(reader: NameReader, event: NameEvent): NamedValue {
  const program = reader.index.programs[cellOf(event.at)]!;
  const [token, end] = [tokenOf(event.at), tokenOf(event.statementEnd)];
  const name = nameOf({ program }, token);
  const alias = aliasOf(program, token, end);
  if (alias !== undefined) {
    const value = known(reader, program, alias, nameOf({ program }, alias));
    if (value) return value;
  }
  const { assigned, problem, missing } = statementAt(reader, program, event);
  const found = foundFor(assigned, name, program.tokens, { statement: event.statement, target: token });
  if (found) return { ...found, cell: program.cell };
  const isTold = problem?.details.reason !== undefined;
  return !isTold && missing ? missing : { unreadable: event, problem };
}

/** What a statement amounts to; each is evaluated once, however many names it assigns. */
interface Statement {
  /** What it assigns last to each name, and to any. */
  readonly assigned: ReadonlyMap<string | undefined, Finding>;
  readonly problem: LiteralProblem | undefined;
  readonly missing: Exclude<NamedValue, KnownValue> | undefined;
}

function statementAt(reader: NameReader, program: Program, { statement, statementEnd }: NameEvent): Statement {
  const position = positionOf(program.cell, statement);
  const known = reader.statements.get(position);
  if (known) return known;
  let missing: Statement['missing'];
  const surroundings = surroundingsAt(reader, program, statement, {
    takesScalars: true,
    missed: (_, value) => {
      missing ??= value;
    },
  });
  const { tokens, language } = program;
  const { findings } = evaluate(tokensBetween(tokens, statement, tokenOf(statementEnd)), language, surroundings);
  const assigned = new Map<string | undefined, Finding>();
  for (const finding of joinLooseRows(findings, tokens.text)) {
    if (!finding.isAssigned || !finding.literal) continue;
    assigned.set(finding.literal.name, finding).set(undefined, finding);
  }
  const problem = findings.find((finding) => finding.problem && !finding.weak)?.problem;
  const read = { assigned, problem, missing };
  reader.statements.set(position, read);
  return read;
}

/** The name that is all that is assigned: `b = a`, `b = a.copy()`; undefined for anything else. */
function aliasOf({ tokens }: Program, target: number, end: number): number | undefined {
  const value = target + 2;
  if (tokens.kinds[target + 1] !== tokenKinds.assign || tokens.kinds[value] !== tokenKinds.name) return undefined;
  let last = end;
  while (
    last > value &&
    (tokens.kinds[last - 1] === tokenKinds.newline || tokens.kinds[last - 1] === tokenKinds.semicolon)
  )
    last--;
  const isCopy =
    last - value === 5 && tokens.kinds[value + 1] === tokenKinds.dot && isWord(tokens, value + 2, 'copy', 'clone');
  return last - value === 1 || isCopy ? value : undefined;
}

function foundFor(
  assigned: Statement['assigned'],
  name: string,
  tokens: Tokens,
  { statement, target }: { readonly statement: number; readonly target: number },
): { readonly literal: MatrixLiteral; readonly traits: NumberTraits } | undefined {
  const finding =
    assigned.get(name) ?? (isChainOfTargets(tokens, statement, target) ? assigned.get(undefined) : undefined);
  const { literal, traits } = finding ?? {};
  if (!literal || !traits || literal.range.start < tokens.starts[target]!) return undefined;
  const { whole, holder, precision, range } = traits;
  return { literal, traits: { whole, holder, precision, range } };
}

/** Whether a statement begins with `a = b = …`, of which the target is one. */
function isChainOfTargets({ kinds }: Tokens, statement: number, target: number): boolean {
  let at = statement;
  while (kinds[at] === tokenKinds.name && kinds[at + 1] === tokenKinds.assign) at += 2;
  return at > target && at > statement + 2 && (target - statement) % 2 === 0;
}
