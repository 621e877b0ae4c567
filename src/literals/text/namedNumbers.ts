const named: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  NaN: Number.NaN,
  NAN: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  Inf: Number.POSITIVE_INFINITY,
  Infinity: Number.POSITIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
  INFINITY: Number.POSITIVE_INFINITY,
  True: 1,
  False: 0,
  true: 1,
  false: 0,
  TRUE: 1,
  FALSE: 0,
};

/** What a word such as `nan`, `np.inf` or `True` is worth; undefined for any other. */
export function namedNumber(path: string): number | undefined {
  const dot = path.lastIndexOf('.');
  if (dot >= 0 && !/^(?:np|numpy|math|torch|jnp|cp|float|Number)$/.test(path.slice(0, dot))) return undefined;
  const name = path.slice(dot + 1);
  if (dot >= 0 && name === 'pi') return Math.PI;
  return Object.hasOwn(named, name) ? named[name] : undefined;
}

/** What a text such as `'inf'` or `"-Infinity"` makes when turned into a number; undefined for any other. */
export function numberFromText(text: string): number | undefined {
  const plain = text.trim().toLowerCase();
  const unsigned = plain.startsWith('-') || plain.startsWith('+') ? plain.slice(1) : plain;
  const value =
    unsigned === 'nan'
      ? Number.NaN
      : unsigned === 'inf' || unsigned === 'infinity'
        ? Number.POSITIVE_INFINITY
        : undefined;
  return value !== undefined && plain.startsWith('-') ? -value : value;
}
