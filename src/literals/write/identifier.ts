/** What a language takes as the name of a variable. */
export interface NameRule {
  /** Letters of other scripts than ASCII's are letters too. */
  readonly anyScript: boolean;
  /** A name may begin with an underscore. */
  readonly underscoreFirst: boolean;
  /** Words that name something else, between blanks. */
  readonly reserved: string;
}

/** Names that are longer are cut. */
const longestName = 60;

/** The nearest identifier to a name as a text or person gave it: `self.edge-kernel` becomes `self_edge_kernel`. */
export function identifierOf(name: string, { anyScript, underscoreFirst, reserved }: NameRule): string {
  const part = anyScript ? /[\p{L}\p{Nd}_]/u : /[A-Za-z0-9_]/;
  const letters = Array.from(name.trim().normalize('NFC')).slice(0, longestName);
  const plain = letters.map((letter) => (part.test(letter) ? letter : '_')).join('');
  const first = plain.charAt(0);
  const begins = first !== '' && !/\p{Nd}/u.test(first) && (underscoreFirst || first !== '_');
  const begun = begins ? plain : `m${plain === '' || first === '_' ? plain : `_${plain}`}`;
  return reserved.split(' ').includes(begun) ? `${begun}_` : begun;
}
