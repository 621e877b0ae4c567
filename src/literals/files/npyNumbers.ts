/** How numbers of one type are put as doubles: `bytes` in the machine's order, at the start of a buffer of their own. */
export interface NpyType {
  /** Bytes of one number. */
  readonly size: number;
  /** Puts the numbers from `from` to `to`; returns how many of them a double does not hold. */
  readonly put: (buffer: ArrayBuffer, from: number, to: number, into: Float64Array) => number;
}

type Values = { readonly [index: number]: number };

const types: Readonly<Record<string, NpyType>> = {
  b1: valuesOf(
    1,
    (buffer) => new Uint8Array(buffer),
    (value) => (value === 0 ? 0 : 1),
  ),
  i1: valuesOf(1, (buffer) => new Int8Array(buffer)),
  u1: valuesOf(1, (buffer) => new Uint8Array(buffer)),
  i2: valuesOf(2, (buffer) => new Int16Array(buffer)),
  u2: valuesOf(2, (buffer) => new Uint16Array(buffer)),
  i4: valuesOf(4, (buffer) => new Int32Array(buffer)),
  u4: valuesOf(4, (buffer) => new Uint32Array(buffer)),
  i8: { size: 8, put: (buffer, from, to, into) => putWide(buffer, new Int32Array(buffer), from, to, into) },
  u8: { size: 8, put: (buffer, from, to, into) => putWide(buffer, new Uint32Array(buffer), from, to, into) },
  f2: valuesOf(2, (buffer) => new Uint16Array(buffer), halfPrecision),
  f4: valuesOf(4, (buffer) => new Float32Array(buffer)),
  f8: valuesOf(8, (buffer) => new Float64Array(buffer)),
};

/** The type with NumPy's name, without its byte order; undefined where its values are no real numbers, or wider than doubles. */
export function npyType(name: string): NpyType | undefined {
  return Object.hasOwn(types, name) ? types[name] : undefined;
}

function valuesOf(
  size: number,
  view: (buffer: ArrayBuffer) => Values,
  value: (stored: number) => number = (stored) => stored,
): NpyType {
  return {
    size,
    put: (buffer, from, to, into) => {
      const stored = view(buffer);
      for (let i = from; i < to; i++) into[i] = value(stored[i]!);
      return 0;
    },
  };
}

/** Whole numbers of 64 bits in two halves; `upper` has their sign, where they have one. */
function putWide(buffer: ArrayBuffer, upper: Values, from: number, to: number, into: Float64Array): number {
  const lower = new Uint32Array(buffer);
  let rounded = 0;
  for (let i = from; i < to; i++) {
    const high = upper[2 * i + 1]! * 2 ** 32;
    const low = lower[2 * i]!;
    const value = high + low;
    if (value - high !== low) rounded++;
    into[i] = value;
  }
  return rounded;
}

/** The value of the bits of an IEEE 754 number of 16 bits. */
function halfPrecision(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}
