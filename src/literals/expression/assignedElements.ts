import type { Language } from '../languages';
import type { MatrixLiteral } from '../literal';
import { noteAt } from '../report/readingNote';
import type { PutNumbers } from './elementWrites';
import type { IndexItem } from './indexItems';
import type { Finding, Write } from './machine';
import { countingOf, sliced } from './slices';
import { sizeOf } from './value';
import { rowStrides, sourcesOf, stretched, type View } from './views';

/** More numbers are not put into one matrix: a text could fill a large one again in every line. */
const mostPut = 2 ** 23;

/** A found matrix after numbers were put into parts of it; undefined where the program would do something that is not read. */
export function withElements(
  language: Language,
  finding: Finding,
  writes: readonly Write[],
  isTogether: (offset: number, token: number) => boolean,
): Finding | undefined {
  const { literal, traits } = finding;
  const [first] = writes;
  if (!literal || !first) return undefined;
  const changed = { data: literal.data.slice(), starts: literal.starts.slice(), ends: literal.ends.slice() };
  let { end } = literal.range;
  let count = 0;
  for (const { element } of writes) {
    const put = element?.put;
    if (!put || !isTogether(literal.range.start, element.token) || !fitsTraits(language, traits, put)) return undefined;
    const targets = placesIn(language, literal.shape, itemsOf(element.indices), put, traits?.holder === 'list');
    count += targets?.places.length ?? 0;
    if (!targets || count > mostPut) return undefined;
    putNumbers(changed, targets, put);
    end = Math.max(end, put.end);
  }
  const notes = [...(literal.notes ?? []), noteAt('assigned', first.start, end, { found: first.name })];
  const range = { start: literal.range.start, end };
  return { ...finding, loose: false, literal: { ...literal, ...changed, range, computed: true, notes } };
}

function putNumbers(
  { data, starts, ends }: Pick<MatrixLiteral, 'data' | 'starts' | 'ends'>,
  { places, sources }: Targets,
  put: PutNumbers,
): void {
  for (let i = 0; i < places.length; i++) {
    const [place, source] = [places[i]!, sources[i]!];
    data[place] = put.data[source]!;
    starts[place] = put.starts[source]!;
    ends[place] = put.ends[source]!;
  }
}

/** Whole numbers take no fractions, and narrow ones only what they can hold. */
function fitsTraits(language: Language, traits: Finding['traits'], { data }: PutNumbers): boolean {
  if (!traits || traits.precision === 'narrow' || traits.holder === 'tuple') return false;
  const { range } = traits;
  // MATLAB's, R's and JavaScript's numbers have fractions however they are written.
  const isMatlab = language.blankCells && !language.dottedArithmetic;
  const isFree = isMatlab || language.arrow || (language.lists === 'opaque' && language.division === 'true');
  if (!traits.whole || traits.holder === 'list' || (isFree && !range)) return true;
  return data.every((value) => Number.isInteger(value) && (!range || (value >= range[0] && value <= range[1])));
}

/** `k[0][1]` is `k[0, 1]`; undefined where a bracket takes more than one entry. */
function itemsOf(indices: readonly (readonly IndexItem[])[]): readonly IndexItem[] | undefined {
  if (indices.length === 1) return indices[0];
  const items = indices.flat();
  return items.length === indices.length && items.slice(0, -1).every(({ kind }) => kind === 'at') ? items : undefined;
}

interface Targets {
  readonly places: Int32Array;
  readonly sources: Int32Array;
}

/** Which numbers of a matrix of this shape are replaced, and with which of those that are put there. */
function placesIn(
  language: Language,
  shape: readonly number[],
  items: readonly IndexItem[] | undefined,
  put: PutNumbers,
  isList: boolean,
): Targets | undefined {
  const isFromOne = language.blankCells || language.arrow;
  if (!items || items.length > shape.length || (isFromOne && items.length < shape.length)) return undefined;
  const view = sliced({ shape, strides: rowStrides(shape), offset: 0 }, items, countingOf(language));
  if (!view) return undefined;
  const values = { shape: put.shape, strides: rowStrides(put.shape), offset: 0 };
  const source = sourceView(values, view.shape, isFromOne, isList);
  return source && { places: sourcesOf(view), sources: sourcesOf(source) };
}

function sourceView(values: View, shape: readonly number[], isFromOne: boolean, isList: boolean): View | undefined {
  const isSame = values.shape.length === shape.length && shape.every((side, axis) => side === values.shape[axis]);
  if (isList) return isSame ? values : undefined;
  if (!isFromOne || values.shape.length === 0) return stretched(values, shape);
  const sides = (given: readonly number[]) => given.filter((side) => side !== 1).join();
  return sides(values.shape) === sides(shape) ? { ...values, shape, strides: rowStrides(shape) } : undefined;
}

/** The sides of a matrix that is known by its assignments alone are guessed from them up to this. */
const mostSide = 64;

/**
 * The matrix whose entries a text assigns one by one, without saying how large it is: as large as they need, and 0 where
 * none is assigned. Undefined where they are not single numbers at two or more known places.
 */
export function assignedMatrix(
  language: Language,
  name: string,
  writes: readonly Write[],
  isTogether: (offset: number, token: number) => boolean,
): Finding | undefined {
  const places = writes.map(({ element }) => pointOf(element?.put && itemsOf(element.indices), language));
  const [first] = writes;
  if (!first || places.some((place) => place?.length !== 2) || language.isText) return undefined;
  if (!writes.every(({ element }) => element!.put!.shape.length === 0 && isTogether(first.start, element!.token)))
    return undefined;
  const shape = [0, 1].map((axis) => Math.max(...places.map((place) => place![axis]!)) + 1);
  if (shape.some((side) => side < 2 || side > mostSide)) return undefined;
  const range = { start: first.start, end: Math.max(...writes.map(({ element }) => element!.put!.end)) };
  const size = sizeOf(shape);
  const data = new Float64Array(size);
  const starts = new Uint32Array(size).fill(range.start);
  const ends = new Uint32Array(size).fill(range.end);
  for (const [i, { element }] of writes.entries()) {
    const at = places[i]![0]! * shape[1]! + places[i]![1]!;
    data[at] = element!.put!.data[0]!;
    starts[at] = element!.put!.starts[0]!;
    ends[at] = element!.put!.ends[0]!;
  }
  const notes = [noteAt('assigned', range.start, range.end, { found: name })];
  const literal = { name, shape, data, starts, ends, range, form: 'builder', computed: true, notes } as const;
  return { literal, weak: false, loose: false };
}

/** The place that index items name, counted from 0. */
function pointOf(items: readonly IndexItem[] | undefined, language: Language): readonly number[] | undefined {
  const { first } = countingOf(language);
  const at = items?.map((item) => (item.kind === 'at' ? item.index - first : -1));
  return at?.every((index) => index >= 0) ? at : undefined;
}
