/** What an argument of a call is worth, as far as the text says it. */
export type ArgumentValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'list'; readonly items: readonly ArgumentValue[] }
  | {
      readonly kind: 'record';
      readonly entries: ReadonlyMap<string, ArgumentValue>;
      readonly spreads: readonly string[];
    }
  /** A name that the text gives no value, alone. */
  | { readonly kind: 'name'; readonly path: string }
  /** Something that depends on names, or that is not computed here. */
  | { readonly kind: 'unknown'; readonly names: readonly string[] };

export const noValue: ArgumentValue = { kind: 'none' };

/** A number as an argument. */
export function numberValue(value: number): ArgumentValue {
  return { kind: 'number', value };
}

/** The names that a value depends on. */
export function namesOf(value: ArgumentValue): readonly string[] {
  switch (value.kind) {
    case 'name':
      return [value.path];
    case 'unknown':
      return value.names;
    case 'list':
      return value.items.flatMap(namesOf);
    case 'record':
      return [...value.spreads, ...[...value.entries.values()].flatMap(namesOf)];
    default:
      return [];
  }
}
