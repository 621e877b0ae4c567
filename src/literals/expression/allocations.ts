import { builtNumbers } from '../builders/builtNumbers';
import { tokenKinds, tokenText } from '../text/tokens';
import type { IndexItem } from './indexItems';
import type { Machine } from './machine';
import type { NameValue, Value } from './value';

const numberTypes = new Set('float double int long short byte sbyte decimal uint ulong ushort char'.split(' '));
const fractionTypes = new Set(['float', 'double', 'decimal']);

/** The most axes of an array that is made here. */
const mostAxes = 4;

/**
 * The zeros of `new float[3, 3]` (C#) or `new float[3][3]` (Java), read at the end of the first bracket; undefined where no
 * such array is made, or an initialiser follows that fills it.
 */
export function allocated(
  machine: Machine,
  { name, start }: NameValue,
  items: readonly IndexItem[],
  place: { readonly start: number; readonly end: number },
): Value | undefined {
  const { tokens, text, language } = machine;
  const isNew = /new\s$/.test(text.slice(Math.max(0, start - 4), start));
  if (!language.newIsZero || !numberTypes.has(name) || !isNew) return undefined;
  const sides = items.map((item) => (item.kind === 'at' ? item.index : Number.NaN));
  let { at } = machine;
  while (sides.length <= mostAxes && isSide(machine, at)) {
    sides.push(tokens.values[at + 1]!);
    at += 3;
  }
  if (sides.length === 0 || !sides.every((side) => side >= 1) || tokens.kinds[at] === tokenKinds.open) return undefined;
  machine.at = at;
  const call = { machine, base: machine.pool.size, place: { start, end: tokens.ends[at - 1]! }, callee: { path: '' } };
  const value = builtNumbers(call, sides, () => 0, !fractionTypes.has(name));
  // Narrow whole types wrap around.
  const isNarrow = !fractionTypes.has(name) && name !== 'int' && name !== 'long';
  return value.kind === 'numbers' && isNarrow ? { ...value, precision: 'narrow' } : { ...value, start: place.start };
}

/** `[3]` at a token. */
function isSide({ tokens }: Machine, at: number): boolean {
  return (
    tokenText(tokens, at) === '[' && tokens.kinds[at + 1] === tokenKinds.integer && tokenText(tokens, at + 2) === ']'
  );
}
