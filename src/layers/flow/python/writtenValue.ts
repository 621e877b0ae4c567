import type { Value } from './value';

/** A number or a text as Python writes it; undefined for anything else. */
export function writtenValue(value: Value): Extract<Value, { kind: 'text' }> | undefined {
  if (value.kind === 'text') return value;
  return value.kind === 'number' && Number.isInteger(value.value)
    ? { kind: 'text', text: String(value.value) }
    : undefined;
}

/** `'level_%d' % 3`, `'conv{}'.format(1)`: a pattern with its gaps filled in order; undefined where that cannot be told. */
export function filledPattern(pattern: string, gap: RegExp, values: readonly Value[]): Value | undefined {
  const written = values.map(writtenValue);
  if (written.includes(undefined) || (pattern.match(gap) ?? []).length !== values.length) return undefined;
  let next = 0;
  return { kind: 'text', text: pattern.replace(gap, () => written[next++]!.text) };
}
