import type { Language } from '../languages';
import { quoted } from '../problem';
import { gatheredView } from './gather';
import type { IndexItem } from './indexItems';
import type { Machine } from './machine';
import { addNote } from './notes';
import type { Numbers, Value } from './value';
import { type View, viewOf } from './views';

/** How a language counts the entries of an axis. */
export interface Counting {
  /** The first entry's number. */
  readonly first: 0 | 1;
  /** The end of a range is the last entry taken, not the first left out. */
  readonly closed: boolean;
  /** Negative numbers count from the end. */
  readonly fromEnd: boolean;
}

/** The part of a view that index items select; undefined where they do not fit it or are not known. */
export function sliced(view: View, items: readonly IndexItem[], counting: Counting): View | undefined {
  const given = withRest(items, view.shape.length);
  if (!given) return undefined;
  const shape: number[] = [];
  const strides: number[] = [];
  let { offset } = view;
  let axis = 0;
  for (const item of given) {
    if (item.kind === 'new') {
      shape.push(1);
      strides.push(0);
      continue;
    }
    const side = view.shape[axis];
    const stride = view.strides[axis++];
    if (
      side === undefined ||
      stride === undefined ||
      item.kind === 'rest' ||
      item.kind === 'list' ||
      item.kind === 'unknown'
    )
      return undefined;
    const taken = takenBy(item, side, counting);
    if (!taken) return undefined;
    offset += taken.first * stride;
    if (item.kind === 'at' || item.kind === 'last') continue;
    shape.push(taken.count);
    strides.push(taken.step * stride);
  }
  return { shape: [...shape, ...view.shape.slice(axis)], strides: [...strides, ...view.strides.slice(axis)], offset };
}

/** The items with `...` written out as the whole axes that it stands for. */
function withRest(items: readonly IndexItem[], axes: number): readonly IndexItem[] | undefined {
  const rest = items.findIndex(({ kind }) => kind === 'rest');
  const used = items.filter(({ kind }) => kind === 'at' || kind === 'last' || kind === 'span').length;
  if (used > axes) return undefined;
  if (rest < 0) return items;
  const whole: IndexItem = { kind: 'span', start: undefined, stop: undefined, step: 1 };
  return items.toSpliced(rest, 1, ...new Array<IndexItem>(axes - used).fill(whole));
}

interface Taken {
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

type Selecting = Extract<IndexItem, { kind: 'at' | 'last' | 'span' }>;

function takenBy(item: Selecting, side: number, counting: Counting): Taken | undefined {
  if (item.kind === 'last') return { first: side - 1, step: 1, count: 1 };
  return item.kind === 'at' ? entryAt(item.index, side, counting) : span(item, side, counting);
}

function entryAt(index: number, side: number, { first, fromEnd }: Counting): Taken | undefined {
  const at = index < 0 && fromEnd ? index + side : index - first;
  return at >= 0 && at < side ? { first: at, step: 1, count: 1 } : undefined;
}

function span(item: Extract<IndexItem, { kind: 'span' }>, side: number, counting: Counting): Taken | undefined {
  const { step } = item;
  if (step === 0 || !Number.isInteger(step)) return undefined;
  if (counting.closed) return closedSpan(item, side, counting);
  const place = (value: number) => (value < 0 ? value + side : value);
  const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
  const [least, most] = step > 0 ? [0, side] : [-1, side - 1];
  const first = item.start === undefined ? (step > 0 ? 0 : side - 1) : clamp(place(item.start), least, most);
  const end = item.stop === undefined ? (step > 0 ? side : -1) : clamp(place(item.stop), least, most);
  const count = Math.ceil((end - first) / step);
  return count > 0 ? { first, step, count } : undefined;
}

/** MATLAB's and Julia's `a:s:b` and R's `a:b`, both ends of which must be there. */
function closedSpan(
  { start, stop, step }: Extract<IndexItem, { kind: 'span' }>,
  side: number,
  { first }: Counting,
): Taken | undefined {
  const from = start === undefined ? 0 : start - first;
  const to = stop === undefined ? side - 1 : stop - first;
  const count = Math.floor((to - from) / step) + 1;
  const last = from + (count - 1) * step;
  return count > 0 && from >= 0 && from < side && last >= 0 && last < side ? { first: from, step, count } : undefined;
}

/** How the language counts; undefined where it has no slices here. */
export function countingOf({ blankCells, arrow, lists, isText, dottedArithmetic }: Language): Counting {
  if (arrow || blankCells) return { first: 1, closed: true, fromEnd: false };
  return { first: 0, closed: dottedArithmetic, fromEnd: lists === 'sequences' || isText };
}

/** The part of a matrix that an index selects; undefined where it is not known. */
export function partOf(
  machine: Machine,
  of: Numbers,
  items: readonly IndexItem[],
  place: { readonly start: number; readonly end: number },
): Value | undefined {
  const { language } = machine;
  const isList = of.holder === 'list' || of.holder === 'tuple';
  // Lists know one item in their brackets, and most languages no slices.
  if (isList && items.length > 1 && !language.isText) return undefined;
  if (language.lists === 'opaque' && items.some(({ kind }) => kind !== 'at')) return undefined;
  if ((language.blankCells || language.arrow) && items.length < of.shape.length) return undefined;
  if (items.some(({ kind }) => kind === 'last')) return undefined;
  // MATLAB keeps an axis of which one entry is taken.
  const keepsAxes = language.blankCells && !language.dottedArithmetic;
  const view = sliced(viewOf(of), keepsAxes ? items.map(asSpan) : items, countingOf(language));
  if (!view) return undefined;
  const value = gatheredView(machine, { base: of.from, like: of, place }, view);
  addNote(machine, 'sliced', place, {
    found: quoted(machine.text, of.end, place.end).replace(/^[\s)]+/, ''),
  });
  return value.kind === 'numbers' ? { ...value, holder: of.holder } : value;
}

function asSpan(item: IndexItem): IndexItem {
  return item.kind === 'at' ? { kind: 'span', start: item.index, stop: item.index, step: 1 } : item;
}
