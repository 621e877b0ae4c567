import type { Size } from '../layer';
import { shapeText } from './shapeText';
import type { TextLines } from './textLines';

/** Comments are looked at up to here. */
const longestComment = 160;

/** `# input: 3x224x224`, `# Input shape (N, 3, 32, 32)`, `// in = [28, 28, 1]`. */
const told =
  /^(?:#+|\/\/+|\/\*+)\s*(?:in|inputs?)(?:[ _-]?(?:shape|size|tensor|image|img|dims?))?\s*(?:(?:is|[:=])\s*|(?=[[(]))/i;

/** The shapes that comments tell, by the line that they are told of: their own, or the next one with code. */
export function inputComments(
  comments: readonly { readonly from: number; readonly to: number }[],
  lines: TextLines,
): ReadonlyMap<number, readonly Size[]> {
  const shapes = new Map<number, readonly Size[]>();
  for (const { from, to } of comments) {
    const shape = toldShape(lines.text.slice(from, Math.min(to, from + longestComment)));
    const line = shape && lines.codeLineAt(from);
    if (line !== undefined) shapes.set(line, shape!);
  }
  return shapes;
}

/** What follows the numbers is no matter: `# input: 3x224x224 (RGB)`. */
function toldShape(comment: string): readonly Size[] | undefined {
  const start = told.exec(comment)?.[0].length;
  if (start === undefined) return undefined;
  const rest = comment.slice(start);
  const bracketed = /^[[(][^\])]{0,80}[\])]/.exec(rest)?.[0];
  return shapeText(bracketed ?? /^(?:[\d?]|N|B|None|batch|\s*[x×*,]\s*)+/.exec(rest)?.[0] ?? '');
}
