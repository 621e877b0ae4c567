import { tokenText } from '../text/tokens';
import type { NameEvent } from './nameEvent';
import { file, freshValue, isConditional, isOneLineFunction, type NameRecords, type Walk } from './nameWalk';
import { positionOf } from './position';
import { functionAround, type Program } from './program';
import { share } from './sharing';

/** What a text does to the name at a token. */
export interface NameDeed {
  readonly kind: NameEvent['kind'];
  /** It is a new name of this block (`block`) or function (`function`). */
  readonly declares?: 'block' | 'function';
  /** The name is bound to another object, of which nothing else is told. */
  readonly rebinds?: boolean;
  /** Has happened at once, not when its statement ends. */
  readonly isImmediate?: boolean;
  readonly isSure?: boolean;
  /** Changes the rows of what the name holds, too. */
  readonly isNested?: boolean;
  /** What the statement gives may be a part of it from then on: `o.k = a`. */
  readonly holdsSources?: boolean;
  readonly isOuter?: boolean;
  /** The block of which it is a name, where that is known. */
  readonly owner?: number;
}

const deepestOwner = 50;

/** The block that has a name as seen from a block: the innermost that has declared it, or the file. */
export function ownerFrom({ names }: Pick<NameRecords, 'names'>, program: Program, name: string, from: number): number {
  const { blocks, cell, scopes } = program;
  const owners = names.get(name);
  let isInner = false;
  for (let block = from, depth = 0; block > 0; block = blocks.list[block]!.parent, depth++) {
    if (depth > deepestOwner) return file;
    const { kind } = blocks.list[block]!;
    // The names of a class are not those of its methods.
    const isSeen = kind !== 'class' || !isInner || scopes.blocks === 'braces';
    if (isSeen && owners?.has(positionOf(cell, block))) return positionOf(cell, block);
    if (kind === 'function' && scopes.hasClosedFunctions) return positionOf(cell, block);
    isInner ||= kind === 'function';
  }
  return file;
}

/** Records what happens to the name at a token. */
export function record(walk: Walk, token: number, deed: NameDeed, name = nameOf(walk, token)): void {
  const { program, records } = walk;
  const { cell, blocks } = program;
  const block = blocks.at[token]!;
  const owner = deed.owner ?? ownerOf(walk, name, block, deed);
  const at = positionOf(cell, token);
  const isNew = deed.kind === 'assigned' || deed.rebinds === true;
  // What is assigned to a reference is written into what it refers to.
  if (deed.kind === 'assigned' && program.scopes.hasPreprocessor && !deed.declares) {
    records.sharing.changes.push({ value: heldBy(records, name, owner), at });
  }
  const value = isNew ? heldAnew(walk, name, owner, block) : heldBy(records, name, owner);
  const event: NameEvent = {
    kind: deed.kind,
    at,
    statement: walk.statement,
    end: deed.isImmediate ? at + 1 : -1,
    statementEnd: -1,
    block,
    isCaptured: isCaptured(program, owner, block) || (isOneLineFunction(walk) && token > walk.statement + 1),
    rebinds: isNew,
    isSure: deed.isSure ?? true,
    isConditional: isConditional(walk),
    value,
  };
  listOf(records, name, owner).push(event);
  walk.open.push(event);
  if (isNew || deed.holdsSources) walk.targets.push(value);
  // What stands on the right of the statement still is what the name held before.
  if (isNew && deed.isImmediate) hold(records, name, owner, value);
  else if (isNew) walk.renewed.push(() => hold(records, name, owner, value));
  if (isNew) return;
  if (deed.kind === 'changed') {
    records.sharing.changes.push({ value, at });
    if (deed.isNested !== false) records.rows.changes.push({ value, at });
  }
}

/** Records that a name is a parameter in a stretch of tokens. */
export function bind({ records, program }: Walk, name: string, from: number, to: number): void {
  const ranges = records.bound.get(name) ?? [];
  records.bound.set(name, ranges);
  ranges.push({ from: positionOf(program.cell, from), to: positionOf(program.cell, to) });
}

/** The characters of a name; of R's `x$y` only `x`. */
export function nameOf({ program }: Pick<Walk, 'program'>, token: number): string {
  const word = tokenText(program.tokens, token);
  const dollar = program.language.arrow ? word.indexOf('$') : -1;
  return dollar > 0 ? word.slice(0, dollar) : word;
}

/** What a name holds, as far as the walk has come. */
export function valueNamed({ program, records }: Walk, token: number, name: string): number {
  return heldBy(records, name, ownerFrom(records, program, name, program.blocks.at[token]!));
}

function ownerOf(walk: Walk, name: string, block: number, deed: NameDeed): number {
  const { program, records, outer } = walk;
  const { cell, scopes } = program;
  const body = functionAround(program, block);
  const ownerAt = (id: number) => (id === 0 ? file : positionOf(cell, id));
  if (scopes.declaresInBlocks && deed.declares) return ownerAt(deed.declares === 'block' ? block : body);
  if (body === 0 && !scopes.declaresInBlocks) return file;
  if (deed.isOuter) return ownerFrom(records, program, name, program.blocks.list[body]!.parent);
  const isLocal = scopes.copies || deed.kind === 'assigned' || deed.rebinds;
  if (scopes.assignsLocally && isLocal && !outer.has(name)) return ownerAt(body);
  return ownerFrom(records, program, name, outer.has(name) ? 0 : block);
}

function isCaptured(program: Program, owner: number, block: number): boolean {
  const declaring = owner === file ? 0 : owner - positionOf(program.cell, 0);
  return functionAround(program, block) !== functionAround(program, declaring);
}

function listOf({ names }: NameRecords, name: string, owner: number): NameEvent[] {
  const owners = names.get(name) ?? new Map<number, NameEvent[]>();
  names.set(name, owners);
  const events = owners.get(owner) ?? [];
  owners.set(owner, events);
  return events;
}

function heldBy(records: NameRecords, name: string, owner: number): number {
  const owners = records.held.get(name) ?? new Map<number, number>();
  records.held.set(name, owners);
  const value = owners.get(owner) ?? freshValue(records);
  owners.set(owner, value);
  return value;
}

/** A new value for a name; in a block that may not run, it may still hold the one before. */
function heldAnew({ records, program }: Walk, name: string, owner: number, block: number): number {
  const before = records.held.get(name)?.get(owner);
  const value = freshValue(records);
  const isStraight = program.blocks.list[block]!.kind === 'file';
  if (before !== undefined && !isStraight) {
    share(records.sharing, before, value);
    share(records.rows, before, value);
  }
  return value;
}

/** From now on the name holds the value. */
function hold({ held }: NameRecords, name: string, owner: number, value: number): void {
  const owners = held.get(name) ?? new Map<number, number>();
  held.set(name, owners.set(owner, value));
}
