import { isAround } from './blocks';
import type { NameEvent } from './nameEvent';
import type { NameIndex } from './nameIndex';
import { cellOf, positionOf } from './position';
import { functionAround, type Program } from './program';
import { ownerFrom } from './recordName';
import { groupOf } from './sharing';

/** What a name stands for at a place: what was last assigned to it, or the place that leaves it unknown. */
export type Definition = { readonly assigned: NameEvent } | { readonly blocked: number; readonly isBound?: boolean };

/** Beyond so many events that do not count yet, a name is not followed. */
const mostSkipped = 200;

/** The definition of a name as seen from a token; undefined where none is in sight. */
export function definitionOf(index: NameIndex, program: Program, name: string, token: number): Definition | undefined {
  const use = positionOf(program.cell, token);
  const bound = boundAround(index, name, use);
  if (bound !== undefined) return { blocked: bound, isBound: true };
  const owner = ownerFrom({ names: index.names }, program, name, program.blocks.at[token]!);
  const events = index.names.get(name)?.get(owner);
  if (!events) return undefined;
  const event = lastHappened(events, use);
  if (!event) return undefined;
  if (event.kind === 'bound') return { blocked: event.at, isBound: true };
  const isTarget = event.kind === 'assigned' && event.at === use;
  if (event.kind !== 'assigned' || event.isConditional || !happensBefore(event, program, token))
    return { blocked: event.at };
  if (isTarget) return { assigned: event };
  const blocked =
    capturedIn(events, program, token) ??
    firstIn(index.wild, event.end, use) ??
    changeOf(index, event, program, token) ??
    changeInLoop(index, events, event, program, token);
  return blocked === undefined ? { assigned: event } : { blocked };
}

/**
 * Where the rows of what was assigned may be changed through something that shares them, before a use. What is copied of
 * an array that nothing else holds is all its own.
 */
export function rowChangeOf(index: NameIndex, event: NameEvent, use: number, isArray: boolean): number | undefined {
  if (isArray && index.sizes.get(groupOf(index.sharing, event.value)) === 1) return undefined;
  return firstIn(index.rowChanges.get(groupOf(index.rows, event.value)) ?? [], event.statementEnd, use);
}

/** The last event that has happened before a place; at the name that is assigned, that assignment. */
function lastHappened(events: readonly NameEvent[], use: number): NameEvent | undefined {
  let last = lowerBound(events.length, (i) => events[i]!.at > use) - 1;
  if (last >= 0 && events[last]!.at === use && events[last]!.kind === 'assigned') return events[last];
  for (let skipped = 0; last >= 0; last--, skipped++) {
    if (events[last]!.end <= use || skipped > mostSkipped) break;
  }
  // On one line, what the right side does comes before the assignment.
  const event = events[last];
  for (let before = last - 1; event && before >= 0 && last - before < mostSkipped; before--) {
    const earlier = events[before]!;
    if (earlier.statementEnd !== event.statementEnd) break;
    if (earlier.kind === 'assigned' && event.kind === 'changed') return earlier;
  }
  return event;
}

/** Whether an assignment has surely run when a token of a program is reached. */
function happensBefore(event: NameEvent, program: Program, token: number): boolean {
  if (event.isCaptured || cellOf(event.at) !== program.cell) return !event.isCaptured && event.block === 0;
  return isAround(program.blocks, event.block, program.blocks.at[token]!);
}

const capturedOf = new WeakMap<readonly NameEvent[], readonly NameEvent[]>();
const mostCaptured = 50;

/** A function elsewhere that writes to a name of its surroundings, whenever it is called. */
function capturedIn(events: readonly NameEvent[], program: Program, token: number): number | undefined {
  let captured = capturedOf.get(events);
  if (!captured) {
    captured = events.filter(({ isCaptured }) => isCaptured).slice(0, mostCaptured);
    capturedOf.set(events, captured);
  }
  return elsewhereIn(captured, program, token);
}

/** Of some events in functions, one in a function that is not around a token. */
function elsewhereIn(captured: readonly NameEvent[], program: Program, token: number): number | undefined {
  const { blocks, cell, scopes } = program;
  const use = positionOf(cell, token);
  const own = functionAround(program, blocks.at[token]!);
  const isElsewhere = ({ at, block }: NameEvent) =>
    cellOf(at) !== cell || own === 0 || block === 0 || !isAround(blocks, functionAround(program, block), own);
  return captured.find((event) => (event.at < use || scopes.blocks === 'braces') && isElsewhere(event))?.at;
}

function changeOf(index: NameIndex, event: NameEvent, program: Program, token: number): number | undefined {
  const group = groupOf(index.sharing, event.value);
  const change = firstIn(index.changes.get(group) ?? [], event.statementEnd, positionOf(program.cell, token));
  return elsewhereIn(index.captured.get(group) ?? [], program, token) ?? change;
}

/** In more blocks than this, a name is not followed. */
const deepest = 200;

/** What a loop around a use does later, it has done when the loop comes round again. */
function changeInLoop(
  index: NameIndex,
  events: readonly NameEvent[],
  event: NameEvent,
  { blocks, cell }: Program,
  token: number,
): number | undefined {
  let outermost = 0;
  let depth = 0;
  for (let block = blocks.at[token]!; block > 0; block = blocks.list[block]!.parent) {
    if (depth++ > deepest) return positionOf(cell, token);
    const isOutside = cellOf(event.at) !== cell || !isAround(blocks, block, event.block);
    if (blocks.list[block]!.kind === 'loop' && isOutside) outermost = block;
  }
  if (outermost === 0) return undefined;
  const after = positionOf(cell, token) + 1;
  const end = positionOf(cell, blocks.list[outermost]!.end);
  const next = events[lowerBound(events.length, (i) => events[i]!.at >= after)];
  if (next && next.at < end) return next.at;
  const group = index.changes.get(groupOf(index.sharing, event.value)) ?? [];
  return firstIn(group, after, end) ?? firstIn(index.wild, after, end);
}

/** The stretch around a place in which the name is a parameter. */
function boundAround({ bound }: NameIndex, name: string, use: number): number | undefined {
  const ranges = bound.get(name) ?? [];
  let last = lowerBound(ranges.length, (i) => ranges[i]!.from > use) - 1;
  for (let looked = 0; last >= 0 && looked < mostSkipped; last--, looked++) {
    if (use < ranges[last]!.to) return ranges[last]!.from;
  }
  return undefined;
}

/** The first of sorted numbers from one up to another. */
export function firstIn(sorted: readonly number[], from: number, to: number): number | undefined {
  const found = sorted[lowerBound(sorted.length, (i) => sorted[i]! >= from)];
  return found !== undefined && found < to ? found : undefined;
}

function lowerBound(length: number, isBehind: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
