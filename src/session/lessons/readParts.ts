import type { PerAxis } from '../../engine/convolution/conv2dParams';
import { presetById } from '../../engine/kernels/presets';
import { plainPatterns } from '../../engine/patterns/pattern';
import { type Matrix, matrixOf } from '../../engine/tensor';
import { readCellExpression } from '../../literals/text/cellExpression';
import { maxDraftSide } from '../act';
import { patternMatrix } from '../patternMatrix';
import type { Report } from './lessonProblem';
import type { PlacedJson } from './placedJson';

/** The longest sentence or paragraph of a lesson, in characters. */
export const longestText = 2000;

/** The members of an object; undefined, and reported, where one is missing or has a name that is not known. */
export function readMembers(
  node: PlacedJson,
  report: Report,
  required: readonly string[],
  optional: readonly string[] = [],
): ReadonlyMap<string, PlacedJson> | undefined {
  if (node.kind !== 'object') return report('other-kind', node, { expected: 'object' });
  const missing = required.filter((name) => !node.members.has(name));
  const strange = [...node.members].filter(([name]) => !required.includes(name) && !optional.includes(name));
  for (const name of missing) report('missing', node, { name });
  for (const [name, value] of strange) report('unknown-name', value, { name });
  return missing.length + strange.length > 0 ? undefined : node.members;
}

/** A sentence or paragraph: not empty, not too long. */
export function readText(node: PlacedJson, report: Report): string | undefined {
  if (node.kind !== 'plain' || typeof node.value !== 'string' || node.value.trim() === '')
    return report('other-kind', node, { expected: 'text' });
  return node.value.length > longestText ? report('too-long', node, { most: longestText }) : node.value;
}

/** One of the names of a list. */
export function readName<T extends string>(node: PlacedJson, report: Report, names: readonly T[]): T | undefined {
  const value = node.kind === 'plain' ? node.value : undefined;
  return names.find((name) => name === value) ?? report('other-kind', node, { expected: names.join(', ') });
}

/** A whole number from `least` to `most`. */
export function readWhole(node: PlacedJson, report: Report, least: number, most = 4096): number | undefined {
  const value = node.kind === 'plain' ? node.value : undefined;
  const isFitting = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  return isFitting ? value : report('other-kind', node, { expected: `${least} … ${most}` });
}

/** `[height, width]`, each a whole number of at least `least`. */
export function readPair(node: PlacedJson, report: Report, least: number): PerAxis | undefined {
  const [height, width, ...rest] = node.kind === 'array' ? node.items : [];
  if (!height || !width || rest.length > 0) return report('other-kind', node, { expected: '[ , ]' });
  const [first, second] = [readWhole(height, report, least), readWhole(width, report, least)];
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** All items read by one reader; undefined where one of them, or their number, is wrong. */
export function readList<T>(
  node: PlacedJson,
  report: Report,
  read: (item: PlacedJson, index: number) => T | undefined,
  { least = 1, most = 100 }: { readonly least?: number; readonly most?: number } = {},
): readonly T[] | undefined {
  if (node.kind !== 'array' || node.items.length < least || node.items.length > most)
    return report('other-kind', node, { expected: `[${least} … ${most}]` });
  const items = node.items.map(read);
  return items.every((item) => item !== undefined) ? (items as readonly T[]) : undefined;
}

/** A number, or a calculation such as `"28*28*1000"`. */
export function readCalculation(node: PlacedJson, report: Report): number | undefined {
  const value = node.kind === 'plain' ? node.value : undefined;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'string') return report('other-kind', node, { expected: 'number' });
  return readCellExpression(value) ?? report('no-calculation', node, { found: value });
}

/** Rows of numbers or calculations, all of one length. */
export function readMatrix(node: PlacedJson, report: Report): Matrix | undefined {
  const read = (item: PlacedJson) => readCalculation(item, report);
  const sides = { most: maxDraftSide };
  const rows = readList(node, report, (row) => readList(row, report, read, sides), sides);
  if (!rows || node.kind !== 'array') return undefined;
  const cols = rows[0]!.length;
  const ragged = rows.findIndex((row) => row.length !== cols);
  return ragged < 0
    ? matrixOf(rows)
    : report('ragged', node.items[ragged]!, { row: ragged, found: rows[ragged]!.length, expected: cols });
}

/** A matrix, or a pattern of a size. */
export function readInput(node: PlacedJson, report: Report): Matrix | undefined {
  if (node.kind !== 'object') return readMatrix(node, report);
  const members = readMembers(node, report, ['pattern', 'rows', 'cols'], ['seed']);
  if (!members) return undefined;
  const kind = readName(members.get('pattern')!, report, [...plainPatterns, 'random']);
  const rows = readWhole(members.get('rows')!, report, 1, maxDraftSide);
  const cols = readWhole(members.get('cols')!, report, 1, maxDraftSide);
  const seedNode = members.get('seed');
  const seed = seedNode ? readWhole(seedNode, report, 0, 2 ** 31) : 0;
  if (kind === undefined || rows === undefined || cols === undefined || seed === undefined) return undefined;
  return patternMatrix(kind === 'random' ? { kind, seed } : { kind }, rows, cols);
}

/** A matrix, or the name of a preset. */
export function readKernel(node: PlacedJson, report: Report): Matrix | undefined {
  if (node.kind !== 'plain' || typeof node.value !== 'string') return readMatrix(node, report);
  return presetById(node.value)?.matrix ?? report('unknown-preset', node, { found: node.value });
}
