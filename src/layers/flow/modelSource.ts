import type { SyntaxNode } from '@lezer/common';
import type { Size } from '../layer';
import type { ArgumentValue } from '../syntax/argumentValue';
import type { PythonCalls } from '../syntax/pythonCalls';
import { pythonValue } from '../syntax/pythonValue';
import type { Operation } from './model';

/** A Python text, and what the readers of its models ask about it. */
export interface ModelSource extends PythonCalls {
  /** Whether the call that ends at an offset is one of a layer. */
  readonly isLayer: (end: number) => boolean;
  /** Names of the classes that the text defines. */
  readonly classes: ReadonlySet<string>;
  readonly slice: (node: { readonly from: number; readonly to: number }) => string;
  readonly valueOf: (node: SyntaxNode) => ArgumentValue;
}

/** Makes what the readers of models ask from the calls of a text. */
export function modelSource(calls: PythonCalls, isLayer: (end: number) => boolean): ModelSource {
  const classes = new Set<string>();
  const again = new Set<string>();
  calls.tree.iterate({
    enter: ({ name, node }) => {
      const named = name === 'ClassDefinition' ? node.getChild('VariableName') : undefined;
      if (!named) return;
      const written = calls.text.slice(named.from, named.to);
      // A name that is given twice stands for neither.
      if (classes.has(written)) again.add(written);
      classes.add(written);
    },
  });
  for (const name of again) classes.delete(name);
  return {
    ...calls,
    isLayer,
    classes,
    slice: ({ from, to }) => calls.text.slice(from, to),
    valueOf: (node) => pythonValue(node, calls.text, calls.lookUp),
  };
}

/** What an attribute does to a tensor that it is called with. */
export type Stored =
  | { readonly kind: 'operations'; readonly operations: readonly Operation[] }
  | { readonly kind: 'unknown' };

/** The sizes of a list, or of one number; undefined for anything else. */
export function sizesOf(value: ArgumentValue | undefined): readonly Size[] | undefined {
  if (value?.kind === 'number') return [sizeIn(value)];
  return value?.kind === 'list' && value.items.length > 0 ? value.items.map(sizeIn) : undefined;
}

function sizeIn(value: ArgumentValue): Size {
  return value.kind === 'number' && Number.isSafeInteger(value.value) && value.value > 0 ? value.value : undefined;
}

/** Longer chains of names are no library's. */
const longestName = 200;

/** The full name of what a call calls, by the imports: `nn.Sequential` → `torch.nn.Sequential`. */
export function fullName(callee: SyntaxNode | null, { slice, imports }: ModelSource): string {
  if (callee?.name !== 'VariableName' && callee?.name !== 'MemberExpression') return '';
  if (callee.to - callee.from > longestName) return '';
  const [first = '', ...rest] = slice(callee).replace(/\s/g, '').split('.');
  return [imports.get(first) ?? first, ...rest].join('.');
}
