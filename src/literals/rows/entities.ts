const named: Readonly<Record<string, string>> = {
  minus: '\u2212',
  plus: '+',
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  ndash: '-',
  frac12: '\u00bd',
  frac14: '\u00bc',
  frac34: '\u00be',
  frasl: '/',
  sol: '/',
  period: '.',
  hellip: '\u2026',
  amp: '&',
};
const entity = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]\w{1,10}));/;

/** The character that an entity of HTML at a place stands for, and where it ends; undefined where there is none that is known. */
export function entityAt(text: string, at: number): { readonly char: string; readonly end: number } | undefined {
  const match = entity.exec(text.slice(at, at + 14));
  if (!match) return undefined;
  const [whole, decimal, hex, name] = match;
  const end = at + whole.length;
  if (name !== undefined) return Object.hasOwn(named, name) ? { char: named[name]!, end } : undefined;
  const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
  return code <= 0x10ffff ? { char: code === 0x2044 ? '/' : String.fromCodePoint(code), end } : undefined;
}
