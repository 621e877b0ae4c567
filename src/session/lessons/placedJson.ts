/** A JSON value with its place in the text, half-open in UTF-16 code units. */
export type PlacedJson = { readonly start: number; readonly end: number } & PlacedValue;

type PlacedValue =
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, PlacedJson> }
  | { readonly kind: 'array'; readonly items: readonly PlacedJson[] }
  | { readonly kind: 'plain'; readonly value: string | number | boolean | null };

interface Open {
  readonly start: number;
  /** Where the value stands once it is closed. */
  readonly put: (value: PlacedJson) => void;
  readonly members: Map<string, PlacedJson> | undefined;
  readonly items: PlacedJson[];
  key: string | undefined;
}

/** The value of a JSON text with the places of all its parts; undefined where the text is no JSON. */
export function placedJson(text: string): PlacedJson | undefined {
  if (!isJson(text)) return undefined;
  let root: PlacedJson | undefined;
  const open: Open[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at]!;
    const container = open.at(-1);
    if (character === '{' || character === '[') {
      const members = character === '{' ? new Map<string, PlacedJson>() : undefined;
      open.push({ start: at, put: placeFor(container, (value) => (root = value)), members, items: [], key: undefined });
    } else if (character === '}' || character === ']') {
      const { start, put, members, items } = open.pop()!;
      put({ start, end: at + 1, ...(members ? { kind: 'object', members } : { kind: 'array', items }) });
    } else if (!' \t\r\n,:'.includes(character)) {
      const end = character === '"' ? stringEnd(text, at) : plainEnd(text, at);
      const value: string | number | boolean | null = JSON.parse(text.slice(at, end));
      if (container?.members && container.key === undefined) container.key = String(value);
      else placeFor(container, (placed) => (root = placed))({ start: at, end, kind: 'plain', value });
      at = end - 1;
    }
    at++;
  }
  return root;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function placeFor(container: Open | undefined, asRoot: (value: PlacedJson) => void): (value: PlacedJson) => void {
  if (!container) return asRoot;
  const { members, items, key } = container;
  container.key = undefined;
  if (!members) return (value) => void items.push(value);
  return (value) => void members.set(key!, value);
}

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function plainEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && !' \t\r\n,:]}'.includes(text[at]!)) at++;
  return at;
}
