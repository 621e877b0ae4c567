import { blocksOf } from '../names/blocks';
import { changesIn } from '../names/changesIn';
import { likelyScopes } from '../names/scopes';
import { problemAt } from '../problem';
import type { Source } from '../reading';
import type { Tokens } from '../text/tokens';
import { assignedMatrix, withElements } from './assignedElements';
import type { Alias, Finding, Machine, Write } from './machine';

/** A text with more names is a file, in which each literal stands for itself. */
const mostNames = 40;

/**
 * The findings with what the same text puts into parts of the matrices afterwards; a matrix that it changes in a way that
 * is not read is not what was written first, and refused.
 */
export function afterWrites(source: Source, findings: readonly Finding[], machine: Machine): readonly Finding[] {
  const { writes, aliases } = machine;
  const changes = changesInPlace(source, findings, writes);
  if (writes.length === 0 && changes.length === 0) return findings;
  const all = [...writes, ...changes, ...throughAliases(source, writes, aliases)];
  const isTogether = sameBlocks(source, writes);
  const replaced = new Map<Finding, Finding | undefined>();
  const made: Finding[] = [];
  const named = groupedBy(findings, ({ literal }) => literal?.name);
  for (const [name, list] of groupedBy(all, (write) => write.name)) {
    const ordered = list.sort((one, other) => one.start - other.start);
    const assigned = writeName(source, named.get(name) ?? [], { name, writes: ordered, isTogether }, replaced);
    if (assigned) made.push(assigned);
  }
  const kept = findings.flatMap((finding) => {
    const now = replaced.has(finding) ? replaced.get(finding) : finding;
    return now ? [now] : [];
  });
  return made.length > 0 ? [...kept, ...made].sort((one, other) => startOf(one) - startOf(other)) : kept;
}

function groupedBy<T>(items: readonly T[], nameOf: (item: T) => string | undefined): ReadonlyMap<string, T[]> {
  const byName = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const list = name === undefined ? undefined : byName.get(name);
    if (list) list.push(item);
    else if (name !== undefined) byName.set(name, [item]);
  }
  return byName;
}

function startOf({ literal, problem }: Finding): number {
  return (literal ?? problem)!.range.start;
}

interface NameWrites {
  readonly name: string;
  readonly writes: readonly Write[];
  /** Whether an offset and a token stand in one block. */
  readonly isTogether: (offset: number, token: number) => boolean;
}

/** Follows the writes to one name: the last matrix of that name takes them, or is refused; without one they may make it. */
function writeName(
  { language }: Source,
  own: readonly Finding[],
  { name, writes, isTogether }: NameWrites,
  replaced: Map<Finding, Finding | undefined>,
): Finding | undefined {
  const puts = new Set(writes.map(({ element }) => element?.finding));
  const matrices = own.filter((finding) => !puts.has(finding));
  const last = matrices.at(-1);
  const end = last?.literal?.range.end;
  if (!last || end === undefined) {
    const isUnread = writes.some(({ element }) => !element?.put);
    if (isUnread) for (const part of puts) if (part) replaced.set(part, refusal(writes.at(-1)!));
    return assignedMatrix(language, name, writes, isTogether);
  }
  const later = writes.filter(({ start }) => start >= end);
  const after = later.length > 0 ? withElements(language, last, later, isTogether) : last;
  for (const { element } of later) if (element?.finding) replaced.set(element.finding, undefined);
  const lastWrite = writes.at(-1)!;
  for (const finding of matrices) {
    if (lastWrite.start < finding.literal!.range.end || (after && finding !== last)) continue;
    replaced.set(finding, after ?? refusal(lastWrite));
  }
  return undefined;
}

function refusal({ name, start, end }: Write): Finding {
  return { problem: problemAt('unsupported', start, end, { found: name }), weak: false, loose: false };
}

/** Whether what begins at an offset and a token stand in one block of the program, so that the one follows the other. */
function sameBlocks({ tokens, language }: Source, writes: readonly Write[]): NameWrites['isTogether'] {
  if (!writes.some(({ element }) => element)) return () => false;
  const all = tokens();
  const blocks = blocksOf(all, language, likelyScopes(language));
  return (offset, token) => blocks.at[tokenAt(all, offset)] === blocks.at[token];
}

function tokenAt({ starts, count }: Tokens, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What methods, steps and functions known for it do to the named matrices: `k.sort()`, `k[0][0]++`. */
function changesInPlace(
  { tokens, language }: Source,
  findings: readonly Finding[],
  writes: readonly Write[],
): readonly Write[] {
  const names = new Set(findings.flatMap(({ literal }) => (literal?.name === undefined ? [] : [literal.name])));
  if (language.isText || names.size > mostNames || names.size === 0) return [];
  const known = new Set(writes.flatMap(({ element, start }) => (element ? [start] : [])));
  const changes = changesIn(tokens(), language);
  return [...names].flatMap((name) =>
    (changes.get(name) ?? []).filter(({ start }) => !known.has(start)).map((range) => ({ name, ...range })),
  );
}

/** What is written through another name for the same matrix, where names do not stand for copies. */
function throughAliases({ language }: Source, writes: readonly Write[], aliases: readonly Alias[]): readonly Write[] {
  if (aliases.length === 0 || likelyScopes(language).copies) return [];
  const originals = new Map(aliases.map(({ name, of }) => [name, of]));
  return writes.flatMap(({ name, start, end }) => {
    const found: Write[] = [];
    let of = originals.get(name);
    for (let steps = 0; of !== undefined && steps < 8; steps++) {
      found.push({ name: of, start, end });
      of = originals.get(of);
    }
    return found;
  });
}
