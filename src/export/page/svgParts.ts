/** A piece of a picture with the room that it takes, in pixels from its own corner at the top left. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

/** How a piece of text is set. */
export interface TextStyle {
  readonly size: number;
  readonly colour: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly family?: 'numbers' | 'words' | 'symbols';
  readonly bold?: boolean;
}

const families = {
  numbers: "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace",
  words: "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif",
  symbols: "'STIX Two Math', 'Cambria Math', Georgia, 'DejaVu Serif', serif",
};

/** The width of a character of the number font, as a share of its size; a font of another width still fits in. */
export const numberWidth = 0.61;

/** A line of text with its baseline at y. */
export function svgText(text: string, x: number, y: number, style: TextStyle): string {
  const { size, colour, anchor = 'start', family = 'numbers', bold = false } = style;
  const weight = bold ? ' font-weight="bold"' : '';
  const place = `x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"`;
  return `<text ${place} font-family="${families[family]}" font-size="${round(size)}" fill="${colour}"${weight}>${escaped(text)}</text>`;
}

/** A rectangle, filled, outlined or both. */
export function svgBox(
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  style: { readonly fill?: string; readonly stroke?: string; readonly line?: number; readonly radius?: number },
): string {
  const { fill = 'none', stroke = 'none', line = 1, radius = 0 } = style;
  const box = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}"`;
  return `<rect ${box} fill="${fill}" stroke="${stroke}" stroke-width="${line}"/>`;
}

/** Square brackets around a block, as mathematics sets matrices. */
export function svgBrackets(width: number, height: number, colour: string): string {
  const serif = 6;
  const path = `M${serif - 5} 0h-5v${round(height)}h5M${round(width - 1)} 0h5v${round(height)}h-5`;
  return `<path d="${path}" transform="translate(-1 0)" fill="none" stroke="${colour}"/>`;
}

/** A block moved to its place. */
export function svgAt(x: number, y: number, svg: string): string {
  return `<g transform="translate(${round(x)} ${round(y)})">${svg}</g>`;
}

/** Text that is safe between the tags of an SVG file, without the characters that XML forbids. */
export function escaped(text: string): string {
  const allowed = Array.from(text).filter((letter) => letter >= ' ' && letter !== '\uFFFE' && letter !== '\uFFFF');
  return allowed.join('').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
