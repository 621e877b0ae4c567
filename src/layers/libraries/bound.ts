import type { Size } from '../layer';
import { type LayerProblem, layerProblem } from '../layerProblem';
import type { ArgumentValue } from '../syntax/argumentValue';

/** The arguments of a call by the names of its signature. */
export interface Bound {
  readonly values: ReadonlyMap<string, ArgumentValue>;
  /** Names whose content is handed over too: what is not given may stand there. */
  readonly spreads: readonly string[];
}

/** Thrown inside this folder when an argument makes no sense, and caught where the layer is read. */
export class BadArgument extends Error {
  constructor(readonly problem: LayerProblem) {
    super(problem.problem);
  }
}

/** A whole number that an argument gives, or its default; undefined where it depends on names. */
export function sizeAt(bound: Bound, name: string, otherwise: Size): Size {
  const value = bound.values.get(name);
  if (value === undefined || value.kind === 'none') return absent(bound, otherwise);
  return sizeOf(value, name);
}

/** A whole number; undefined where it depends on names. */
export function sizeOf(value: ArgumentValue, name: string): Size {
  if (value.kind === 'name' || value.kind === 'unknown') return undefined;
  if (value.kind !== 'number' || !Number.isSafeInteger(value.value)) throw bad(name, value);
  return value.value;
}

/** Factors for each axis, which need not be whole: one for all, a list of them, or the default. */
export function factorsAt(bound: Bound, name: string, axes: number, otherwise: readonly Size[]): readonly Size[] {
  const value = bound.values.get(name);
  if (value === undefined || value.kind === 'none') return otherwise.map((size) => absent(bound, size));
  const items = value.kind === 'list' ? value.items : new Array<ArgumentValue>(axes).fill(value);
  if (items.length !== axes) throw bad(name, value);
  return items.map((item) => {
    if (item.kind === 'name' || item.kind === 'unknown') return undefined;
    if (item.kind !== 'number' || item.value <= 0) throw bad(name, item);
    return item.value;
  });
}

/** One number for each axis: one for all, a list of them, or the default. */
export function sizesAt(bound: Bound, name: string, axes: number, otherwise: readonly Size[]): readonly Size[] {
  const value = bound.values.get(name);
  if (value === undefined || value.kind === 'none') return otherwise.map((size) => absent(bound, size));
  if (value.kind !== 'list') return new Array<Size>(axes).fill(sizeOf(value, name));
  const items = value.items.length === 1 ? new Array<ArgumentValue>(axes).fill(value.items[0]!) : value.items;
  if (items.length !== axes) throw bad(name, value);
  return items.map((item) => sizeOf(item, name));
}

/** How many numbers a list holds; undefined for one number or a name. */
export function lengthAt({ values }: Bound, name: string): number | undefined {
  const value = values.get(name);
  return value?.kind === 'list' ? value.items.length : undefined;
}

/** True or false; undefined where it depends on names. */
export function truthAt(bound: Bound, name: string, otherwise: boolean): boolean | undefined {
  const value = bound.values.get(name);
  if (value === undefined) return bound.spreads.length > 0 ? undefined : otherwise;
  if (value.kind === 'truth') return value.value;
  if (value.kind === 'none') return false;
  if (value.kind === 'number') return value.value !== 0;
  return undefined;
}

/** One of some words; undefined where it depends on names. */
export function wordAt<W extends string>(bound: Bound, name: string, words: readonly W[], otherwise: W): W | undefined {
  const value = bound.values.get(name);
  if (value === undefined || value.kind === 'none') return bound.spreads.length > 0 ? undefined : otherwise;
  if (value.kind === 'name' || value.kind === 'unknown') return undefined;
  const word = value.kind === 'text' && words.find((one) => one.toLowerCase() === value.text.toLowerCase());
  if (!word) throw bad(name, value);
  return word;
}

/** What is thrown for an argument that makes no sense. */
export function bad(name: string, value: ArgumentValue): BadArgument {
  const found = value.kind === 'text' ? value.text : value.kind === 'number' ? value.value : value.kind;
  return new BadArgument(layerProblem('bad-value', { name, found }));
}

function absent({ spreads }: Bound, otherwise: Size): Size {
  return spreads.length > 0 ? undefined : otherwise;
}
