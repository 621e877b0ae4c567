import type { Rgb } from './rgb';

/** Reads `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb()` and `rgba()`; transparency is dropped. Undefined for anything else. */
export function parseColour(text: string): Rgb | undefined {
  const trimmed = text.trim();
  const hex = /^#([0-9a-f]{3,8})$/i.exec(trimmed)?.[1];
  if (hex !== undefined) return ofHex(hex);
  const parts = /^rgba?\(([^)]*)\)$/i
    .exec(trimmed)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  const [r, g, b] = parts ?? [];
  if (r === undefined || g === undefined || b === undefined || Number.isNaN(r + g + b)) return undefined;
  return { r, g, b };
}

function ofHex(hex: string): Rgb | undefined {
  const full = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
  if (full.length < 6) return undefined;
  const part = (from: number) => Number.parseInt(full.slice(from, from + 2), 16);
  return { r: part(0), g: part(2), b: part(4) };
}
