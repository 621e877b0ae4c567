import { type LayerProblem, layerProblem } from '../layerProblem';
import type { ArgumentValue } from '../syntax/argumentValue';
import type { SourceCall } from '../syntax/sourceCall';
import type { Bound } from './bound';

/** How a layer takes its arguments. */
export interface Signature {
  /** In the order in which they are taken by place; a name that ends with `!` has to be there. */
  readonly places: readonly string[];
  /** Taken by keyword alone. */
  readonly keywords?: readonly string[];
}

/** The arguments of a call by name, or why they do not fit. */
export function boundArguments({ places, keywords = [] }: Signature, call: SourceCall): Bound | LayerProblem {
  const names = places.map((name) => name.replace('!', ''));
  const values = new Map<string, ArgumentValue>();
  if (call.args.length > names.length)
    return layerProblem('unknown-argument', { found: call.args.length, most: names.length });
  for (const [index, value] of call.args.entries()) values.set(names[index]!, value);
  for (const [name, value] of call.keywords) {
    if (!names.includes(name) && !keywords.includes(name)) return layerProblem('unknown-argument', { name });
    if (values.has(name)) return layerProblem('bad-value', { name });
    values.set(name, value);
  }
  const missing = places.find((name) => name.endsWith('!') && !values.has(name.slice(0, -1)));
  if (missing !== undefined && call.spreads.length === 0)
    return layerProblem('missing-argument', { name: missing.slice(0, -1) });
  return { values, spreads: call.spreads };
}
