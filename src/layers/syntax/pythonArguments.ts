import type { SyntaxNode } from '@lezer/common';
import { partsOf } from './pythonValue';

/** The arguments of a call as nodes. */
export interface PythonArguments {
  /** By place; undefined for what is spread there, `*layers`. */
  readonly places: readonly (SyntaxNode | undefined)[];
  readonly keywords: ReadonlyMap<string, SyntaxNode>;
}

/** The arguments of a node that is a call. */
export function pythonArguments(call: SyntaxNode, text: string): PythonArguments {
  const places: (SyntaxNode | undefined)[] = [];
  const keywords = new Map<string, SyntaxNode>();
  const parts = call.lastChild?.name === 'ArgList' ? partsOf(call.lastChild) : [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const written = text.slice(part.from, Math.min(part.to, part.from + 2));
    if (written === '*' || written === '**') {
      if (written === '*') places.push(undefined);
      i++;
    } else if (parts[i + 1]?.name === 'AssignOp') {
      const value = parts[i + 2];
      if (value) keywords.set(text.slice(part.from, part.to), value);
      i += 2;
    } else places.push(part);
  }
  return { places, keywords };
}
